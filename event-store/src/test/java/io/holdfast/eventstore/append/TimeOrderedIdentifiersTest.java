package io.holdfast.eventstore.append;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.axonframework.common.IdentifierFactory;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TimeOrderedIdentifiersTest {
    private static final long NOW = 1_790_000_000_123L;

    @Test
    void axon_uses_them() {
        assertThat(IdentifierFactory.getInstance()).isInstanceOf(TimeOrderedIdentifiers.class);
    }

    @Test
    void an_identifier_is_a_uuid_of_version_7_with_the_time_in_front() {
        UUID id = UUID.fromString(new TimeOrderedIdentifiers(() -> NOW).generateIdentifier());
        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(NOW);
    }

    @Test
    void they_grow_within_a_millisecond_beyond_its_4096_and_when_the_clock_goes_back() {
        var clock = new AtomicLong(NOW);
        var identifiers = new TimeOrderedIdentifiers(clock::get);
        List<String> made = Stream.concat(
                        Stream.generate(identifiers::generateIdentifier).limit(5_000),
                        Stream.generate(() -> {
                                    clock.addAndGet(-1_000);
                                    return identifiers.generateIdentifier();
                                })
                                .limit(10))
                .toList();
        assertThat(made).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void threads_never_get_the_same() {
        var identifiers = new TimeOrderedIdentifiers(() -> NOW);
        var made = ConcurrentHashMap.<String>newKeySet();
        try (var threads = Executors.newFixedThreadPool(4)) {
            IntStream.range(0, 4)
                    .forEach(_ -> threads.execute(() -> {
                        for (int i = 0; i < 2_000; i++) {
                            made.add(identifiers.generateIdentifier().substring(0, 18));
                        }
                    }));
        }
        assertThat(made).as("the ordered half alone").hasSize(8_000);
    }

    @Test
    void two_processes_in_the_same_millisecond_differ() {
        assertThat(new TimeOrderedIdentifiers(() -> NOW).generateIdentifier())
                .isNotEqualTo(new TimeOrderedIdentifiers(() -> NOW).generateIdentifier());
    }
}
