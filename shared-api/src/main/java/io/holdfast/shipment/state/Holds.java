package io.holdfast.shipment.state;

import io.holdfast.shipment.HoldId;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The active holds. Holds stack: only when the last one is gone is the shipment free of them (CBP: "do not RELEASE until all
 * HOLDS removed").
 *
 * @param active in no particular order
 */
public record Holds(Set<HoldId> active) {
    /** So many can be active at once; more would say nothing more, and everything that shows a case stays bounded. */
    public static final int MOST = 50;

    public static final Holds NONE = new Holds(Set.of());

    public Holds {
        active = Set.copyOf(active);
    }

    public static Holds of(HoldId hold) {
        return new Holds(Set.of(hold));
    }

    public boolean none() {
        return active.isEmpty();
    }

    public Holds plus(HoldId hold) {
        var more = new LinkedHashSet<>(active);
        more.add(hold);
        return new Holds(more);
    }

    public Holds minus(HoldId hold) {
        var fewer = new LinkedHashSet<>(active);
        fewer.remove(hold);
        return new Holds(fewer);
    }
}
