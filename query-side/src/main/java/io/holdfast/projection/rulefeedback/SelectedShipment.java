package io.holdfast.projection.rulefeedback;

import io.holdfast.projection.answer.Minutes;
import io.holdfast.shipment.Declaration;
import io.holdfast.shipment.ReleaseKind;
import io.holdfast.shipment.ShipmentEvent;
import io.holdfast.shipment.ShipmentEvent.*;
import io.holdfast.shipment.ShipmentId;
import io.holdfast.value.PortCode;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What must be known of a selected shipment to judge the rules that selected it.
 *
 * @param rules what the selection counts to
 * @param examined what exams and laboratories say
 * @param heldSince when the first hold of the present round was placed
 * @param minutesHeld how long it was held in rounds that ended with a release; absent when it never was
 * @param released whether it stands released
 */
public record SelectedShipment(
        ShipmentId shipmentId,
        PortCode port,
        Set<RuleKey> rules,
        Examined examined,
        @Nullable Instant heldSince,
        @Nullable Long minutesHeld,
        boolean released) {

    public SelectedShipment {
        rules = Collections.unmodifiableSet(new TreeSet<>(rules));
    }

    /** The shipment after an event; empty while it has not been selected, or was selected before its declaration was seen. */
    static Optional<SelectedShipment> fold(@Nullable SelectedShipment before, ShipmentEvent event) {
        if (before != null) {
            return Optional.of(before.after(event));
        }
        if (event instanceof ShipmentTargeted e) {
            Declaration d = e.declaration();
            return d == null ? Optional.empty() : Optional.of(of(d, e));
        }
        return Optional.empty();
    }

    private static SelectedShipment of(Declaration d, ShipmentTargeted e) {
        var rules = Set.copyOf(RuleKey.of(e));
        return new SelectedShipment(d.shipmentId(), d.port(), rules, Examined.NOTHING, null, null, false);
    }

    private SelectedShipment after(ShipmentEvent event) {
        return switch (event) {
            case ShipmentTargeted e -> selectedAgain(e);
            case RedeliveryApproved _ -> copy(rules, examined, null, minutesHeld, false);
            case HoldPlaced e -> heldSince == null ? copy(rules, examined, e.at(), minutesHeld, released) : this;
            case ExamCompleted e -> examined(examined.with(e.examId().value(), e.result()));
            case ExamResultCorrected e -> examined(examined.with(e.examId().value(), e.result()));
            case LabResultRecorded e -> examined(examined.with(e.sampleId().value(), e.result()));
            case ShipmentReleased e -> e.kind() == ReleaseKind.REMAINDER ? this : released(e.at());
            default -> this;
        };
    }

    private SelectedShipment selectedAgain(ShipmentTargeted e) {
        var more = new LinkedHashSet<>(rules);
        more.addAll(RuleKey.of(e));
        return copy(more, examined, heldSince, minutesHeld, false);
    }

    private SelectedShipment examined(Examined now) {
        return copy(rules, now, heldSince, minutesHeld, released);
    }

    private SelectedShipment released(Instant at) {
        Long minutes = heldSince == null
                ? minutesHeld
                : Long.valueOf(Duration.between(heldSince, at).toMinutes() + (minutesHeld == null ? 0 : minutesHeld));
        return copy(rules, examined, null, minutes, true);
    }

    private SelectedShipment copy(
            Set<RuleKey> r, Examined e, @Nullable Instant since, @Nullable Long minutes, boolean free) {
        return new SelectedShipment(shipmentId, port, r, e, since, minutes, free);
    }

    /** What this shipment adds to each of its {@link #rules}. */
    Tally contribution() {
        boolean positive = examined.any() && examined.positive();
        boolean innocent = released && !positive && minutesHeld != null;
        return new Tally(
                0,
                1,
                examined.any() ? 1 : 0,
                positive ? 1 : 0,
                innocent && minutesHeld != null ? Minutes.of(minutesHeld) : Minutes.NONE);
    }
}
