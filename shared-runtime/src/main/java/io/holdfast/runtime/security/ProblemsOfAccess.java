package io.holdfast.runtime.security;

import io.holdfast.runtime.limits.TooManyRequestsException;
import io.holdfast.runtime.web.Problems;
import io.holdfast.runtime.web.RequestNotes;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import tools.jackson.databind.json.JsonMapper;

/** Answers 401, 403 and 429 as problems, and logs each with the caller and the request. */
final class ProblemsOfAccess implements AuthenticationEntryPoint, AccessDeniedHandler {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemsOfAccess.class);

    private static final Duration ISSUER_AGAIN = Duration.ofSeconds(10);

    private final AuthenticationEntryPoint challenge;
    private final FailedLogins failed;
    private final JsonMapper json;

    /** @param challenge sets status and {@code WWW-Authenticate}; must not write a body */
    ProblemsOfAccess(AuthenticationEntryPoint challenge, FailedLogins failed, JsonMapper json) {
        this.challenge = challenge;
        this.failed = failed;
        this.json = json;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException refused)
            throws IOException, jakarta.servlet.ServletException {
        if (refused instanceof IssuerUnreachableException) {
            cannotTell(request, response);
            return;
        }
        Optional<Duration> wait = failed.failed(request);
        if (wait.isPresent()) {
            tooMany(request, response, wait.get());
            return;
        }
        LOG.info("not authenticated: {} {}", request.getMethod(), request.getRequestURI());
        challenge.commence(request, response, refused);
        write(
                request,
                response,
                Problems.of(
                        HttpStatus.UNAUTHORIZED,
                        "not-authenticated",
                        "Not authenticated",
                        "Credentials are missing or do not hold"));
    }

    /** 503: the validity of a token cannot be determined. */
    private void cannotTell(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(ISSUER_AGAIN.toSeconds()));
        write(
                request,
                response,
                Problems.of(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "issuer-unreachable",
                        "Your token cannot be checked now",
                        "The identity provider does not answer; the same request can be sent again"));
    }

    /** 403: the demo is only available on this machine. */
    void notThisMachine(HttpServletRequest request, HttpServletResponse response) throws IOException {
        LOG.warn("the demo was asked from elsewhere: {} to {}", request.getRemoteAddr(), request.getLocalAddr());
        write(
                request,
                response,
                Problems.of(
                        HttpStatus.FORBIDDEN,
                        "this-machine-only",
                        "This machine only",
                        "The demo answers requests from this machine to localhost, and none that came through a proxy"));
    }

    /** 429: too many failed logins. */
    void tooMany(HttpServletRequest request, HttpServletResponse response, Duration wait) throws IOException {
        LOG.warn("too many failed logins from {}", request.getRemoteAddr());
        var refused = new TooManyRequestsException(wait);
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(refused.retryAfterSeconds()));
        write(
                request,
                response,
                Problems.of(
                        HttpStatus.TOO_MANY_REQUESTS,
                        "too-many-failed-logins",
                        "Too many failed logins",
                        String.valueOf(refused.getMessage())));
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refused)
            throws IOException {
        LOG.warn("denied: {} {} to {}", request.getMethod(), request.getRequestURI(), request.getRemoteUser());
        write(
                request,
                response,
                Problems.of(
                        HttpStatus.FORBIDDEN, "not-allowed", "Not allowed", "Your roles do not allow this request"));
    }

    private void write(HttpServletRequest request, HttpServletResponse response, ProblemDetail problem)
            throws IOException {
        RequestNotes.note(request, problem);
        response.setStatus(problem.getStatus());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        json.writeValue(response.getOutputStream(), problem);
    }
}
