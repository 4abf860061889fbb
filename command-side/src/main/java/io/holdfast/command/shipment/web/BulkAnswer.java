package io.holdfast.command.shipment.web;

import io.holdfast.command.shipment.CommandResult;
import io.holdfast.shipment.ShipmentId;
import io.holdfast.shipment.state.Status;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** What came of each case, in the order of the request. */
record BulkAnswer(List<Result> results) {
    BulkAnswer {
        results = List.copyOf(results);
    }

    /**
     * Of one case.
     *
     * @param code the HTTP status that the single command would have been answered with
     * @param version how many events the case has now, if it was done
     * @param status where the shipment stands now, if it was done
     * @param problem why it was not done
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

        /** Whether the log could not take it, so that it will not take the next one either. */
        boolean outage() {
            return code == HttpStatus.SERVICE_UNAVAILABLE.value();
        }
    }
}
