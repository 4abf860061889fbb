package io.holdfast.projection.answer;

/** A query parameter that cannot be used. */
public final class BadParameterException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String name;

    /**
     * A parameter that is refused.
     *
     * @param name the name of the parameter
     * @param reason what is wrong with it, worded to follow the name
     */
    public BadParameterException(String name, String reason) {
        super(name + " " + reason);
        this.name = name;
    }

    /** The name of the parameter. */
    public String name() {
        return name;
    }
}
