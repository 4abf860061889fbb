package io.holdfast.shipment;

/**
 * Why an exam was not made, or a shipment was released unexamined. A closed list, so that waivers can be compared
 * between units.
 */
public enum WaiverReason {
    RESOURCE_CONSTRAINT,
    DUPLICATE_TARGET,
    DOCUMENTS_SUFFICIENT,
    TRUSTED_TRADER,
    NON_INTRUSIVE_CLEARED,
    PARTNER_AGENCY_CLEARED,
    SAFETY_HAZARD,
    TARGETING_ERROR
}
