package io.holdfast.shipment;

import io.holdfast.value.Check;
import io.holdfast.value.InvalidValueException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of an exam.
 *
 * @param findings at least one; NO_DISCREPANCY stands alone
 * @param techniques the means used; at least one
 * @param measurements what was weighed or counted
 * @param samples samples taken for a laboratory
 * @param remarks in the officer's words, if any
 */
public record ExamResult(
        List<Finding> findings,
        List<Technique> techniques,
        List<Measurement> measurements,
        List<SampleId> samples,
        @Nullable String remarks) {

    /** @throws InvalidValueException without a finding or technique, or when NO_DISCREPANCY stands beside a discrepancy */
    public ExamResult {
        findings = Check.notEmpty(findings, "findings", Finding.values().length).stream()
                .distinct()
                .toList();
        if (findings.contains(Finding.NO_DISCREPANCY) && findings.size() > 1) {
            throw new InvalidValueException("findings", "must not name a discrepancy beside NO_DISCREPANCY");
        }
        techniques = Check.notEmpty(techniques, "techniques", Technique.values().length).stream()
                .distinct()
                .toList();
        measurements = Check.atMost(measurements, "measurements", 100);
        samples = Check.atMost(samples, "samples", 100).stream().distinct().toList();
        remarks = Check.optionalText(remarks, "remarks", 4000);
    }
}
