package io.holdfast.projection.audittrail;

import static io.holdfast.command.shipment.domain.OneOfEach.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.actor.MetadataKeys;
import io.holdfast.command.shipment.domain.OneOfEach;
import io.holdfast.projection.support.ProjectedEvent;
import io.holdfast.query.AuditEntry;
import io.holdfast.query.AuditEntry.Change;
import io.holdfast.runtime.json.EventNames;
import io.holdfast.runtime.json.LanguageJson;
import io.holdfast.shipment.*;
import io.holdfast.shipment.event.ShipmentEvent;
import io.holdfast.shipment.event.ShipmentEvent.*;
import io.holdfast.targeting.*;
import io.holdfast.targeting.DraftEvent.RuleSetApproved;
import io.holdfast.targeting.DraftEvent.RuleSetDrafted;
import io.holdfast.targeting.RuleSetEvent.RuleSetActivated;
import io.holdfast.targeting.RuleSetEvent.RuleSetPublished;
import io.holdfast.value.PortCode;
import io.holdfast.value.Sha256;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AuditFoldTest {
    private static final Map<String, String> BY = Map.of(
            MetadataKeys.ACTOR, "ann",
            MetadataKeys.ROLES, "INSPECTOR,SUPERVISOR",
            MetadataKeys.PORT, "2704",
            MetadataKeys.ADDRESS, "10.1.2.3",
            MetadataKeys.CORRELATION_ID, "corr-1",
            MetadataKeys.CAUSATION_ID, "cause-1");

    @Test
    void an_entry_says_who_in_which_role_from_where_when_and_in_what_connection() {
        AuditEntry entry = entries(OneOfEach.history()).get(5);
        assertThat(entry.shipmentId()).isEqualTo(ID);
        assertThat(entry.port()).isEqualTo(new PortCode("2704"));
        assertThat(entry.version()).isEqualTo(6);
        assertThat(entry.position()).isEqualTo(1006);
        assertThat(entry.action()).isEqualTo("shipment.hold-placed");
        assertThat(entry.revision()).isEqualTo("1");
        assertThat(entry.at()).isEqualTo(at(6));
        assertThat(entry.actor()).isEqualTo("ann");
        assertThat(entry.roles()).containsExactly("INSPECTOR", "SUPERVISOR");
        assertThat(entry.dutyPort()).isEqualTo("2704");
        assertThat(entry.address()).isEqualTo("10.1.2.3");
        assertThat(entry.reason()).isEqualTo("check");
        assertThat(entry.correlationId()).isEqualTo("corr-1");
        assertThat(entry.causationId()).isEqualTo("cause-1");
        assertThat(entry.eventId()).isEqualTo("event-6");
    }

    @Test
    void an_event_without_metadata_has_an_entry_too() {
        var nobody = new ProjectedEvent(
                OneOfEach.history().getFirst(), "x", "shipment.cleared", ID.value(), 1, 0, at(1), Map.of());
        var happened = (ShipmentEvent) nobody.payload();
        AuditEntry entry =
                AuditFold.entry(KnownShipment.UNKNOWN, KnownShipment.UNKNOWN.after(happened, 1), happened, nobody);
        assertThat(entry.actor()).isNull();
        assertThat(entry.roles()).isEmpty();
        assertThat(entry.revision()).isEmpty();
    }

    @Test
    void changes_are_pairs_of_old_and_new() {
        List<AuditEntry> entries = entries(OneOfEach.history());
        assertThat(entries.get(5).changes())
                .containsExactlyInAnyOrder(
                        new Change("status", "TARGETED", "HELD"), new Change("holds.h1", null, "MANIFEST"));
        assertThat(entries.get(7).changes()).containsExactly(new Change("holds.h1", "MANIFEST", null));
        assertThat(entries.get(15).changes()).containsExactly(new Change("assignee", "ann", "sue"));
        assertThat(entries.get(16).changes()).containsExactly(new Change("assignee", "sue", null));
        assertThat(entries.get(27).changes())
                .contains(
                        new Change("status", "INSPECTED", "SEIZED"),
                        new Change("seizureRequests.q2", "PENDING", "APPROVED"));
    }

    @Test
    void a_correction_says_which_entry_it_corrects_and_every_value_that_differs() {
        AuditEntry corrected = entries(OneOfEach.history()).get(11);
        assertThat(corrected.refersTo()).isEqualTo(11);
        assertThat(corrected.changes())
                .containsExactlyInAnyOrder(
                        new Change("result.findings[0]", "CONTRABAND_PRESUMPTIVE", "CONTRABAND_CONFIRMED"),
                        new Change("result.findings[1]", "QUANTITY_OVERAGE", null),
                        new Change("result.measurements[0].what", "gross mass", null),
                        new Change("result.measurements[0].quantity.amount", "13.1", null),
                        new Change("result.measurements[0].quantity.unit", "KG", null),
                        new Change("result.remarks", "white powder", "brown powder"));
    }

    @Test
    void a_correction_of_a_correction_refers_to_the_correction() {
        var history = new ArrayList<>(OneOfEach.history().subList(0, 12));
        history.add(new ExamResultCorrected(ID, new ExamId("e1"), CORRECTED, RESULT, "right after all", at(13)));
        assertThat(entries(history).getLast().refersTo()).isEqualTo(12);
    }

    @Test
    void what_ends_decides_or_answers_something_refers_to_what_began_it() {
        List<AuditEntry> entries = entries(OneOfEach.history());
        var refers = new HashMap<Long, Long>();
        entries.stream().filter(e -> e.refersTo() != null).forEach(e -> refers.put(e.version(), e.refersTo()));
        assertThat(refers)
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry(3L, 2L),
                        Map.entry(8L, 6L),
                        Map.entry(10L, 9L),
                        Map.entry(11L, 9L),
                        Map.entry(12L, 11L),
                        Map.entry(13L, 11L),
                        Map.entry(15L, 14L),
                        Map.entry(26L, 25L),
                        Map.entry(28L, 27L),
                        Map.entry(30L, 29L)));
    }

    static List<ShipmentEvent> events() {
        return OneOfEach.history();
    }

    @ParameterizedTest
    @MethodSource("events")
    void every_value_that_an_event_says_is_in_its_entry(ShipmentEvent event) {
        AuditEntry entry = entries(List.of(event)).getFirst();
        var said = new ArrayList<String>();
        leaves(LanguageJson.mapper().valueToTree(event), said);
        var told = new ArrayList<>(entry.facts().values());
        told.addAll(entry.logic().values());
        told.add(entry.shipmentId().value());
        told.add(entry.at().toString());
        told.add(String.valueOf(entry.reason()));
        assertThat(said)
                .isNotEmpty()
                .allSatisfy(value -> assertThat(told)
                        .anySatisfy(text -> assertThat(same(text, value)).isTrue()));
        assertThat(entry.facts().keySet()).doesNotContain("shipmentId", "at", "reason");
    }

    private static boolean same(String text, String value) {
        if (text.equals(value)) {
            return true;
        }
        try {
            return new BigDecimal(text).compareTo(new BigDecimal(value)) == 0;
        } catch (NumberFormatException notNumbers) {
            return false;
        }
    }

    private static void leaves(JsonNode node, List<String> texts) {
        if (node.isContainer()) {
            node.forEach(child -> leaves(child, texts));
        } else {
            texts.add(node.asString());
        }
    }

    @Test
    void how_rules_decided_is_kept_apart_from_what_everybody_sees() {
        AuditEntry entry = entries(OneOfEach.history()).getFirst();
        assertThat(entry.logic())
                .containsOnlyKeys(
                        "screening.score",
                        "screening.threshold",
                        "screening.fired[0].ruleId",
                        "screening.fired[0].weight",
                        "screening.failed[0].ruleId",
                        "screening.failed[0].reason",
                        "screening.failed[0].place.line",
                        "screening.failed[0].place.column",
                        "screening.propensity");
        assertThat(entry.facts())
                .containsEntry("screening.ruleSet.version", "3")
                .containsEntry("screening.fired[0].instruction", "Look for drums")
                .containsEntry("declaration.netMass.amount", "12.5")
                .containsEntry("declaration.attributes.broker", "B-9");
        assertThat(entry.withoutLogic().logic()).isEmpty();
        assertThat(entry.withoutLogic().facts()).isEqualTo(entry.facts());
    }

    @Test
    void a_published_rule_set_is_named_by_version_hash_and_rules_without_their_logic() {
        var ref = new RuleSetRef(4, new Sha256("ef".repeat(32)));
        var rule = new Rule(new RuleId("precursor"), "why", "hs6 == '293333'", 12, "Look for drums");
        var published = new RuleSetPublished(ref, new RuleSet("October", List.of(rule), 10, 0.02, 7), at(1));
        AuditEntry entry = series(new ActiveRuleSet(3, 3), published);
        assertThat(entry.shipmentId()).isNull();
        assertThat(entry.port()).isNull();
        assertThat(entry.action()).isEqualTo("rule-set.published");
        assertThat(entry.facts())
                .containsOnly(
                        Map.entry("ref.version", "4"),
                        Map.entry("ref.contentHash", "ef".repeat(32)),
                        Map.entry("ruleSet.name", "October"),
                        Map.entry("ruleSet.rules[0].id", "precursor"));
        assertThat(entry.logic())
                .containsOnlyKeys(
                        "ruleSet.rules[0].weight", "ruleSet.threshold", "ruleSet.randomShare", "ruleSet.seed");
        assertThat(entry.changes()).containsExactly(new Change("publishedVersion", "3", "4"));
    }

    @Test
    void an_activated_rule_set_says_which_one_decided_before_and_why_it_no_longer_does() {
        var activated = new RuleSetActivated(new RuleSetRef(4, new Sha256("ef".repeat(32))), "fewer errors", at(2));
        AuditEntry entry = series(new ActiveRuleSet(3, 4), activated);
        assertThat(entry.reason()).isEqualTo("fewer errors");
        assertThat(entry.changes()).containsExactly(new Change("activeVersion", "3", "4"));
    }

    @Test
    void a_draft_is_named_with_its_rules_and_profiles_and_hides_grounds_and_tables() {
        var cells = List.of(
                new RiskProfile.Cell(List.of("293333"), 20, 7), new RiskProfile.Cell(List.of("090240"), 400, 1));
        var profile = new RiskProfile(
                new RuleId("goods"), "History", List.of("hs6"), 1, 0.2, 5, LocalDate.of(2026, 11, 1), cells);
        var content = new RuleSet("November", List.of(), List.of(profile), ExamCapacity.UNLIMITED, 1, 0.1, 7);
        var drafted = new RuleSetDrafted(
                new DraftId("D-1"), content, new Sha256("ef".repeat(32)), "Precursors were missed", at(1));

        AuditEntry entry = draft(drafted);

        assertThat(entry.action()).isEqualTo("rule-set.drafted");
        assertThat(entry.actor()).isEqualTo(BY.get(MetadataKeys.ACTOR));
        assertThat(entry.facts())
                .containsOnly(
                        Map.entry("draft", "D-1"),
                        Map.entry("contentHash", "ef".repeat(32)),
                        Map.entry("ruleSet.name", "November"),
                        Map.entry("ruleSet.profiles[0].id", "goods"));
        assertThat(entry.logic())
                .containsEntry("grounds", "Precursors were missed")
                .containsEntry("ruleSet.profiles[0].cells", "2")
                .doesNotContainKey("ruleSet.profiles[0].description");
        assertThat(entry.withoutLogic().logic()).isEmpty();
    }

    @Test
    void an_approval_says_who_approved_which_content_and_why() {
        AuditEntry entry =
                draft(new RuleSetApproved(new DraftId("D-1"), new Sha256("ef".repeat(32)), "As simulated", at(2)));

        assertThat(entry.action()).isEqualTo("rule-set.approved");
        assertThat(entry.reason()).isEqualTo("As simulated");
        assertThat(entry.facts()).containsOnlyKeys("draft", "contentHash");
    }

    private static AuditEntry draft(DraftEvent event) {
        var name = EventNames.of(event.getClass()).orElseThrow();
        return AuditFold.entry(
                event,
                new ProjectedEvent(
                        event,
                        "event",
                        name.name() + "#" + name.revision(),
                        event.draft().stream(),
                        1,
                        5,
                        event.at(),
                        BY));
    }

    private static AuditEntry series(ActiveRuleSet before, RuleSetEvent event) {
        var name = EventNames.of(event.getClass()).orElseThrow();
        var projected = new ProjectedEvent(
                event, "event", name.name() + "#" + name.revision(), RuleSetCommand.SERIES, 1, 5, event.at(), BY);
        return AuditFold.entry(before, before.after(event), event, projected);
    }

    static List<AuditEntry> entries(List<ShipmentEvent> history) {
        var known = new HashMap<ShipmentId, KnownShipment>();
        var versions = new HashMap<ShipmentId, Long>();
        var entries = new ArrayList<AuditEntry>();
        long position = 1000;
        for (ShipmentEvent event : history) {
            long version = versions.merge(event.shipmentId(), 1L, Long::sum);
            KnownShipment before = known.getOrDefault(event.shipmentId(), KnownShipment.UNKNOWN);
            KnownShipment after = before.after(event, version);
            known.put(event.shipmentId(), after);
            entries.add(AuditFold.entry(before, after, event, projected(event, version, ++position)));
        }
        return entries;
    }

    static ProjectedEvent projected(ShipmentEvent event, long version, long position) {
        var name = EventNames.of(event.getClass()).orElseThrow();
        return new ProjectedEvent(
                event,
                "event-" + version,
                name.name() + "#" + name.revision(),
                event.shipmentId().value(),
                version,
                position,
                event.at(),
                BY);
    }
}
