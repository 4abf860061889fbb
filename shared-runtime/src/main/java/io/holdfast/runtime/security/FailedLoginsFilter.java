package io.holdfast.runtime.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses passwords without checking them after too many failed logins. */
final class FailedLoginsFilter extends OncePerRequestFilter {
    private final FailedLogins failed;
    private final ProblemsOfAccess problems;

    FailedLoginsFilter(FailedLogins failed, ProblemsOfAccess problems) {
        this.failed = failed;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Duration> wait = failed.untilPasswordIsLookedAt(request);
        if (wait.isPresent()) {
            problems.tooMany(request, response, wait.get());
        } else {
            chain.doFilter(request, response);
        }
    }
}
