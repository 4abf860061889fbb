package io.holdfast.command.targeting;

/** That version of the rule set was never published. */
public final class NoSuchRuleSetException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int version;

    /** @param version which was asked for */
    public NoSuchRuleSetException(int version) {
        super("Version " + version + " of the rule set was never published");
        this.version = version;
    }

    /** Which was asked for. */
    public int version() {
        return version;
    }
}
