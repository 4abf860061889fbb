package io.holdfast.eventstore.block;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DenseSearchTest {

    @Test
    void the_last_number_of_any_dense_range_is_found_in_few_questions() {
        var random = new Random(3);
        for (int round = 0; round < 2000; round++) {
            long last = round < 300 ? round - 1 : random.nextLong(1L << (1 + random.nextInt(40)));
            long from = random.nextBoolean() ? -1 : random.nextLong(last + 2) - 1;
            var questions = new AtomicInteger();
            long found = DenseSearch.last(from, probes -> {
                questions.incrementAndGet();
                return probes.stream().filter(probe -> probe <= last).collect(Collectors.toSet());
            });
            assertThat(found).isEqualTo(last);
            assertThat(questions).hasValueLessThanOrEqualTo(9);
        }
    }
}
