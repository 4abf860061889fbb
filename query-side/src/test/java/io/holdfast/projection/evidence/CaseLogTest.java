package io.holdfast.projection.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.actor.PortScope;
import io.holdfast.command.shipment.domain.OneOfEach;
import io.holdfast.shipment.EntryId;
import io.holdfast.shipment.event.ShipmentEvent;
import io.holdfast.shipment.event.ShipmentEvent.NoteAdded;
import io.holdfast.value.PortCode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CaseLogTest {
    private static final PortScope HERE = PortScope.only(new PortCode("2704"));
    private static final PortScope ELSEWHERE = PortScope.only(new PortCode("1101"));
    private static final int EVENTS = OneOfEach.history().size() + 1000;

    private final List<Long> read = new ArrayList<>();
    private final CaseLog log = new CaseLog(EmbeddedEventStore.builder()
            .storageEngine(new InMemoryEventStorageEngine() {
                @Override
                public DomainEventStream readEvents(String aggregate, long first) {
                    return DomainEventStream.of(
                            events().stream().peek(event -> read.add(event.getSequenceNumber() + 1)));
                }
            })
            .build());

    private static List<GenericDomainEventMessage<ShipmentEvent>> events() {
        List<ShipmentEvent> history = Stream.concat(
                        OneOfEach.history().stream(),
                        IntStream.range(0, 1000)
                                .mapToObj(n -> new NoteAdded(
                                        OneOfEach.ID, new EntryId("n" + n), "note " + n, OneOfEach.at(60))))
                .toList();
        return IntStream.range(0, history.size())
                .mapToObj(n -> new GenericDomainEventMessage<>("Shipment", "R-17", n, history.get(n)))
                .toList();
    }

    @Test
    void an_event_is_told_of_before_more_than_the_next_one_is_read_so_that_they_need_not_be_held_together() {
        var told = new ArrayList<Long>();
        boolean seen = log.tell(OneOfEach.ID, HERE, entry -> {
            told.add(entry.version());
            assertThat(read.getLast()).isLessThanOrEqualTo(entry.version() + 1);
        });
        assertThat(seen).isTrue();
        assertThat(told).hasSize(EVENTS).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void of_a_case_elsewhere_nothing_is_told_and_no_more_read_than_says_where_it_is() {
        assertThat(log.tell(OneOfEach.ID, ELSEWHERE, _ -> {
                    throw new AssertionError("told");
                }))
                .isFalse();
        assertThat(read.getLast()).isLessThanOrEqualTo(2);
    }

    @Test
    void nothing_is_read_behind_the_evidence_that_is_looked_for() {
        assertThat(log.evidence(OneOfEach.ID, new EntryId("none"), HERE)).isEmpty();
        @Nullable EntryId attached = OneOfEach.history().stream()
                .filter(ShipmentEvent.EvidenceAttached.class::isInstance)
                .map(event -> ((ShipmentEvent.EvidenceAttached) event).evidenceId())
                .findFirst()
                .orElseThrow();
        read.clear();
        assertThat(log.evidence(OneOfEach.ID, attached, HERE)).isPresent();
        assertThat(read.getLast()).isLessThan(OneOfEach.history().size() + 1L);
    }
}
