package io.holdfast.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.holdfast.eventstore.block.Block;
import io.holdfast.eventstore.block.LogPosition;
import io.holdfast.eventstore.block.StoredEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.eventhandling.DomainEventMessage;

/**
 * Records what writers did and what they were told, and checks a log against it. Times may come from any clock that all
 * writers share. Thread-safe.
 */
public final class History {

    /** What a writer was told about its events. */
    public enum Told {
        /** They are in the log. */
        STORED,
        /** They are not in the log, because another writer was first. */
        REFUSED,
        /** They are not in the log, and never will be. */
        NOT_STORED,
        /** They may be in the log: the append timed out, or the writer was killed. */
        UNKNOWN
    }

    /** An event's identifier and its key. */
    public record Item(String id, String key) {
        public static Item of(DomainEventMessage<?> event) {
            return new Item(
                    event.getIdentifier(), StoredEvent.key(event.getAggregateIdentifier(), event.getSequenceNumber()));
        }
    }

    /** One attempt to append a commit. */
    public static final class Attempt {
        private final List<Item> items;
        private final long begun;
        private long ended = Long.MAX_VALUE;
        private Told told = Told.UNKNOWN;
        private long position = -1;

        private Attempt(List<Item> items, long begun) {
            this.items = items;
            this.begun = begun;
        }

        public boolean isStored() {
            return told == Told.STORED;
        }
    }

    private final List<Attempt> attempts = new ArrayList<>();

    /** Records that the events are about to be appended. Their payloads must contain their identifiers. */
    public synchronized Attempt begin(List<Item> items, long now) {
        var attempt = new Attempt(List.copyOf(items), now);
        attempts.add(attempt);
        return attempt;
    }

    /** @param position of the last event */
    public synchronized void stored(Attempt attempt, long position, long now) {
        attempt.told = Told.STORED;
        attempt.position = position;
        attempt.ended = now;
    }

    public synchronized void failed(Attempt attempt, Told told) {
        attempt.told = told;
    }

    synchronized long count(Told told) {
        return attempts.stream().filter(attempt -> attempt.told == told).count();
    }

    /** @throws AssertionError when the log contradicts what these writers were told */
    public synchronized void check(List<Block> log) throws Exception {
        checkChain(log);
        Map<String, Long> positions = new HashMap<>();
        Map<String, String> holders = new HashMap<>();
        Map<String, Long> next = new HashMap<>();
        for (Block block : log) {
            for (int i = 0; i < block.events().size(); i++) {
                StoredEvent event = block.events().get(i);
                if (positions.put(event.id(), LogPosition.of(block.number(), i)) != null
                        || holders.put(event.key(), event.id()) != null) {
                    fail("twice in the log: %s %s", event.id(), event.key());
                }
                if (event.sequence() != next.merge(event.aggregate(), 1L, Long::sum) - 1) {
                    fail("not contiguous at %s", event.key());
                }
                if (!event.payload().asString().getValue().contains(event.id())) {
                    fail("not the event that was written: %s", event.id());
                }
            }
        }
        attempts.forEach(attempt -> check(attempt, positions, holders));
        checkOrigin(positions.keySet());
        checkRealTime(positions);
    }

    private static void checkChain(List<Block> log) throws Exception {
        byte[] previous = new byte[32];
        for (int i = 0; i < log.size(); i++) {
            Block block = log.get(i);
            assertThat(block.number()).as("block numbers are dense").isEqualTo(i);
            assertThat(block.previousHash().getData()).as("chain at %d", i).isEqualTo(previous);
            previous = HashByTheBook.of(block);
            assertThat(block.header().hash().getData()).as("hash of %d", i).isEqualTo(previous);
        }
    }

    private static void check(Attempt attempt, Map<String, Long> positions, Map<String, String> holders) {
        Item first = attempt.items.getFirst();
        Long at = positions.get(first.id());
        boolean contiguous = true;
        for (int i = 0; i < attempt.items.size(); i++) {
            Long found = positions.get(attempt.items.get(i).id());
            contiguous &= at == null ? found == null : found != null && found == at + i;
        }
        assertThat(contiguous)
                .as("all of a commit or nothing, in one piece: %s", attempt.items)
                .isTrue();
        switch (attempt.told) {
            case STORED ->
                assertThat(at == null ? -1 : at + attempt.items.size() - 1)
                        .as("acknowledged position of %s", attempt.items)
                        .isEqualTo(attempt.position);
            case REFUSED -> {
                assertThat(at).as("refused, yet stored: %s", attempt.items).isNull();
                assertThat(attempt.items)
                        .as("refused because another was first")
                        .anyMatch(item -> holders.containsKey(item.key()));
            }
            case NOT_STORED ->
                assertThat(at).as("not to be stored: %s", attempt.items).isNull();
            case UNKNOWN -> {}
        }
    }

    private void checkOrigin(Set<String> stored) {
        Set<String> strangers = new HashSet<>(stored);
        attempts.forEach(attempt -> attempt.items.forEach(item -> strangers.remove(item.id())));
        assertThat(strangers).as("events that nobody wrote").isEmpty();
    }

    /** A commit acknowledged before another was begun must come before it in the log. */
    private void checkRealTime(Map<String, Long> positions) {
        List<Attempt> acknowledged = new ArrayList<>(
                attempts.stream().filter(attempt -> attempt.told == Told.STORED).toList());
        acknowledged.sort(Comparator.comparingLong(attempt -> attempt.ended));
        List<Attempt> begun = new ArrayList<>(attempts);
        begun.sort(Comparator.comparingLong(attempt -> attempt.begun));
        long latest = -1;
        int passed = 0;
        for (Attempt attempt : begun) {
            while (passed < acknowledged.size() && acknowledged.get(passed).ended < attempt.begun) {
                latest = Math.max(latest, acknowledged.get(passed++).position);
            }
            Long at = positions.get(attempt.items.getFirst().id());
            if (at != null && at <= latest) {
                fail("%s stands before position %d, which was acknowledged before it was begun", attempt.items, latest);
            }
        }
    }
}
