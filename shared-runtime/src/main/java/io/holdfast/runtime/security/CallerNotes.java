package io.holdfast.runtime.security;

import io.holdfast.actor.Role;
import io.holdfast.runtime.web.RequestNotes;
import io.holdfast.runtime.web.RequestNotes.KnownCaller;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Records who was authenticated before access is decided; after a refusal this is no longer known. */
final class CallerNotes extends OncePerRequestFilter {
    private final ObjectProvider<SeenCallers> seen;

    /** @param seen where to record it; absent without a database */
    CallerNotes(ObjectProvider<SeenCallers> seen) {
        this.seen = seen;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Caller caller = caller(SecurityContextHolder.getContext().getAuthentication());
        if (caller != null) {
            var roles = caller.roles().stream().map(Role::name).toList();
            RequestNotes.note(request, new KnownCaller(caller.id(), roles, caller.homePort()));
            if (!roles.isEmpty()) {
                seen.ifAvailable(register -> register.seen(caller.asSeen()));
            }
        }
        chain.doFilter(request, response);
    }

    private static @Nullable Caller caller(@Nullable Authentication authentication) {
        Object principal = authentication == null ? null : authentication.getPrincipal();
        return switch (principal) {
            case Caller caller -> caller;
            case DemoUsers.DemoUser user -> user.caller();
            case null, default -> null;
        };
    }
}
