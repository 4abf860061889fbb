package io.holdfast.runtime.web;

/** A request parameter that cannot be used as given. */
final class UnusableParameterException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String name;
    private final String reason;

    /** @param reason what is wrong with it, worded to follow the name */
    UnusableParameterException(String name, String reason) {
        super(name + " " + reason, null, false, false);
        this.name = name;
        this.reason = reason;
    }

    /** The name of the parameter. */
    String name() {
        return name;
    }

    /** What is wrong with it, worded to follow the name. */
    String reason() {
        return reason;
    }
}
