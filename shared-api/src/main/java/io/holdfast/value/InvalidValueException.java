package io.holdfast.value;

/** A value was refused by its type. Carries the name of the field and a reason that a person can act on. */
public final class InvalidValueException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String name;
    private final String reason;

    /**
     * @param name the field, such as {@code containerNumber}
     * @param reason what is wrong with it, worded to follow the name: {@code "must be six digits"}
     */
    public InvalidValueException(String name, String reason) {
        super(name + " " + reason);
        this.name = name;
        this.reason = reason;
    }

    /** The name of the field. */
    public String name() {
        return name;
    }

    /** What is wrong with it. */
    public String reason() {
        return reason;
    }
}
