package io.holdfast.command.targeting;

/** This version of the rule set was never published. */
public final class NoSuchRuleSetException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int version;

    /** @param version the requested version */
    public NoSuchRuleSetException(int version) {
        super("Version " + version + " of the rule set was never published");
        this.version = version;
    }

    /** The requested version. */
    public int version() {
        return version;
    }
}
