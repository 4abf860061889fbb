package io.holdfast.value;

/** A value that its type refuses: carries what was being filled in and a reason that a person can act on. */
public final class InvalidValueException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String name;
    private final String reason;

    /**
     * @param name what was being filled in, such as {@code containerNumber}
     * @param reason what is wrong with it, worded to follow the name: {@code "must be six digits"}
     */
    public InvalidValueException(String name, String reason) {
        super(name + " " + reason);
        this.name = name;
        this.reason = reason;
    }

    /** What was being filled in. */
    public String name() {
        return name;
    }

    /** What is wrong with it. */
    public String reason() {
        return reason;
    }
}
