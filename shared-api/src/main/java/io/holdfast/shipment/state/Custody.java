package io.holdfast.shipment.state;

import io.holdfast.shipment.SeizureExtent;
import io.holdfast.shipment.SeizureLine;
import io.holdfast.shipment.event.ShipmentEvent;
import io.holdfast.shipment.event.ShipmentEvent.*;
import io.holdfast.value.Mass;
import io.holdfast.value.MassUnit;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The state of seized goods.
 *
 * @param extent whether the whole shipment was seized
 * @param lastMass the mass at the last weighing, at first the sum of the lines; absent while unknown, because a line
 *     was only counted
 * @param goods what has happened to the goods
 * @param forfeited whether they were forfeited to the government
 * @param remainderReleased whether what was not seized has been released
 */
public record Custody(
        SeizureExtent extent, @Nullable Mass lastMass, Goods goods, boolean forfeited, boolean remainderReleased) {

    /** What has happened to seized goods. */
    public enum Goods {
        KEPT,
        DESTROYED,
        REMITTED
    }

    static Custody of(SeizureExtent extent, List<SeizureLine> lines) {
        return new Custody(extent, massOf(lines), Goods.KEPT, false, false);
    }

    Custody after(ShipmentEvent event) {
        return switch (event) {
            case CustodyTransferred e -> weighed(e.weighed());
            case GoodsForfeited _ -> new Custody(extent, lastMass, goods, true, remainderReleased);
            case GoodsDestroyed e -> weighed(e.weighed()).now(Goods.DESTROYED);
            case GoodsRemitted _ -> now(Goods.REMITTED);
            case ShipmentReleased e when !e.closes() -> new Custody(extent, lastMass, goods, forfeited, true);
            default -> this;
        };
    }

    /** Whether the goods are still in custody. */
    public boolean keepsGoods() {
        return goods == Goods.KEPT;
    }

    /** Whether goods that were not seized still wait for release. */
    public boolean hasRemainder() {
        return extent == SeizureExtent.PARTIAL && !remainderReleased;
    }

    private Custody weighed(Mass mass) {
        return new Custody(extent, mass, goods, forfeited, remainderReleased);
    }

    private Custody now(Goods where) {
        return new Custody(extent, lastMass, where, forfeited, remainderReleased);
    }

    private static @Nullable Mass massOf(List<SeizureLine> lines) {
        var masses = lines.stream()
                .map(line -> line.quantity().mass())
                .flatMap(Optional::stream)
                .toList();
        if (masses.size() < lines.size()) {
            return null;
        }
        if (masses.size() == 1) {
            return masses.getFirst();
        }
        var kilograms = masses.stream().map(Mass::kilograms).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Mass(kilograms, MassUnit.KG);
    }
}
