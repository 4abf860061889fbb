package io.holdfast.shipment;

/**
 * The kind of a hold, which says why a shipment may not move. The public CBP disposition codes 1H and 1I place and
 * remove a hold at the port of discharge.
 */
public enum HoldType {
    MANIFEST,
    COMMERCIAL_ENFORCEMENT,
    STATISTICAL_VALIDATION,
    /** Contraband Enforcement Team. */
    CONTRABAND_ENFORCEMENT,
    /** Held for another agency, such as FDA, USDA or DEA; the hold names it. */
    PARTNER_AGENCY,
    INTELLIGENCE
}
