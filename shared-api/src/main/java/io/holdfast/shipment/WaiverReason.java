package io.holdfast.shipment;

/** Why an exam is not made, or a shipment released unexamined; a closed list, so that waivers compare between units. */
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
