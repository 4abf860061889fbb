package io.holdfast.runtime.web;

import io.holdfast.actor.UserId;
import io.holdfast.value.PortCode;
import jakarta.servlet.ServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ProblemDetail;

/** Notes about a request, left during processing for the filters that inspect it at the end. */
public final class RequestNotes {
    private static final String CALLER = RequestNotes.class.getName() + ".caller";
    private static final String PLAIN = RequestNotes.class.getName() + ".plain";
    private static final String PROBLEM = RequestNotes.class.getName() + ".problem";

    private RequestNotes() {}

    /**
     * The authenticated caller.
     *
     * @param roles role names, sorted
     * @param dutyPort the person's port of duty, if any
     */
    public record KnownCaller(
            UserId id, List<String> roles, @Nullable PortCode dutyPort) {
        public KnownCaller {
            roles = roles.stream().sorted().toList();
        }
    }

    /** Notes who sent the request. */
    public static void note(ServletRequest request, KnownCaller caller) {
        request.setAttribute(CALLER, caller);
    }

    /** Notes the problem sent as an answer. */
    public static void note(ServletRequest request, ProblemDetail problem) {
        request.setAttribute(PROBLEM, String.valueOf(problem.getType()));
    }

    /**
     * Notes that the answer shows a case without anything sensitive; without this note an answer counts as sensitive.
     */
    public static void notePlain(ServletRequest request) {
        request.setAttribute(PLAIN, true);
    }

    /** Whether the answer shows nothing sensitive. */
    public static boolean isPlain(ServletRequest request) {
        return request.getAttribute(PLAIN) != null;
    }

    /** The caller; null when nobody was authenticated. */
    public static @Nullable KnownCaller caller(ServletRequest request) {
        return request.getAttribute(CALLER) instanceof KnownCaller caller ? caller : null;
    }

    /** The type of the problem sent as an answer; null when it is not a problem. */
    public static @Nullable String problem(ServletRequest request) {
        return request.getAttribute(PROBLEM) instanceof String type ? type : null;
    }
}
