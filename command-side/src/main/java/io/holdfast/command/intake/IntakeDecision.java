package io.holdfast.command.intake;

/**
 * What the shipment answered to its declaration.
 *
 * @param outcome TARGETED or RELEASED: what the first declaration led to, whatever happened to the case since
 * @param version the number of events of the shipment
 * @param repeated whether the same declaration was in before
 */
record IntakeDecision(IntakeOutcome outcome, long version, boolean repeated) {}
