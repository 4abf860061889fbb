package io.holdfast.runtime.security;

import org.springframework.security.core.AuthenticationException;

/** The validity of a token cannot be determined, because the keys of its issuer are unavailable. */
final class IssuerUnreachableException extends AuthenticationException {
    private static final long serialVersionUID = 1L;

    IssuerUnreachableException(Throwable cause) {
        super("The keys of the issuer are not to be had", cause);
    }
}
