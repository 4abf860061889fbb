package io.holdfast.projection.support.mongo;

import com.mongodb.MongoTimeoutException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints one line instead of a stack trace if the database cannot be reached at startup. */
final class MongoUnreachableFailureAnalyzer extends AbstractFailureAnalyzer<MongoTimeoutException> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, MongoTimeoutException cause) {
        return new FailureAnalysis(
                "MongoDB cannot be reached: " + cause.getMessage(),
                "Start it, or name another with MONGODB_URI (spring.mongodb.uri).",
                cause);
    }
}
