package io.holdfast.command.shipment.domain;

import io.holdfast.shipment.SelectionBasis;
import io.holdfast.targeting.Screening;
import org.jspecify.annotations.Nullable;

/**
 * What screening made of a declaration.
 *
 * @param screening the score and the rules that fired
 * @param basis on what grounds it is selected; absent when it is cleared
 */
public record Verdict(Screening screening, @Nullable SelectionBasis basis) {}
