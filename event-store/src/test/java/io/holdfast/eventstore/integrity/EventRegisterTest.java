package io.holdfast.eventstore.integrity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class EventRegisterTest {

    private int id;

    @Test
    void sequences_from_zero_without_gaps_are_right() {
        var register = new EventRegister(100_000, 100);
        for (int sequence = 0; sequence < 3; sequence++) {
            for (int aggregate = 0; aggregate < 20_000; aggregate++) {
                assertThat(register.add(event("a" + aggregate, sequence))).isEmpty();
            }
        }
        assertThat(register.overflowed()).isFalse();
        assertThat(register.add(event("a7", 4)).orElseThrow().fault()).isEqualTo(Fault.GAP);
        assertThat(register.add(event("a8", 2)).orElseThrow().fault()).isEqualTo(Fault.REPEATED);
        assertThat(register.add(event("new", 1)).orElseThrow().fault()).isEqualTo(Fault.GAP);
    }

    @Test
    void aggregates_beyond_the_bound_go_unchecked_and_it_says_so() {
        var register = new EventRegister(2, 100);
        assertThat(register.add(event("a", 0))).isEmpty();
        assertThat(register.add(event("b", 0))).isEmpty();
        assertThat(register.overflowed()).isFalse();
        assertThat(register.add(event("c", 7))).isEmpty();
        assertThat(register.overflowed()).isTrue();
        assertThat(register.add(event("a", 2))).isPresent();
    }

    @Test
    void a_repeated_identifier_is_found_among_the_latest() {
        var register = new EventRegister(10, 100);
        assertThat(register.add(named("first"))).isEmpty();
        for (int i = 0; i < 99; i++) {
            assertThat(register.add(named("other-" + i))).isEmpty();
        }
        assertThat(register.add(named("first")).orElseThrow().fault()).isEqualTo(Fault.REPEATED);
        for (int i = 0; i < 250; i++) {
            register.add(named("more-" + i));
        }
        assertThat(register.add(named("first"))).as("forgotten by now").isEmpty();
    }

    @Test
    void the_map_agrees_with_an_ordinary_one() {
        var random = new Random(7);
        var map = new FingerprintMap();
        Map<String, Long> expected = new HashMap<>();
        for (int i = 0; i < 20_000; i++) {
            String text = "key-" + random.nextInt(5000);
            assertThat(map.get(text, -1)).isEqualTo(expected.getOrDefault(text, -1L));
            map.put(text, i);
            expected.put(text, (long) i);
        }
        assertThat(map.size()).isEqualTo(expected.size());
    }

    private LogEvent event(String aggregate, long sequence) {
        return new LogEvent(
                aggregate, "Thing", sequence, "id-" + id++, "name", null, 0, Content.of("{}"), Content.of("{}"));
    }

    private static LogEvent named(String id) {
        return new LogEvent(null, null, 0, id, "name", null, 0, Content.of("{}"), Content.of("{}"));
    }
}
