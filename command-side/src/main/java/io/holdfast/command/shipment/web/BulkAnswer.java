package io.holdfast.command.shipment.web;

import io.holdfast.command.shipment.CommandResult;
import io.holdfast.shipment.ShipmentId;
import io.holdfast.shipment.state.Status;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** The result for each case, in the order of the request. */
record BulkAnswer(List<Result> results) {
    BulkAnswer {
        results = List.copyOf(results);
    }

    /**
     * The result for one case.
     *
     * @param code the HTTP status that the single command would have been answered with
     * @param version the number of events of the case now; null when the command failed
     * @param status the status of the shipment now; null when the command failed
     * @param problem why the command failed; null when it did not
     */
    record Result(
            ShipmentId shipmentId,
            int code,
            @Nullable Long version,
            @Nullable Status status,
            @Nullable ProblemDetail problem) {
        static Result of(CommandResult done) {
            return new Result(done.shipmentId(), HttpStatus.OK.value(), done.version(), done.status(), null);
        }

        static Result of(ShipmentId id, ProblemDetail problem) {
            return new Result(id, problem.getStatus(), null, null, problem);
        }

        /** Whether the log is unavailable, so that the next command would fail too. */
        boolean outage() {
            return code == HttpStatus.SERVICE_UNAVAILABLE.value();
        }
    }
}
