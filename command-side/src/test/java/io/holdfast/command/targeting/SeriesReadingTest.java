package io.holdfast.command.targeting;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.runtime.log.ParkedItem;
import io.holdfast.targeting.RuleSet;
import io.holdfast.targeting.RuleSetCommand;
import io.holdfast.targeting.RuleSetEvent;
import io.holdfast.targeting.RuleSetEvent.RuleSetActivated;
import io.holdfast.targeting.RuleSetEvent.RuleSetPublished;
import io.holdfast.targeting.RuleSetEvent.RuleSetRetired;
import io.holdfast.targeting.RuleSetRef;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.serialization.SerializationException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SeriesReadingTest {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final RuleSet RULES = RuleSets.one("true");

    private final SeriesReading reading = new SeriesReading(Clock.systemUTC());
    private final List<DomainEventMessage<?>> series = new ArrayList<>();

    private static RuleSetRef ref(int version) {
        return new RuleSetRef(version, ContentHash.of(RULES));
    }

    private void given(RuleSetEvent event) {
        series.add(new GenericDomainEventMessage<>("RuleSetAggregate", RuleSetCommand.SERIES, series.size(), event));
    }

    /** Stores an event whose payload does not match its type. */
    private void givenUnreadable(RuleSetEvent event) {
        series.add(new GenericDomainEventMessage<>("RuleSetAggregate", RuleSetCommand.SERIES, series.size(), event) {
            private static final long serialVersionUID = 1L;

            @Override
            public RuleSetEvent getPayload() {
                throw new SerializationException("reason is required");
            }
        });
    }

    private RuleSetHistory read() {
        return reading.after(
                RuleSetHistory.EMPTY, from -> DomainEventStream.of(series.subList((int) from, series.size()).stream()));
    }

    @Test
    void what_cannot_be_read_is_left_aside_and_the_active_version_goes_on() {
        given(new RuleSetPublished(ref(1), RULES, NOON));
        given(new RuleSetActivated(ref(1), "begin", NOON));
        givenUnreadable(new RuleSetRetired(ref(1), "over", NOON));
        givenUnreadable(new RuleSetPublished(ref(2), RULES, NOON));
        given(new RuleSetPublished(ref(3), RULES, NOON));
        RuleSetHistory history = read();
        assertThat(history.active()).map(RuleSetVersion::ref).contains(ref(1));
        assertThat(history.version(2)).isEmpty();
        assertThat(history.version(3)).map(RuleSetVersion::ref).contains(ref(3));
        assertThat(reading.parked()).extracting(ParkedItem::version).containsExactly(3L, 4L);
        assertThat(reading.unknownActivation()).isNull();
    }

    @Test
    void after_an_activation_that_cannot_be_read_nothing_decides_until_the_next() {
        given(new RuleSetPublished(ref(1), RULES, NOON));
        given(new RuleSetActivated(ref(1), "begin", NOON));
        givenUnreadable(new RuleSetActivated(ref(1), "again", NOON));
        assertThat(read().active()).isEmpty();
        assertThat(reading.unknownActivation()).contains("Event 3");
        given(new RuleSetActivated(ref(1), "once more", NOON));
        assertThat(read().active()).isPresent();
        assertThat(reading.unknownActivation()).isNull();
    }

    @Test
    void an_event_of_which_no_message_can_be_made_ends_a_stream_and_not_the_reading() {
        given(new RuleSetPublished(ref(1), RULES, NOON));
        given(new RuleSetActivated(ref(1), "begin", NOON));
        RuleSetHistory history = reading.after(
                RuleSetHistory.EMPTY,
                from -> from == 0
                        ? unknown()
                        : from > 3
                                ? DomainEventStream.empty()
                                : DomainEventStream.of(series.subList((int) from - 1, series.size()).stream()
                                        .map(m -> new GenericDomainEventMessage<>(
                                                m.getType(),
                                                m.getAggregateIdentifier(),
                                                m.getSequenceNumber() + 1,
                                                m.getPayload()))));
        assertThat(history.active()).isPresent();
        assertThat(reading.parked())
                .singleElement()
                .extracting(ParkedItem::type)
                .isEqualTo("unknown");
    }

    private static DomainEventStream unknown() {
        return DomainEventStream.of(java.util.stream.Stream.of(1).<DomainEventMessage<?>>map(_ -> {
            throw new SerializationException("This version does not know the event");
        }));
    }
}
