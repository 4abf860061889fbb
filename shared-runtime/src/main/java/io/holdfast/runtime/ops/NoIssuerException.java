package io.holdfast.runtime.ops;

/** The application was to start without a way to know its callers. The message is the one line that says what is missing. */
public final class NoIssuerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoIssuerException() {
        super("no JWT issuer is configured: set HOLDFAST_JWT_ISSUER to the issuer of your tokens, or run the demo");
    }
}
