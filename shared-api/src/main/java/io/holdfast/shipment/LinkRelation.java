package io.holdfast.shipment;

/** How two linked cases are related. */
public enum LinkRelation {
    SAME_PARTY,
    SAME_CONTAINER,
    SAME_ROUTE,
    SAME_CONCEALMENT,
    RELATED_INVESTIGATION
}
