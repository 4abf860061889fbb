package io.holdfast.projection.workqueue;

import io.holdfast.shipment.SeizureExtent;

/**
 * The work that remains on seized goods.
 *
 * @param partial whether only some lines were seized, so that the remainder waits for release
 * @param remainderReleased whether the remainder was released
 * @param disposedOf whether the seized goods were destroyed or returned
 */
public record Custody(boolean partial, boolean remainderReleased, boolean disposedOf) {
    static final Custody NONE = new Custody(false, false, false);

    static Custody of(SeizureExtent extent) {
        return new Custody(extent == SeizureExtent.PARTIAL, false, false);
    }

    Custody withoutRemainder() {
        return new Custody(partial, true, disposedOf);
    }

    Custody withoutGoods() {
        return new Custody(partial, remainderReleased, true);
    }

    boolean over() {
        return disposedOf && (!partial || remainderReleased);
    }
}
