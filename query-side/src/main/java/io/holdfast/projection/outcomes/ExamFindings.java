package io.holdfast.projection.outcomes;

import io.holdfast.query.LabelledShipment.Certainty;
import io.holdfast.query.LabelledShipment.Outcome;
import io.holdfast.shipment.ExamResult;
import io.holdfast.shipment.Finding;
import io.holdfast.shipment.LabResult;
import io.holdfast.shipment.SampleId;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What exams and laboratories found in a shipment, with corrections applied.
 *
 * @param exams the result of each exam, as last corrected, by exam
 * @param laboratory the latest finding for each sample, by sample
 */
public record ExamFindings(Map<String, Result> exams, Map<String, Finding> laboratory) {
    /** No exams yet. */
    public static final ExamFindings NOTHING = new ExamFindings(Map.of(), Map.of());

    public ExamFindings {
        exams = Collections.unmodifiableMap(new TreeMap<>(exams));
        laboratory = Collections.unmodifiableMap(new TreeMap<>(laboratory));
    }

    /** The parts of an exam result that matter for the outcome. */
    public record Result(List<Finding> findings, List<String> samples) {
        public Result {
            findings = List.copyOf(findings);
            samples = List.copyOf(samples);
        }
    }

    ExamFindings with(String examId, ExamResult result) {
        var more = new HashMap<>(exams);
        var samples = result.samples().stream().map(SampleId::value).toList();
        more.put(examId, new Result(result.findings(), samples));
        return new ExamFindings(more, laboratory);
    }

    ExamFindings with(String sampleId, LabResult result) {
        var more = new HashMap<>(laboratory);
        more.put(sampleId, result.finding());
        return new ExamFindings(exams, more);
    }

    Outcome outcome() {
        if (exams.isEmpty()) {
            return Outcome.UNKNOWN;
        }
        if (positive()) {
            return Outcome.POSITIVE;
        }
        return awaited() ? Outcome.PENDING : Outcome.NEGATIVE;
    }

    /** The certainty of a positive outcome; null for any other. */
    @Nullable Certainty certainty() {
        if (outcome() != Outcome.POSITIVE) {
            return null;
        }
        return confirmed() ? Certainty.CONFIRMED : Certainty.PRESUMPTIVE;
    }

    private boolean positive() {
        return laboratory.values().stream().anyMatch(Finding::positive)
                || exams.values().stream().anyMatch(this::positive);
    }

    private boolean positive(Result result) {
        return result.findings().stream()
                .filter(Finding::positive)
                .anyMatch(finding -> finding != Finding.CONTRABAND_PRESUMPTIVE || !refuted(result));
    }

    /** Whether the laboratory refuted a presumptive field test: it found nothing in any sample of the exam. */
    private boolean refuted(Result result) {
        return !result.samples().isEmpty()
                && result.samples().stream().allMatch(s -> laboratory.get(s) == Finding.NO_DISCREPANCY);
    }

    private boolean confirmed() {
        return laboratory.values().stream().anyMatch(ExamFindings::needsNoTest)
                || exams.values().stream().flatMap(r -> r.findings().stream()).anyMatch(ExamFindings::needsNoTest);
    }

    private static boolean needsNoTest(Finding finding) {
        return finding.positive() && finding != Finding.CONTRABAND_PRESUMPTIVE;
    }

    /** Whether a sample has no laboratory report yet. */
    private boolean awaited() {
        return exams.values().stream()
                .flatMap(result -> result.samples().stream())
                .anyMatch(sample -> !laboratory.containsKey(sample));
    }
}
