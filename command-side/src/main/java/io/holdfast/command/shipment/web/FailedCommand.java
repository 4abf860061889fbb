package io.holdfast.command.shipment.web;

import io.holdfast.command.shipment.domain.CommandRefusedException;
import io.holdfast.eventstore.api.CommitTooLargeException;
import io.holdfast.eventstore.api.NotStoredException;
import io.holdfast.eventstore.api.OutcomeUnknownException;
import io.holdfast.runtime.axon.UnreadableEventException;
import io.holdfast.runtime.store.mongo.Outage;
import io.holdfast.runtime.web.Problems;
import io.holdfast.value.InvalidValueException;
import java.util.Objects;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * Translates the failure of one of several commands into the problem that the single command would have been answered
 * with.
 */
@Component
class FailedCommand {
    private static final Logger LOG = LoggerFactory.getLogger(FailedCommand.class);

    private final ShipmentProblems refusals;
    private final LogProblems outages;

    FailedCommand(ShipmentProblems refusals, LogProblems outages) {
        this.refusals = refusals;
        this.outages = outages;
    }

    ProblemDetail asProblem(RuntimeException failed) {
        return switch (failed) {
            case CommandRefusedException refusal -> refusals.on(refusal);
            case InvalidValueException invalid -> Problems.of(invalid);
            default -> ofTheLog(failed);
        };
    }

    private ProblemDetail ofTheLog(RuntimeException failed) {
        try {
            return switch (failed) {
                case ConcurrencyException lost -> body(outages.contended(lost));
                case AggregateStreamCreationException lost -> body(outages.contended(lost));
                case NotStoredException outage -> body(outages.on(outage));
                case OutcomeUnknownException outage -> body(outages.on(outage));
                case CommitTooLargeException refused -> body(outages.on(refused));
                case UnreadableEventException refused -> body(outages.on(refused));
                default -> throw failed;
            };
        } catch (RuntimeException unforeseen) {
            if (Outage.behind(unforeseen).isPresent()) {
                return Outage.problem();
            }
            LOG.error("unforeseen failure of one command of several", unforeseen);
            return Problems.of(
                    HttpStatus.INTERNAL_SERVER_ERROR,
                    "internal-error",
                    "Something went wrong here",
                    "It was logged under the correlation id of this answer");
        }
    }

    private static ProblemDetail body(ResponseEntity<ProblemDetail> answer) {
        return Objects.requireNonNull(answer.getBody());
    }
}
