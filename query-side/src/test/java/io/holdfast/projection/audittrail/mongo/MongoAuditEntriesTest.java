package io.holdfast.projection.audittrail.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.actor.MetadataKeys;
import io.holdfast.actor.PortScope;
import io.holdfast.actor.UserId;
import io.holdfast.command.shipment.domain.Histories;
import io.holdfast.command.shipment.domain.OneOfEach;
import io.holdfast.projection.answer.mongo.RoundTrips;
import io.holdfast.projection.audittrail.ActiveRuleSet;
import io.holdfast.projection.audittrail.AuditTime;
import io.holdfast.projection.audittrail.AuditTrailProjection;
import io.holdfast.projection.support.LiveAndRebuilt;
import io.holdfast.projection.support.ProjectionHarness;
import io.holdfast.query.AuditEntry;
import io.holdfast.query.ReadAuditTrail;
import io.holdfast.query.SearchAudit;
import io.holdfast.query.SearchAudit.Filter;
import io.holdfast.shipment.ShipmentId;
import io.holdfast.shipment.event.ShipmentEvent;
import io.holdfast.targeting.RuleSetCommand;
import io.holdfast.targeting.RuleSetEvent.RuleSetActivated;
import io.holdfast.targeting.RuleSetRef;
import io.holdfast.value.PortCode;
import io.holdfast.value.Sha256;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MongoAuditEntriesTest {
    private static final List<String> USERS = List.of("ann", "bob", "cy");
    private static final Filter NONE = new Filter(null, null, null, null, null, null, null);
    private static ProjectionHarness harness;
    private static MongoAuditEntries entries;
    private static List<AuditEntry> all;

    @BeforeAll
    static void fold() {
        var mapping = new AuditEntryMapping();
        var known = new KnownShipmentMapping();
        harness = ProjectionHarness.of(new AuditTrailProjection(), mapping, known, new ActiveRuleSetMapping());
        var history = new ArrayList<>(Histories.of(11, 30, 500));
        history.addAll(OneOfEach.history());
        for (int i = 0; i < history.size(); i++) {
            ShipmentEvent event = history.get(i);
            harness.given(event.shipmentId().value(), event, event.at(), by(i));
        }
        var activated = new RuleSetActivated(new RuleSetRef(1, new Sha256("ab".repeat(32))), "first", OneOfEach.at(1));
        harness.given(RuleSetCommand.SERIES, activated, activated.at(), by(0)).caughtUp();
        entries = new MongoAuditEntries(harness.readModels(), mapping, known);
        all = entries.search(search(PortScope.all(), NONE, false, null), 10_000);
        assertThat(all).hasSize(history.size() + 1);
    }

    private static Map<String, String> by(int i) {
        return Map.of(
                MetadataKeys.ACTOR,
                USERS.get(i % 3),
                MetadataKeys.ROLES,
                "INSPECTOR",
                MetadataKeys.CORRELATION_ID,
                "corr-" + i / 5);
    }

    @AfterAll
    static void stop() {
        harness.close();
    }

    @Test
    void entries_and_what_is_known_come_back_as_they_were_written() {
        RoundTrips.check(new AuditTrailProjection(), new AuditEntryMapping());
        RoundTrips.check(new AuditTrailProjection(), new KnownShipmentMapping());
        RoundTrips.check(new ActiveRuleSetMapping(), new ActiveRuleSet(3, 4));
    }

    @Test
    void a_rebuild_makes_the_same_trail() {
        LiveAndRebuilt.assertEqual(harness);
    }

    @Test
    void every_filter_leaves_exactly_what_it_names() {
        Instant from = all.get(100).at();
        Instant to = all.get(400).at();
        var shipment = new ShipmentId("W11-3");
        var port = new PortCode("2704");
        expect(new Filter(new UserId("bob"), null, null, null, null, null, null), e -> "bob".equals(e.actor()));
        expect(new Filter(null, port, null, null, null, null, null), e -> port.equals(e.port()));
        expect(
                new Filter(null, null, "shipment.hold-placed", null, null, null, null),
                e -> e.action().equals("shipment.hold-placed"));
        expect(new Filter(null, null, null, shipment, null, null, null), e -> shipment.equals(e.shipmentId()));
        expect(new Filter(null, null, null, null, "corr-7", null, null), e -> "corr-7".equals(e.correlationId()));
        Predicate<AuditEntry> between = e -> !e.at().isBefore(from) && e.at().isBefore(to);
        expect(new Filter(null, null, null, null, null, from, to), between);
        expect(
                new Filter(new UserId("ann"), port, null, null, null, from, to),
                between.and(e -> "ann".equals(e.actor()) && port.equals(e.port())));
    }

    private static void expect(Filter filter, Predicate<AuditEntry> which) {
        List<AuditEntry> expected = all.stream().filter(which).toList();
        assertThat(expected).isNotEmpty();
        assertThat(entries.search(search(PortScope.all(), filter, false, null), 10_000))
                .isEqualTo(expected);
        assertThat(entries.search(search(PortScope.all(), filter, true, null), 10_000))
                .isEqualTo(expected.reversed());
    }

    @Test
    void a_scope_shows_its_ports_and_the_rule_sets_and_nothing_else() {
        PortScope scope = PortScope.only(new PortCode("2704"), new PortCode("5301"));
        List<AuditEntry> seen = entries.search(search(scope, NONE, false, null), 10_000);
        assertThat(seen)
                .isEqualTo(all.stream()
                        .filter(e -> e.port() == null || scope.includes(e.port()))
                        .toList());
        assertThat(seen).extracting(AuditEntry::action).contains("rule-set.activated");
        var elsewhere = new Filter(null, new PortCode("1101"), null, null, null, null, null);
        assertThat(entries.search(search(scope, elsewhere, false, null), 10)).isEmpty();
    }

    @Test
    void pages_in_either_order_follow_one_another_without_gap_or_overlap() {
        for (boolean newestFirst : List.of(true, false)) {
            var paged = new ArrayList<AuditEntry>();
            String after = null;
            List<AuditEntry> page;
            do {
                page = entries.search(search(PortScope.all(), NONE, newestFirst, after), 37);
                paged.addAll(page);
                after = page.isEmpty() ? null : AuditTime.key(page.getLast());
            } while (after != null);
            assertThat(paged).isEqualTo(newestFirst ? all.reversed() : all);
        }
    }

    @Test
    void the_trail_of_a_shipment_is_in_the_order_of_its_versions() {
        var whole = new ReadAuditTrail(OneOfEach.ID, PortScope.all(), true, false, null, 500);
        List<AuditEntry> trail = entries.trail(whole, 500);
        assertThat(trail)
                .extracting(AuditEntry::version)
                .isSorted()
                .hasSize(OneOfEach.history().size());
        assertThat(entries.trail(whole.after(trail.get(9).position()), 5)).isEqualTo(trail.subList(10, 15));
        assertThat(entries.port(OneOfEach.ID)).contains(new PortCode("2704"));
        assertThat(entries.port(new ShipmentId("unknown"))).isEmpty();
    }

    @Test
    void the_position_is_that_of_the_last_event() {
        assertThat(entries.position()).isGreaterThanOrEqualTo(harness.log().head());
    }

    private static SearchAudit search(PortScope scope, Filter filter, boolean newestFirst, String after) {
        return new SearchAudit(scope, true, filter, newestFirst, after, 500);
    }
}
