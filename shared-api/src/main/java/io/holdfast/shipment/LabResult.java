package io.holdfast.shipment;

import io.holdfast.value.Check;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a laboratory found in a sample.
 *
 * @param finding what it means for the case
 * @param substance the substance identified, if any
 * @param purityPercent purity in percent, 0 to 100, if measured
 * @param laboratory which laboratory
 * @param reportNumber the laboratory's report
 */
public record LabResult(
        Finding finding,
        @Nullable String substance,
        @Nullable BigDecimal purityPercent,
        String laboratory,
        String reportNumber) {

    /** @throws io.holdfast.value.InvalidValueException without a finding, laboratory or report, or for a purity beyond 100 */
    public LabResult {
        Check.present(finding, "finding");
        substance = Check.optionalLine(substance, "substance", 120);
        purityPercent = Percent.optional(purityPercent, "purityPercent");
        laboratory = Check.line(laboratory, "laboratory", 120);
        reportNumber = Check.line(reportNumber, "reportNumber", 64);
    }
}
