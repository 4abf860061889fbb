package io.holdfast.runtime.store.mongo;

import com.mongodb.MongoException;
import com.mongodb.MongoServerException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.MongoWriteConcernException;
import io.holdfast.runtime.web.Problems;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** Recognises temporary failures of the database, after which a retry may succeed. */
public final class Outage {
    /**
     * HostUnreachable, HostNotFound, FileStreamFailed, CursorNotFound, MaxTimeMSExpired, WriteConcernFailed, NetworkTimeout,
     * ShutdownInProgress, OperationFailed, WriteConcernTimeout, PrimarySteppedDown, CursorKilled, ExceededTimeLimit, SocketException, NotWritablePrimary, Interrupted, InterruptedAtShutdown,
     * InterruptedDueToReplStateChange, NotPrimaryNoSecondaryOk, NotPrimaryOrSecondary, OutOfDiskSpace. Source: the server's error_codes.yml.
     */
    private static final Set<Integer> PASSING = Set.of(
            6, 7, 39, 43, 50, 64, 89, 91, 96, 100, 189, 237, 262, 9001, 10107, 11600, 11601, 11602, 13435, 13436,
            14031);

    private Outage() {}

    /** The outage that caused a failure, if one did. */
    public static Optional<MongoException> behind(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof MongoException e) {
                return isPassing(e) ? Optional.of(e) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** The answer to a caller during an outage. */
    public static ProblemDetail problem() {
        return Problems.of(
                HttpStatus.SERVICE_UNAVAILABLE,
                "store-unavailable",
                "The store is not available",
                "It does not answer, or takes no writes for now. Try again later");
    }

    private static boolean isPassing(MongoException e) {
        return switch (e) {
            case MongoSocketException _, MongoTimeoutException _, MongoWriteConcernException _ -> true;
            case MongoServerException server -> PASSING.contains(server.getCode());
            default -> false;
        };
    }
}
