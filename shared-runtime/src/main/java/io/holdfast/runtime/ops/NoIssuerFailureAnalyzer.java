package io.holdfast.runtime.ops;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** One line instead of a stack trace. */
final class NoIssuerFailureAnalyzer extends AbstractFailureAnalyzer<NoIssuerException> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, NoIssuerException cause) {
        return new FailureAnalysis(cause.getMessage(), null, cause);
    }
}
