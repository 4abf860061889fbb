package io.holdfast.projection.workqueue;

import io.holdfast.shipment.SeizureExtent;

/**
 * What remains to be done with seized goods.
 *
 * @param partial only some lines were seized, so that a remainder waits for release
 * @param remainderReleased the remainder went
 * @param disposedOf the seized goods were destroyed or given back
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
