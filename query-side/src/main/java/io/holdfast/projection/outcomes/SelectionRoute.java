package io.holdfast.projection.outcomes;

import io.holdfast.shipment.SelectionBasis;
import java.util.Comparator;

/**
 * The route by which a shipment was decided, with its propensity. Shipments of one route are comparable: examined ones
 * are a sample of the route, or all of it.
 *
 * @param decided a pseudo rule in parentheses
 * @param propensity 0 to 1
 */
record SelectionRoute(String decided, double propensity) implements Comparable<SelectionRoute> {
    static final String RULES = "(rules)";
    static final String RANDOM = "(random)";
    static final String CLEARED = "(cleared)";
    static final String MANUAL = "(manual)";
    static final String INTELLIGENCE = "(intelligence)";
    static final String OUTSIDE = "(outside)";

    private static final char AT = '@';
    private static final Comparator<SelectionRoute> ORDER =
            Comparator.comparing(SelectionRoute::decided).thenComparingDouble(SelectionRoute::propensity);

    static SelectionRoute of(Decision decision) {
        SelectionBasis basis = decision.basis();
        if (basis == null) {
            return new SelectionRoute(CLEARED, decision.propensity());
        }
        String decided = switch (basis) {
            case RULES -> decision.ruleSet() == null ? OUTSIDE : RULES;
            case RANDOM -> RANDOM;
            case MANUAL -> MANUAL;
            case INTELLIGENCE -> INTELLIGENCE;
        };
        return new SelectionRoute(decided, decision.propensity());
    }

    /** Whether a key of counts is that of a route, not of a rule. */
    static boolean is(String key) {
        return key.charAt(0) == '(';
    }

    /** Parses the text made by {@link #key}. */
    static SelectionRoute parse(String key) {
        int at = key.indexOf(AT);
        return new SelectionRoute(key.substring(0, at), Double.parseDouble(key.substring(at + 1)));
    }

    String key() {
        return decided + AT + propensity;
    }

    /** Whether answers list it among the rules. */
    boolean listed() {
        return !decided.equals(RULES) && !decided.equals(CLEARED);
    }

    @Override
    public int compareTo(SelectionRoute other) {
        return ORDER.compare(this, other);
    }
}
