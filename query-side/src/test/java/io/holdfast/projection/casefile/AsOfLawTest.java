package io.holdfast.projection.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.actor.MetadataKeys;
import io.holdfast.command.shipment.domain.Histories;
import io.holdfast.projection.answer.Deliveries;
import io.holdfast.projection.support.ProjectedEvent;
import io.holdfast.query.AsOf;
import io.holdfast.query.CaseFile;
import io.holdfast.query.CaseParts.Act;
import io.holdfast.query.CompareCaseFiles.Change;
import io.holdfast.runtime.json.EventNames;
import io.holdfast.runtime.json.LanguageJson;
import io.holdfast.shipment.ShipmentId;
import io.holdfast.shipment.event.ShipmentEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class AsOfLawTest {
    private static final JsonMapper JSON = LanguageJson.mapper();

    @Property(tries = 10)
    @Label("as of every version and every moment, the file is the fold of the events up to it, and no other")
    void fold(@ForAll long seed) {
        List<ProjectedEvent> log = Deliveries.projected(Histories.of(seed, 4, 120));
        CaseHistory history = history(log);
        folds(log).forEach((shipment, files) -> {
            for (CaseFile file : files) {
                assertThat(history.find(shipment, new AsOf.Version(file.version())))
                        .hasValue(file);
                assertThat(history.find(shipment, new AsOf.Moment(file.lastChangeAt())))
                        .hasValue(lastAt(files, file));
            }
            CaseFile first = files.getFirst();
            assertThat(history.find(shipment, new AsOf.Moment(first.openedAt().minusNanos(1))))
                    .isEmpty();
            assertThat(history.find(shipment, new AsOf.Version(files.getLast().version() + 1)))
                    .isEmpty();
        });
    }

    @Property(tries = 10)
    @Label("the differences between two versions, applied to the one, make the other")
    void diff(@ForAll long seed) {
        var random = new Random(seed);
        folds(Deliveries.projected(Histories.of(seed, 3, 150))).values().forEach(files -> {
            for (CaseFile from : files) {
                CaseFile to = files.get(random.nextInt(files.size()));
                List<Change> changes = CaseDiff.between(from, to);
                assertThat(applied(changes, from)).isEqualTo(to);
                assertThat(changes.isEmpty()).isEqualTo(from.equals(to));
            }
        });
    }

    private static CaseFile lastAt(List<CaseFile> files, CaseFile file) {
        return files.stream()
                .filter(other -> !other.lastChangeAt().isAfter(file.lastChangeAt()))
                .reduce((_, later) -> later)
                .orElseThrow();
    }

    private static CaseHistory history(List<ProjectedEvent> log) {
        var store = EmbeddedEventStore.builder()
                .storageEngine(new InMemoryEventStorageEngine())
                .build();
        log.forEach(e -> store.publish(new GenericDomainEventMessage<>(
                "Shipment", e.aggregate(), e.version() - 1, e.payload(), Map.of(MetadataKeys.ACTOR, "ann"))));
        return new CaseHistory(store);
    }

    /** The case files of each shipment after each of its events. */
    private static Map<ShipmentId, List<CaseFile>> folds(List<ProjectedEvent> log) {
        var folds = new LinkedHashMap<ShipmentId, List<CaseFile>>();
        for (ProjectedEvent projected : log) {
            var event = (ShipmentEvent) projected.payload();
            var files = folds.computeIfAbsent(event.shipmentId(), _ -> new ArrayList<>());
            String name = EventNames.of(event.getClass()).orElseThrow().name();
            files.add(CaseFold.fold(
                            files.isEmpty() ? null : files.getLast(),
                            event,
                            name,
                            new Act(projected.version(), event.at(), "ann"))
                    .orElseThrow());
        }
        return folds;
    }

    private static CaseFile applied(List<Change> changes, CaseFile file) {
        JsonNode tree = JSON.valueToTree(file);
        for (Change change : changes) {
            var place = JsonPointer.compile(change.path());
            JsonNode found = tree.at(place);
            assertThat(found.isMissingNode()).isEqualTo(change.before() == null);
            if (change.before() != null) {
                assertThat(found.toString()).isEqualTo(JSON.writeValueAsString(change.before()));
            }
            apply(tree.at(place.head()), place.last(), change);
        }
        return LanguageJson.read(tree.toString(), CaseFile.class);
    }

    private static void apply(JsonNode parent, JsonPointer place, Change change) {
        JsonNode after = change.after() == null ? null : JSON.valueToTree(change.after());
        switch (parent) {
            case ObjectNode object when after == null -> object.remove(place.getMatchingProperty());
            case ObjectNode object -> object.set(place.getMatchingProperty(), after);
            case ArrayNode array when after == null -> array.remove(place.getMatchingIndex());
            case ArrayNode array when change.before() == null -> array.insert(place.getMatchingIndex(), after);
            case ArrayNode array -> array.set(place.getMatchingIndex(), after);
            default -> throw new AssertionError("no place for " + change);
        }
    }
}
