package io.holdfast.projection.outcomes;

import io.holdfast.query.LabelledShipment;
import io.holdfast.shipment.event.ShipmentEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A shipment that was screened or selected, with its outcome so far.
 *
 * @param decision the first decision on it
 * @param course its present state, with what later events need
 * @param history what was known about it and since when, oldest first; at least one entry and at most {@value #LONGEST}
 */
public record FollowedShipment(Decision decision, OutcomeSnapshot course, List<OutcomeState> history) {
    /** More entries than any ordinary case has. Beyond that, the oldest entries after the first are dropped. */
    static final int LONGEST = 40;

    public FollowedShipment {
        history = List.copyOf(history);
    }

    /** The shipment after an event; empty if nothing changed, or if the decision has not been seen. */
    static Optional<FollowedShipment> fold(@Nullable FollowedShipment before, ShipmentEvent event, long position) {
        return before == null ? Decision.of(event, position).map(FollowedShipment::of) : before.after(event);
    }

    private static FollowedShipment of(Decision decision) {
        OutcomeSnapshot course = OutcomeSnapshot.of(decision);
        return new FollowedShipment(decision, course, List.of(course.standing(decision.at())));
    }

    private Optional<FollowedShipment> after(ShipmentEvent event) {
        OutcomeSnapshot then = course.after(event);
        if (then.equals(course)) {
            return Optional.empty();
        }
        // Clocks of two nodes may differ; later knowledge must not be dated earlier.
        Instant since = event.at().isBefore(now().since()) ? now().since() : event.at();
        OutcomeState standing = then.standing(since);
        boolean same = standing.since(now().since()).equals(now());
        return Optional.of(new FollowedShipment(decision, then, same ? history : longer(standing)));
    }

    private List<OutcomeState> longer(OutcomeState next) {
        var longer = new ArrayList<>(history);
        longer.add(next);
        if (longer.size() > LONGEST) {
            longer.remove(1);
        }
        return longer;
    }

    /** What is known now. */
    OutcomeState now() {
        return history.getLast();
    }

    /** What was known at a moment; empty if it had not been decided yet. */
    Optional<OutcomeState> asKnownOn(@Nullable Instant moment) {
        return moment == null
                ? Optional.of(now())
                : history.reversed().stream()
                        .filter(standing -> !standing.since().isAfter(moment))
                        .findFirst();
    }

    /** The shipment as known at a moment; empty if it had not been decided yet. */
    Optional<FollowedShipment> standingOn(Instant moment) {
        return asKnownOn(moment).map(standing -> new FollowedShipment(decision, course, List.of(standing)));
    }

    LabelledShipment labelled(OutcomeState standing) {
        return new LabelledShipment(
                decision.position(),
                decision.declaration(),
                decision.at(),
                decision.basis(),
                standing.recalled(),
                decision.propensity(),
                decision.score(),
                decision.ruleSet(),
                decision.fired().stream().map(Decision.Fired::rule).toList(),
                decision.failed(),
                standing.outcome(),
                standing.certainty(),
                standing.examinedAt(),
                standing.exams(),
                standing.minutesExamined() / 60.0,
                standing.minutesHeld() == null ? 0 : standing.minutesHeld() / 60.0,
                standing.released());
    }
}
