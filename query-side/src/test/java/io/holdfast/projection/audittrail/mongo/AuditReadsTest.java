package io.holdfast.projection.audittrail.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.actor.PortScope;
import io.holdfast.actor.UserId;
import io.holdfast.command.shipment.domain.Histories;
import io.holdfast.projection.CountedReads;
import io.holdfast.projection.answer.Deliveries;
import io.holdfast.projection.audittrail.AuditTrailProjection;
import io.holdfast.query.ReadAuditTrail;
import io.holdfast.query.SearchAudit;
import io.holdfast.query.SearchAudit.Filter;
import io.holdfast.shipment.ShipmentId;
import io.holdfast.shipment.event.ShipmentEvent;
import io.holdfast.value.PortCode;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AuditReadsTest {
    private static final int PAGE = 21;
    private static final List<ShipmentEvent> EVENTS = Histories.of(31, 100, 6000);
    private static final Instant MIDDLE = EVENTS.get(3000).at();
    private static final List<PortScope> SCOPES = List.of(
            PortScope.all(),
            PortScope.only(new PortCode("2704")),
            PortScope.only(new PortCode("2704"), new PortCode("5301"), new PortCode("1101")));
    private static CountedReads stored;
    private static MongoAuditEntries entries;

    @BeforeAll
    static void store() {
        var mapping = new AuditEntryMapping();
        var projection = new AuditTrailProjection();
        stored = new CountedReads(new Deliveries(projection).deliver(Deliveries.projected(EVENTS)), mapping);
        entries = new MongoAuditEntries(stored, mapping, new KnownShipmentMapping());
    }

    @AfterAll
    static void close() {
        stored.close();
    }

    @Test
    void a_page_of_everything_is_read_no_further_than_the_page() {
        var everything = new Filter(null, null, null, null, null, null, null);
        var later = new Filter(null, null, null, null, null, MIDDLE, null);
        var earlier = new Filter(null, null, null, null, null, null, MIDDLE);
        for (PortScope scope : SCOPES) {
            for (Filter filter : List.of(everything, later, earlier)) {
                for (boolean newestFirst : List.of(true, false)) {
                    assertThat(examined(scope, filter, newestFirst))
                            .as("%s %s %s", scope, filter, newestFirst)
                            .isLessThanOrEqualTo(10 * PAGE);
                }
            }
        }
    }

    @Test
    void a_page_of_one_port_or_action_is_read_no_further_than_the_page() {
        var port = new Filter(null, new PortCode("2704"), null, null, null, null, MIDDLE);
        var action = new Filter(null, null, "name", null, null, MIDDLE, null);
        assertThat(examined(PortScope.all(), port, true)).isLessThanOrEqualTo(10 * PAGE);
        assertThat(examined(PortScope.all(), action, false)).isLessThanOrEqualTo(10 * PAGE);
    }

    @Test
    void every_filter_is_served_by_an_index() {
        var some = List.of(
                new Filter(new UserId("ann"), null, null, null, null, MIDDLE, null),
                new Filter(null, null, null, new ShipmentId("W31-1"), null, null, MIDDLE),
                new Filter(null, null, null, null, "corr", null, null),
                new Filter(
                        new UserId("ann"), new PortCode("2704"), "name", new ShipmentId("W31-1"), "c", null, MIDDLE));
        for (PortScope scope : SCOPES) {
            for (Filter filter : some) {
                assertThat(examined(scope, filter, true)).isLessThan(EVENTS.size() / 4);
            }
        }
    }

    @Test
    void a_trail_is_read_no_further_than_the_page() {
        var whole = new ReadAuditTrail(new ShipmentId("W31-1"), PortScope.all(), true, false, null, PAGE);
        assertThat(stored.examinedBy(() -> entries.trail(whole, PAGE))).isLessThanOrEqualTo(2 * PAGE);
        assertThat(stored.examinedBy(() -> entries.trail(whole.after(9L), PAGE)))
                .isLessThanOrEqualTo(2 * PAGE);
    }

    private static long examined(PortScope scope, Filter filter, boolean newestFirst) {
        return stored.examinedBy(
                () -> entries.search(new SearchAudit(scope, true, filter, newestFirst, null, PAGE), PAGE));
    }
}
