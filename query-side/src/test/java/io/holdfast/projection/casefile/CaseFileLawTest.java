package io.holdfast.projection.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.command.shipment.domain.Histories;
import io.holdfast.query.CaseFile;
import io.holdfast.query.CaseParts.Act;
import io.holdfast.query.CaseParts.TimeInStatus;
import io.holdfast.runtime.json.LanguageJson;
import io.holdfast.shipment.ShipmentId;
import io.holdfast.shipment.event.ShipmentEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;

class CaseFileLawTest {
    @Property(tries = 40)
    @Label("the version of a file is the number of its events")
    void version(@ForAll long seed) {
        fold(Histories.of(seed, 5, 150))
                .values()
                .forEach(file ->
                        assertThat(file.version()).isEqualTo(file.history().total()));
    }

    @Property(tries = 40)
    @Label("the times in all statuses add up to the age of the case at its last change of status")
    void timesAddUp(@ForAll long seed) {
        fold(Histories.of(seed, 5, 150)).values().forEach(file -> {
            long closed = file.timeInStatus().stream()
                    .mapToLong(TimeInStatus::seconds)
                    .sum();
            var since = file.timeInStatus().stream()
                    .filter(time -> time.since() != null)
                    .toList();
            assertThat(since).hasSize(1);
            assertThat(closed)
                    .isEqualTo(
                            Duration.between(file.openedAt(), since.getFirst().since())
                                    .toSeconds());
        });
    }

    @Property(tries = 40)
    @Label("no order of events makes it fail")
    void total(@ForAll long seed) {
        var shuffled = new ArrayList<>(Histories.of(seed, 3, 120));
        Collections.shuffle(shuffled, new Random(seed));
        assertThat(fold(shuffled)).isNotEmpty();
    }

    @Property(tries = 20)
    @Label("a file survives JSON")
    void roundTrip(@ForAll long seed) {
        var files = new ArrayList<>(fold(Histories.of(seed, 3, 100)).values());
        files.add(CaseFoldTest.whole());
        for (CaseFile file : files) {
            String json = LanguageJson.mapper().writeValueAsString(file);
            assertThat(LanguageJson.read(json, CaseFile.class)).isEqualTo(file);
        }
    }

    private static Map<ShipmentId, CaseFile> fold(List<ShipmentEvent> history) {
        var files = new HashMap<ShipmentId, CaseFile>();
        var versions = new HashMap<ShipmentId, Long>();
        for (ShipmentEvent event : history) {
            long version = versions.merge(event.shipmentId(), 1L, Long::sum);
            var act = new Act(version, event.at(), "ann");
            CaseFold.fold(files.get(event.shipmentId()), event, "event", act)
                    .ifPresent(file -> files.put(file.shipmentId(), file));
        }
        return files;
    }
}
