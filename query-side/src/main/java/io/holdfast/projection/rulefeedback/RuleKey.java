package io.holdfast.projection.rulefeedback;

import io.holdfast.shipment.SelectionBasis;
import io.holdfast.shipment.ShipmentEvent.ShipmentTargeted;
import io.holdfast.targeting.Screening;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A rule of a version, or a pseudo rule in parentheses for what no rule selected.
 *
 * @param version the version of the rule set; {@link #NO_RULE_SET} where none decided
 * @param rule the id of the rule, which cannot hold parentheses, or a pseudo rule
 */
public record RuleKey(int version, String rule) implements Comparable<RuleKey> {
    private static final Comparator<RuleKey> NEWEST_FIRST =
            Comparator.comparingInt(RuleKey::version).reversed().thenComparing(RuleKey::rule);

    /** In place of a version: people or an outside engine decided. */
    public static final int NO_RULE_SET = 0;

    /** Shipments selected at random. */
    public static final String RANDOM = "(random)";
    /** Shipments selected by an officer. */
    public static final String MANUAL = "(manual)";
    /** Shipments selected on intelligence. */
    public static final String INTELLIGENCE = "(intelligence)";
    /** Shipments selected by rules that are not ours. */
    public static final String OUTSIDE = "(outside)";

    /** The rules that fired, also below the threshold. */
    static List<RuleKey> fired(@Nullable Screening screening) {
        return screening == null
                ? List.of()
                : screening.fired().stream()
                        .map(fired -> new RuleKey(
                                screening.ruleSet().version(), fired.ruleId().value()))
                        .distinct()
                        .toList();
    }

    /** Everything that the selection counts to. */
    static List<RuleKey> of(ShipmentTargeted event) {
        var keys = new ArrayList<>(fired(event.screening()));
        pseudo(event.basis(), event.screening()).ifPresent(keys::add);
        return keys;
    }

    private static Optional<RuleKey> pseudo(SelectionBasis basis, @Nullable Screening screening) {
        int version = screening == null ? NO_RULE_SET : screening.ruleSet().version();
        return switch (basis) {
            case RANDOM -> Optional.of(new RuleKey(version, RANDOM));
            case MANUAL -> Optional.of(new RuleKey(version, MANUAL));
            case INTELLIGENCE -> Optional.of(new RuleKey(version, INTELLIGENCE));
            case RULES -> screening == null ? Optional.of(new RuleKey(version, OUTSIDE)) : Optional.empty();
        };
    }

    /** Newest version first, then by id. */
    @Override
    public int compareTo(RuleKey other) {
        return NEWEST_FIRST.compare(this, other);
    }
}
