package io.holdfast.projection.reporting;

import io.holdfast.projection.reporting.ReportChange.HaulKey;

/** What was seized of one kind of goods at a port in a month, for an operation or for none. */
public record SeizedGoods(HaulKey key, SeizedAmount haul) {
    /** Goods and operations are free text: the length tells where one ends. */
    static String id(HaulKey key) {
        String operation = key.operation() == null ? "" : key.operation();
        return key.month() + "|" + key.port().value() + "|" + key.goods().length() + "|" + key.goods() + "|"
                + operation;
    }
}
