package io.holdfast.projection.audittrail;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.command.shipment.domain.Histories;
import io.holdfast.query.AuditEntry;
import io.holdfast.runtime.json.LanguageJson;
import io.holdfast.shipment.event.ShipmentEvent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;

class AuditLawTest {
    @Property(tries = 40)
    @Label("in every history there are as many entries as events, in the same order")
    void asManyAsEvents(@ForAll long seed) {
        List<ShipmentEvent> history = Histories.of(seed, 5, 150);
        List<AuditEntry> entries = AuditFoldTest.entries(history);
        assertThat(entries).hasSameSizeAs(history);
        assertThat(entries)
                .extracting(AuditEntry::at)
                .isEqualTo(history.stream().map(ShipmentEvent::at).toList());
        assertThat(entries).extracting(AuditEntry::position).doesNotHaveDuplicates();
    }

    @Property(tries = 40)
    @Label("no order of events makes it fail")
    void total(@ForAll long seed) {
        var shuffled = new ArrayList<>(Histories.of(seed, 3, 120));
        Collections.shuffle(shuffled, new Random(seed));
        assertThat(AuditFoldTest.entries(shuffled)).hasSameSizeAs(shuffled);
    }

    @Property(tries = 20)
    @Label("what an entry refers to is an earlier entry")
    void refersToThePast(@ForAll long seed) {
        assertThat(AuditFoldTest.entries(Histories.of(seed, 5, 150)))
                .allSatisfy(entry -> assertThat(entry.refersTo() == null || entry.refersTo() < entry.version())
                        .isTrue());
    }

    @Property(tries = 20)
    @Label("an entry and what is known survive JSON")
    void roundTrip(@ForAll long seed) {
        for (AuditEntry entry : AuditFoldTest.entries(Histories.of(seed, 3, 60))) {
            String json = LanguageJson.mapper().writeValueAsString(entry);
            assertThat(LanguageJson.read(json, AuditEntry.class)).isEqualTo(entry);
        }
        KnownShipment known = KnownShipment.UNKNOWN;
        long version = 0;
        for (ShipmentEvent event : Histories.of(seed, 1, 40)) {
            known = known.after(event, ++version);
            String json = LanguageJson.mapper().writeValueAsString(known);
            assertThat(LanguageJson.read(json, KnownShipment.class)).isEqualTo(known);
        }
    }
}
