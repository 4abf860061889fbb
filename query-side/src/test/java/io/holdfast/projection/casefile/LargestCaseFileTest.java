package io.holdfast.projection.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.actor.UserId;
import io.holdfast.command.shipment.domain.Histories;
import io.holdfast.query.CaseFile;
import io.holdfast.query.CaseParts.Act;
import io.holdfast.runtime.json.LanguageJson;
import io.holdfast.shipment.*;
import io.holdfast.shipment.event.ShipmentEvent;
import io.holdfast.shipment.event.ShipmentEvent.*;
import io.holdfast.value.Hs6;
import io.holdfast.value.Mass;
import io.holdfast.value.MassUnit;
import io.holdfast.value.Money;
import io.holdfast.value.Quantity;
import io.holdfast.value.QuantityUnit;
import io.holdfast.value.Sha256;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** MongoDB takes documents up to 16 MB: a case file with everything at its limit, repeatedly, stays far below. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LargestCaseFileTest {
    private static final ShipmentId ID = new ShipmentId("L-1");
    private static final Instant AT = Instant.parse("2026-11-20T10:00:00Z");
    private static final UserId USER = new UserId("u");
    private static final int ROUNDS = 120;
    private static final int CORRECTIONS = 25;
    private static final int LINES = 200;
    private static final int FOUR_MEGABYTES = 4 << 20;

    @Test
    void a_case_file_in_which_everything_is_at_its_limit_stays_below_four_megabytes() {
        var events = new ArrayList<ShipmentEvent>();
        events.add(new ShipmentTargeted(
                ID, Histories.declaration(ID, "2704"), SelectionBasis.MANUAL, null, text(500), AT));
        IntStream.range(0, ROUNDS).forEach(round -> events.addAll(round(round)));
        IntStream.range(0, 50).forEach(hold -> events.add(placed("active" + hold)));

        CaseFile file = folded(events);

        assertThat(LanguageJson.mapper().writeValueAsBytes(file)).hasSizeLessThan(FOUR_MEGABYTES);
        assertThat(file.activeHolds()).hasSize(50);
        assertThat(file.exams().total()).isEqualTo(ROUNDS);
        assertThat(file.exams().last()).as("the latest are shown").isNotEmpty();
        assertThat(file.seizures().total()).isEqualTo(ROUNDS);
        assertThat(file.seizures().last().getLast().lines()).hasSize(LINES);
    }

    private static List<ShipmentEvent> round(int n) {
        var exam = new ExamId("e" + n);
        var request = new SeizureRequestId("s" + n);
        var entry = new EntryId("n" + n);
        var mass = new Mass(BigDecimal.TEN, MassUnit.KG);
        Stream<ShipmentEvent> corrections = IntStream.range(0, CORRECTIONS)
                .mapToObj(_ -> new ExamResultCorrected(ID, exam, result(), result(), text(500), AT));
        return Stream.concat(
                        Stream.of(
                                placed("h" + n),
                                new ExamOrdered(ID, exam, ExamType.INTENSIVE, text(64), text(500), AT),
                                new ExamStarted(ID, exam, AT),
                                new ExamCompleted(ID, exam, result(), AT)),
                        Stream.concat(
                                corrections,
                                Stream.of(
                                        new HoldRemoved(ID, new HoldId("h" + n), text(500), AT),
                                        new LabResultRecorded(
                                                ID,
                                                new SampleId("s0"),
                                                new LabResult(
                                                        Finding.CONTRABAND_CONFIRMED,
                                                        text(120),
                                                        null,
                                                        text(120),
                                                        text(64)),
                                                AT),
                                        new SeizureRequested(
                                                ID,
                                                request,
                                                SeizureExtent.PARTIAL,
                                                Collections.nCopies(LINES, line()),
                                                USER,
                                                AT),
                                        new SeizureRejected(ID, request, text(500), USER, AT),
                                        new CustodyTransferred(
                                                ID, entry, text(120), text(120), text(32), mass, text(500), AT),
                                        new NoteAdded(ID, entry, text(4000), AT),
                                        new EvidenceAttached(
                                                ID,
                                                entry,
                                                new Evidence(text(85), "image/jpeg", 1, new Sha256("0".repeat(64))),
                                                AT),
                                        new Tagged(ID, text(35) + "%05d".formatted(n), AT),
                                        new CasesLinked(
                                                ID, new ShipmentId("OTHER-" + n), LinkRelation.values()[0], AT))))
                .toList();
    }

    private static ShipmentEvent placed(String hold) {
        return new HoldPlaced(ID, new HoldId(hold), HoldType.MANIFEST, text(64), text(500), text(120), AT);
    }

    private static ExamResult result() {
        var findings = Arrays.stream(Finding.values())
                .filter(finding -> finding != Finding.NO_DISCREPANCY)
                .toList();
        var weighed = new Measurement(text(120), new Quantity(BigDecimal.TEN, QuantityUnit.KG));
        var samples =
                IntStream.range(0, 100).mapToObj(i -> new SampleId("s" + i)).toList();
        return new ExamResult(
                findings, List.of(Technique.values()), Collections.nCopies(100, weighed), samples, text(4000));
    }

    private static SeizureLine line() {
        return new SeizureLine(
                text(120),
                new Hs6("293333"),
                new Quantity(BigDecimal.TEN, QuantityUnit.KG),
                new Money(BigDecimal.TEN, Currency.getInstance("USD")),
                text(120),
                text(500),
                TestBasis.values()[0],
                BigDecimal.TEN);
    }

    /** A text with three bytes per character. */
    private static String text(int length) {
        return "\u754c".repeat(length);
    }

    private static CaseFile folded(List<ShipmentEvent> events) {
        CaseFile file = null;
        long version = 0;
        for (ShipmentEvent event : events) {
            file = CaseFold.fold(file, event, "name", new Act(++version, event.at(), "u"))
                    .orElseThrow();
        }
        assertThat(file).isNotNull();
        return file;
    }
}
