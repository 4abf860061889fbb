package io.holdfast.projection.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ProjectionMonitorTest {

    @Test
    void health_tells_of_parked_events_and_stays_up() {
        var tally = new Tally(4);
        tally.poison("bad");
        try (var harness = ProjectionHarness.of(tally, Tally.mappings())) {
            harness.given(Tally.tagged("A", "bad"), Tally.tagged("B", "b")).caughtUp();
            var health = new ProjectionsHealthIndicator(harness.monitor()).health();
            assertThat(health.getStatus()).isEqualTo(Status.UP);
            assertThat(health.getDetails().get("tally"))
                    .isEqualTo(Map.of("position", 7L, "head", 7L, "lag", 0L, "parked", 1L));
        }
    }

    @Test
    void health_is_down_and_names_the_error_while_a_projection_does_not_go_on() {
        var tally = new Tally(1);
        tally.poison("bad");
        try (var harness = ProjectionHarness.of(tally, Tally.mappings())) {
            harness.given(Tally.tagged("A", "fine")).caughtUp();
            for (int i = 0; i < ProjectionHarness.quick().maxParked() + 1; i++) {
                harness.given(Tally.tagged("P" + i, "bad"));
            }
            var indicator = new ProjectionsHealthIndicator(harness.monitor());
            org.awaitility.Awaitility.await()
                    .until(() -> indicator.health().getStatus().equals(Status.DOWN));
            assertThat(indicator.health().getDetails().toString()).contains("parked aggregates and stops");
            assertThat(harness.monitor().status("tally").lag()).isPositive();
        }
    }

    @Test
    void gauges_say_what_the_status_says() {
        try (var harness = ProjectionHarness.of(new Tally(2), Tally.mappings())) {
            harness.given(Tally.many(20, 3)).caughtUp();
            var registry = new SimpleMeterRegistry();
            new ProjectionMetrics(harness.monitor(), harness.node().names()).bindTo(registry);
            assertThat(registry.get("holdfast.projection.position")
                            .tag("projection", "tally")
                            .gauge()
                            .value())
                    .isEqualTo(harness.log().head());
            assertThat(registry.get("holdfast.projection.lag").gauge().value()).isZero();
            assertThat(registry.get("holdfast.projection.rebuild.progress")
                            .gauge()
                            .value())
                    .isNaN();
        }
    }

    @Test
    void lag_is_counted_in_events_not_in_positions() {
        var log = new ListedLog();
        Tally.many(30, 3).forEach(log::append);
        var lag = new LagCounter(log);
        assertThat(lag.between(-1, log.head())).isEqualTo(30);
        assertThat(lag.between(7, log.head())).isEqualTo(28);
        assertThat(lag.between(log.head(), log.head())).isZero();
    }

    @Test
    void events_are_counted_as_they_are_folded() {
        try (var harness = ProjectionHarness.of(new Tally(4), Tally.mappings())) {
            harness.given(Tally.many(120, 7)).caughtUp();
            org.awaitility.Awaitility.await()
                    .untilAsserted(
                            () -> assertThat(harness.monitor().status("tally").events())
                                    .isEqualTo(120));
        }
    }
}
