package io.holdfast.runtime.security;

import org.springframework.security.core.AuthenticationException;

/** Whether a token holds cannot be told, because the keys of its issuer are not to be had. */
final class IssuerUnreachableException extends AuthenticationException {
    private static final long serialVersionUID = 1L;

    IssuerUnreachableException(Throwable cause) {
        super("The keys of the issuer are not to be had", cause);
    }
}
