package io.holdfast.runtime.securitylog;

import io.holdfast.query.SearchSecurityLog.Entry;
import io.holdfast.runtime.securitylog.SecurityLogProperties.Reads;
import io.holdfast.runtime.web.CorrelationId;
import io.holdfast.runtime.web.RequestNotes;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Inspects every answer and adds refusals and reads of cases to the security log. Runs outside authentication, so that
 * it sees its refusals too.
 */
final class SecurityLogFilter extends OncePerRequestFilter {
    private static final int LONGEST_PATH = 512;
    private static final int LONGEST_METHOD = 16;
    private static final Set<Integer> REFUSED = Set.of(401, 403, 409, 412, 422, 428, 429);
    private static final Set<String> READING = Set.of("GET", "HEAD");
    private static final Set<Integer> READ = Set.of(200, 304);

    private final SecurityLog securityLog;
    private final Reads reads;
    private final Set<String> paths;
    private final InstantSource clock;

    /** @param paths path patterns of controllers whose reads are recorded too */
    SecurityLogFilter(SecurityLog securityLog, Reads reads, List<String> paths, InstantSource clock) {
        this.securityLog = securityLog;
        this.reads = reads;
        this.paths = Set.copyOf(paths);
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean whole = false;
        try {
            chain.doFilter(request, response);
            whole = true;
        } finally {
            // If the answer failed halfway, the part that was already sent counts as read.
            if (whole || response.isCommitted()) {
                takeDown(request, response);
            }
        }
    }

    private void takeDown(HttpServletRequest request, HttpServletResponse response) {
        if (REFUSED.contains(response.getStatus()) || isRead(request, response)) {
            securityLog.add(entry(request, response.getStatus()));
        }
    }

    private boolean isRead(HttpServletRequest request, HttpServletResponse response) {
        return READING.contains(request.getMethod())
                && READ.contains(response.getStatus())
                && request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE) instanceof Object pattern
                && paths.contains(pattern.toString())
                && isAsked(request);
    }

    private boolean isAsked(HttpServletRequest request) {
        return switch (reads) {
            case NONE -> false;
            case SENSITIVE -> !RequestNotes.isPlain(request);
            case ALL -> true;
        };
    }

    private Entry entry(HttpServletRequest request, int status) {
        Instant now = clock.instant();
        var who = RequestNotes.caller(request);
        return new Entry(
                SecurityTime.id(now),
                now,
                who == null ? null : who.id(),
                who == null ? List.of() : who.roles(),
                who == null ? null : who.dutyPort(),
                request.getRemoteAddr(),
                cut(request.getMethod(), LONGEST_METHOD),
                cut(request.getRequestURI(), LONGEST_PATH),
                status,
                RequestNotes.problem(request),
                CorrelationId.current());
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest);
    }
}
