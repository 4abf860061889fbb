package io.holdfast.projection.support;

import java.time.Duration;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Measures how fast the projection framework folds on its own: {@code -Dholdfast.benchmark=true}. */
@EnabledIfSystemProperty(named = "holdfast.benchmark", matches = "true")
class FoldBenchmark {
    private static final int EVENTS = 50_000;

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void folding(int segments) {
        var defaults = new ProjectionProperties(
                null,
                1000,
                Duration.ofSeconds(10),
                Duration.ofSeconds(1),
                Duration.ofMillis(250),
                Duration.ofSeconds(30),
                1000,
                Duration.ofSeconds(5),
                4);
        try (var harness = ProjectionHarness.of(defaults, new Tally(segments), Tally.mappings())) {
            harness.given(Tally.many(EVENTS, EVENTS / 5));
            harness.caughtUp();
            long began = System.nanoTime();
            harness.startNode();
            harness.node().rebuild("tally", "tester");
            var next = new Generation("tally", 2);
            while (harness.node().position(next) < harness.log().head()) {
                Thread.onSpinWait();
            }
            double seconds = (System.nanoTime() - began) / 1e9;
            System.out.printf("%d segments: %.0f events/s%n", segments, EVENTS / seconds);
        }
    }
}
