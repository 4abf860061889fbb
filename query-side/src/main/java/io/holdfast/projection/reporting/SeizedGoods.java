package io.holdfast.projection.reporting;

import io.holdfast.projection.reporting.ReportChange.HaulKey;

/** The amount seized of one kind of goods at a port in a month, for one operation or for none. */
public record SeizedGoods(HaulKey key, SeizedAmount haul) {
    /** The document identifier. Goods and operations are free text, so their length marks where one ends. */
    static String id(HaulKey key) {
        String operation = key.operation() == null ? "" : key.operation();
        return key.month() + "|" + key.port().value() + "|" + key.goods().length() + "|" + key.goods() + "|"
                + operation;
    }
}
