package io.holdfast.projection.casefile;

import static io.holdfast.command.shipment.domain.OneOfEach.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.actor.UserId;
import io.holdfast.command.shipment.domain.OneOfEach;
import io.holdfast.query.BrowseQueue.PendingApproval;
import io.holdfast.query.CaseFile;
import io.holdfast.query.CaseParts.*;
import io.holdfast.query.Recent;
import io.holdfast.shipment.*;
import io.holdfast.shipment.event.ShipmentEvent;
import io.holdfast.shipment.event.ShipmentEvent.*;
import io.holdfast.shipment.state.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CaseFoldTest {
    private static final ShipmentEvent TARGETED =
            new ShipmentTargeted(ID, DECLARATION, SelectionBasis.RULES, SCREENING, null, at(1));
    private static final ShipmentEvent HELD =
            new HoldPlaced(ID, new HoldId("h1"), HoldType.MANIFEST, null, "check", "pier", at(61));

    @Test
    void a_selected_shipment_opens_with_its_declaration_and_the_instructions_of_its_rules() {
        CaseFile file = after(TARGETED);
        assertThat(file.status()).isEqualTo(Status.TARGETED);
        assertThat(file.declaration()).isEqualTo(DECLARATION);
        assertThat(file.selection().instructions()).containsExactly("Look for drums");
        assertThat(file.selection().logic()).isEqualTo(SCREENING);
        assertThat(file.version()).isEqualTo(1);
    }

    @Test
    void a_cleared_shipment_is_released_on_no_basis() {
        CaseFile file = after(new ShipmentCleared(ID, DECLARATION, SCREENING, at(1)));
        assertThat(file.status()).isEqualTo(Status.RELEASED);
        assertThat(file.selection().basis()).isNull();
        assertThat(file.selection().instructions()).isEmpty();
    }

    @Test
    void what_happens_before_a_declaration_is_known_opens_no_case() {
        assertThat(CaseFold.fold(null, HELD, "shipment.hold-placed", new Act(1, at(1), "ann")))
                .isEmpty();
    }

    @Test
    void two_holds_stack_and_the_removed_one_is_remembered_with_who_and_why() {
        var second = new HoldPlaced(ID, new HoldId("h2"), HoldType.INTELLIGENCE, null, "tip", "pier", at(62));
        CaseFile file = after(TARGETED, HELD, second, new HoldRemoved(ID, new HoldId("h1"), "papers came", at(63)));
        assertThat(file.status()).isEqualTo(Status.HELD);
        assertThat(file.activeHolds()).extracting(Hold::holdId).containsExactly(new HoldId("h2"));
        assertThat(file.pastHolds().last())
                .extracting(Hold::removed)
                .containsExactly(new Removal("papers came", new Act(4, at(63), "by-4")));
    }

    @Test
    void a_correction_changes_the_result_and_keeps_the_one_that_it_corrects() {
        Exam exam = whole().exams().last().getFirst();
        assertThat(exam.result()).isEqualTo(CORRECTED);
        assertThat(exam.corrections().last())
                .containsExactly(new Correction(RESULT, "misread", new Act(12, at(12), "by-12")));
        assertThat(exam.completed()).isEqualTo(new Act(11, at(11), "by-11"));
    }

    @Test
    void a_request_to_seize_is_pending_until_a_second_person_decides() {
        var requested = new SeizureRequested(ID, new SeizureRequestId("q1"), SeizureExtent.FULL, LINES, ANN, at(25));
        assertThat(after(TARGETED, requested).pendingApprovals())
                .containsExactly(new PendingApproval(PendingApproval.Kind.SEIZURE, "q1", ANN, at(25)));
        CaseFile decided =
                after(TARGETED, requested, new SeizureRejected(ID, new SeizureRequestId("q1"), "thin", SUE, at(26)));
        assertThat(decided.pendingApprovals()).isEmpty();
        assertThat(decided.seizures().last().getFirst().decision())
                .isEqualTo(new Decision(false, SUE, "thin", new Act(3, at(26), "by-3")));
    }

    @Test
    void a_demand_is_pending_until_it_is_approved() {
        var cleared = new ShipmentCleared(ID, DECLARATION, SCREENING, at(1));
        var demanded = new RedeliveryDemanded(ID, new DemandId("d1"), "tip", ANN, at(2));
        assertThat(after(cleared, demanded).pendingApprovals()).hasSize(1);
        CaseFile back = after(cleared, demanded, new RedeliveryApproved(ID, new DemandId("d1"), ANN, SUE, at(3)));
        assertThat(back.pendingApprovals()).isEmpty();
        assertThat(back.status()).isEqualTo(Status.TARGETED);
    }

    @Test
    void a_release_ends_assignment_escalation_and_snooze_but_not_the_operation() {
        CaseFile file = after(
                TARGETED,
                new Claimed(ID, ANN, null, at(2)),
                new Escalated(ID, "waits", at(3)),
                new OperationAssigned(ID, "Blue Lotus", at(4)),
                new ShipmentReleased(ID, ReleaseKind.FULL, WaiverReason.TARGETING_ERROR, "ok", at(5)));
        assertThat(file.work()).isEqualTo(new Work(null, null, null, "Blue Lotus"));
    }

    @Test
    void time_in_each_status_adds_up_over_stays_and_the_present_one_is_open() {
        CaseFile file = after(
                TARGETED,
                HELD,
                new HoldRemoved(ID, new HoldId("h1"), "error", at(71)),
                new HoldPlaced(ID, new HoldId("h2"), HoldType.MANIFEST, null, "again", "pier", at(72)),
                new HoldRemoved(ID, new HoldId("h2"), "error", at(77)));
        assertThat(file.timeInStatus())
                .containsExactly(
                        new TimeInStatus(Status.TARGETED, 61 * 60, at(77)),
                        new TimeInStatus(Status.HELD, 15 * 60, null));
    }

    @Test
    void a_stay_is_never_negative_when_clocks_disagree() {
        CaseFile file =
                after(TARGETED, new HoldPlaced(ID, new HoldId("h1"), HoldType.MANIFEST, null, "check", "pier", at(0)));
        assertThat(file.timeInStatus().getFirst()).isEqualTo(new TimeInStatus(Status.TARGETED, 0, null));
    }

    @Test
    void a_tag_in_another_spelling_is_the_tag_that_is_there() {
        Instant now = Instant.parse("2026-11-24T16:00:00Z");
        var by = new Act(1, now, null);
        var dossier = DossierFold.EMPTY;
        for (String tag : List.of("Repeat sender", "REPEAT SENDER", "Repeat\u00a0sender", "Ｒepeat sender")) {
            dossier = DossierFold.after(dossier, new Tagged(new ShipmentId("S-1"), tag, now), by);
        }

        assertThat(dossier.tags()).containsExactly("Repeat sender");
    }

    @Test
    void history_keeps_the_last_two_hundred_lines_and_counts_all() {
        var events = new ArrayList<>(List.of(TARGETED));
        IntStream.range(0, 500).forEach(n -> events.add(new NoteAdded(ID, new EntryId("n" + n), "text", at(n))));
        CaseFile file = after(events.toArray(ShipmentEvent[]::new));
        assertThat(file.history().total()).isEqualTo(501);
        assertThat(file.history().last()).hasSize(200);
        assertThat(file.history().last().getLast()).isEqualTo(new Line(501, "event.501", at(499), "by-501"));
        assertThat(file.dossier().notes().total()).isEqualTo(500);
        assertThat(file.dossier().notes().last()).hasSize(DossierFold.NOTES);
    }

    @Test
    void each_part_of_a_whole_history_is_in_the_file() {
        CaseFile file = whole();
        assertThat(file.work().operation()).isEqualTo("Blue Lotus");
        assertThat(file.custody().transfers().total()).isOne();
        assertThat(file.custody().discrepancies().total()).isOne();
        assertThat(file.dossier().tags()).containsExactly("repeat");
        assertThat(file.seizures().last()).extracting(Seizure::fpfCaseNumber).containsExactly(null, "2026-1");
        assertThat(file.status()).isEqualTo(Status.SEIZED);
        assertThat(file.history().last()).hasSize(OneOfEach.history().size());
    }

    static List<ShipmentEvent> events() {
        return OneOfEach.history();
    }

    @ParameterizedTest
    @MethodSource("events")
    void every_event_changes_more_than_the_history(ShipmentEvent event) {
        List<ShipmentEvent> history = OneOfEach.history();
        int index = history.indexOf(event);
        if (index == 0) {
            return;
        }
        assertThat(essence(after(history.subList(0, index + 1).toArray(ShipmentEvent[]::new))))
                .isNotEqualTo(essence(after(history.subList(0, index).toArray(ShipmentEvent[]::new))));
    }

    @Test
    void the_history_of_these_tests_has_every_kind_of_event() {
        assertThat(OneOfEach.history().stream().map(Object::getClass).collect(Collectors.toSet()))
                .isEqualTo(Arrays.stream(ShipmentEvent.class.getPermittedSubclasses())
                        .collect(Collectors.toSet()));
    }

    @Test
    void time_is_told_for_each_hold_that_ended_and_each_stay_with_an_assignee() {
        CaseFile file = whole();
        assertThat(file.pastHolds().last()).extracting(Hold::seconds).contains(120L);
        assertThat(file.activeHolds()).extracting(Hold::seconds).containsOnlyNulls();
        assertThat(file.timeWithAssignee().last())
                .containsExactly(
                        new TimeWithAssignee(new UserId("ann"), OneOfEach.at(5), 660L),
                        new TimeWithAssignee(new UserId("sue"), OneOfEach.at(16), 60L));
    }

    private static CaseFile essence(CaseFile f) {
        return new CaseFile(
                f.shipmentId(),
                f.port(),
                f.status(),
                0,
                f.openedAt(),
                f.openedAt(),
                f.declaration(),
                f.selection(),
                f.work(),
                f.activeHolds(),
                f.pastHolds(),
                f.exams(),
                f.labResults(),
                f.pendingApprovals(),
                f.seizures(),
                f.custody(),
                f.referrals(),
                f.arrests(),
                f.releases(),
                f.redeliveries(),
                f.detention(),
                f.clocks(),
                f.dossier(),
                List.of(),
                Recent.none(),
                Recent.none());
    }

    static CaseFile whole() {
        return after(OneOfEach.history().toArray(ShipmentEvent[]::new));
    }

    static CaseFile after(ShipmentEvent... events) {
        CaseFile file = null;
        long version = 0;
        for (ShipmentEvent event : events) {
            version++;
            var act = new Act(version, event.at(), "by-" + version);
            file = CaseFold.fold(file, event, "event." + version, act).orElseThrow();
        }
        return file;
    }
}
