package io.holdfast.runtime.security;

/** The names of {@link io.holdfast.actor.Role} as constants, for {@link jakarta.annotation.security.RolesAllowed}. */
public final class Roles {
    public static final String INSPECTOR = "INSPECTOR";
    public static final String SUPERVISOR = "SUPERVISOR";
    public static final String ANALYST = "ANALYST";
    public static final String REPORTER = "REPORTER";
    public static final String AUDITOR = "AUDITOR";
    public static final String ADMIN = "ADMIN";

    private Roles() {}
}
