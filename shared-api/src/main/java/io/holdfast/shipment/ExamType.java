package io.holdfast.shipment;

/** How thorough an exam is, or who makes it. */
public enum ExamType {
    DOCUMENT_REVIEW,
    /** Gamma or X-ray image (VACIS). */
    NON_INTRUSIVE,
    TAILGATE,
    PARTIAL,
    /** Container unloaded at a central examination station (19 CFR 118). */
    INTENSIVE,
    /** Made by another agency, which the exam names. */
    PARTNER_AGENCY
}
