package io.holdfast.runtime.web;

import io.holdfast.actor.UserId;
import io.holdfast.value.PortCode;
import jakarta.servlet.ServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ProblemDetail;

/** What is found out about a request on its way, for whoever looks at it at the end. */
public final class RequestNotes {
    private static final String CALLER = RequestNotes.class.getName() + ".caller";
    private static final String PLAIN = RequestNotes.class.getName() + ".plain";
    private static final String PROBLEM = RequestNotes.class.getName() + ".problem";

    private RequestNotes() {}

    /**
     * Who was authenticated.
     *
     * @param roles names, sorted
     * @param dutyPort where the person is on duty, if anywhere
     */
    public record KnownCaller(
            UserId id, List<String> roles, @Nullable PortCode dutyPort) {
        public KnownCaller {
            roles = roles.stream().sorted().toList();
        }
    }

    /** Notes who asks. */
    public static void note(ServletRequest request, KnownCaller caller) {
        request.setAttribute(CALLER, caller);
    }

    /** Notes what is answered. */
    public static void note(ServletRequest request, ProblemDetail problem) {
        request.setAttribute(PROBLEM, String.valueOf(problem.getType()));
    }

    /** Notes that a case is answered about which there is nothing sensitive; without the note everything is. */
    public static void notePlain(ServletRequest request) {
        request.setAttribute(PLAIN, true);
    }

    /** Whether nothing sensitive is answered. */
    public static boolean isPlain(ServletRequest request) {
        return request.getAttribute(PLAIN) != null;
    }

    /** Who asks; null when nobody was authenticated. */
    public static @Nullable KnownCaller caller(ServletRequest request) {
        return request.getAttribute(CALLER) instanceof KnownCaller caller ? caller : null;
    }

    /** The type of the problem that is answered, if it is one. */
    public static @Nullable String problem(ServletRequest request) {
        return request.getAttribute(PROBLEM) instanceof String type ? type : null;
    }
}
