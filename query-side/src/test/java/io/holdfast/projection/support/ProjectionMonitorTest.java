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
    void more_parked_aggregates_than_the_limit_stop_nobody_and_take_health_down() {
        var tally = new Tally(1);
        tally.poison("bad");
        int limit = ProjectionHarness.quick().maxParked();
        try (var harness = ProjectionHarness.of(tally, Tally.mappings())) {
            for (int i = 0; i < limit; i++) {
                harness.given(Tally.tagged("P" + i, "bad"));
            }
            harness.caughtUp();
            var indicator = new ProjectionsHealthIndicator(harness.monitor());
            assertThat(indicator.health().getStatus()).isEqualTo(Status.UP);

            harness.given(Tally.tagged("Q", "bad"), Tally.tagged("Q", "later"), Tally.tagged("A", "fine"))
                    .caughtUp();
            org.awaitility.Awaitility.await()
                    .until(() -> indicator.health().getStatus().equals(Status.DOWN));
            assertThat(indicator.health().getDetails().toString()).contains("More than " + limit, "the others go on");
            assertThat(harness.documents(Tally.TAGS)).containsOnlyKeys("A");
            assertThat(harness.monitor().status("tally").parked()).isEqualTo(limit + 2);

            tally.cure();
            harness.rebuild();
            assertThat(harness.monitor().status("tally").error()).isNull();
            assertThat(harness.documents(Tally.TAGS)).hasSize(limit + 2);
        }
    }

    @Test
    void a_rebuild_that_parks_more_than_the_limit_does_not_take_the_place_of_what_is_there() {
        var tally = new Tally(1);
        int many = ProjectionHarness.quick().maxParked() + 1;
        try (var harness = ProjectionHarness.of(tally, Tally.mappings())) {
            for (int i = 0; i < many; i++) {
                harness.given(Tally.tagged("P" + i, "bad"));
            }
            harness.caughtUp();
            Generation before = harness.node().liveGeneration("tally");
            tally.poison("bad");
            Generation filled = harness.node().rebuild("tally", "tester").generation();
            org.awaitility.Awaitility.await()
                    .untilAsserted(() -> assertThat(
                                    harness.monitor().status("tally").rebuild())
                            .satisfies(rebuild -> assertThat(rebuild.percent()).isEqualTo(100))
                            .satisfies(rebuild -> assertThat(rebuild.error()).contains("More than")));
            harness.given(Tally.tagged("A", "fine")).caughtUp();
            assertThat(harness.node().liveGeneration("tally")).isEqualTo(before).isNotEqualTo(filled);
            assertThat(harness.documents(Tally.TAGS)).hasSize(many + 1);
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
