package io.holdfast.benchmarks.retune;

import io.holdfast.command.retuning.KnownOutcomes;
import io.holdfast.command.retuning.Proposal;
import io.holdfast.command.retuning.Retuner;
import io.holdfast.command.retuning.Retuning;
import io.holdfast.command.retuning.TooFewOutcomesException;
import io.holdfast.command.retuning.fit.FitOptions;
import io.holdfast.command.targeting.RuleSetScreeners;
import io.holdfast.command.targeting.Screener;
import io.holdfast.query.LabelledShipment;
import io.holdfast.query.LabelledShipment.Certainty;
import io.holdfast.query.LabelledShipment.Outcome;
import io.holdfast.shipment.ShipmentId;
import io.holdfast.shipment.declaration.Declaration;
import io.holdfast.shipment.declaration.ScreeningDecision;
import io.holdfast.targeting.RuleSet;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The system's decisions by its own engine and retuner, but without its log: for repeating runs, to see how much chance
 * there is in a result.
 */
final class InMemoryWorld implements World, KnownOutcomes {
    private final Map<ShipmentId, ScreeningDecision> decisions = new HashMap<>();
    private final Map<ShipmentId, LabelledShipment> shipments = new LinkedHashMap<>();
    private final Retuner retuner = new Retuner(this, FitOptions.USUAL);
    private @Nullable RuleSet active;
    private @Nullable Screener screener;

    @Override
    public void begin(RuleSet first) {
        active = first;
        screener = RuleSetScreeners.of(first);
    }

    @Override
    public List<Selected> declare(List<Declaration> week) {
        List<Selected> selected = new ArrayList<>();
        for (Declaration declaration : week) {
            ScreeningDecision decision = Objects.requireNonNull(screener).screen(declaration);
            decisions.put(declaration.shipmentId(), decision);
            shipments.put(declaration.shipmentId(), labelled(declaration, decision, null));
            if (decision.basis() != null) {
                selected.add(new Selected(
                        declaration.shipmentId(),
                        decision.basis(),
                        decision.screening().score()));
            }
        }
        return selected;
    }

    @Override
    public void examine(List<LabelledRow> rows) {
        for (LabelledRow row : rows) {
            ShipmentId id = row.declaration().shipmentId();
            ScreeningDecision decision = Objects.requireNonNull(decisions.get(id));
            shipments.put(id, labelled(row.declaration(), decision, row.positive()));
        }
    }

    @Override
    public void passOver(List<ShipmentId> ignored) {}

    @Override
    public void retune(Retuning asked) {
        try {
            Proposal proposal = retuner.propose(asked, Objects.requireNonNull(active));
            begin(proposal.ruleSet());
        } catch (TooFewOutcomesException tooEarly) {
            // The active rule set stays active, as when the analyst is told that there is too little data.
        }
    }

    @Override
    public void examined(LocalDate from, LocalDate to, Consumer<LabelledShipment> each) {
        within(from, to, shipment -> shipment.exams() > 0, each);
    }

    @Override
    public void all(LocalDate from, LocalDate to, Consumer<LabelledShipment> each) {
        within(from, to, _ -> true, each);
    }

    private void within(
            LocalDate from, LocalDate to, Predicate<LabelledShipment> wanted, Consumer<LabelledShipment> each) {
        for (LabelledShipment shipment : shipments.values()) {
            LocalDate on = shipment.declaredOn();
            if (!on.isBefore(from) && !on.isAfter(to) && wanted.test(shipment)) {
                each.accept(shipment);
            }
        }
    }

    @Override
    public void close() {}

    /** @param positive the finding of the examination; null when there was none */
    static LabelledShipment labelled(
            Declaration declaration, @Nullable ScreeningDecision decision, @Nullable Boolean positive) {
        boolean found = Boolean.TRUE.equals(positive);
        Outcome examined = found ? Outcome.POSITIVE : Outcome.NEGATIVE;
        return new LabelledShipment(
                0,
                declaration,
                Instant.EPOCH,
                decision == null ? null : decision.basis(),
                false,
                decision == null ? 1 : decision.screening().propensity(),
                decision == null ? 0 : decision.screening().score(),
                decision == null ? null : decision.screening().ruleSet(),
                List.of(),
                List.of(),
                positive == null ? Outcome.UNKNOWN : examined,
                found ? Certainty.CONFIRMED : null,
                positive == null ? null : Instant.EPOCH,
                positive == null ? 0 : 1,
                0,
                0,
                !found);
    }
}
