package io.holdfast.eventstore.append;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.eventstore.History;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Several writers and subscribers on simulated servers, in hundreds of runs: {@code -Dholdfast.test.rounds=N} runs N
 * times as many, {@code -Dholdfast.simulation.seed=N} a single one. {@link History} and {@link Simulation} hold the
 * checks; planted bugs show that the checks can fail.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CommitterSimulationTest {

    private static final int SEEDS = 500 * Integer.getInteger("holdfast.test.rounds", 1);
    private static final int ALONE = Integer.getInteger("holdfast.simulation.seed", -1);
    private static final int SEEDS_FOR_A_BUG = 60;

    @Test
    void writers_are_told_the_truth_and_subscribers_see_it_in_order_whatever_happens() throws Exception {
        if (ALONE >= 0) {
            new Simulation(ALONE, PlantedBug.NONE).play();
            return;
        }
        List<AssertionError> failures = IntStream.range(0, SEEDS)
                .parallel()
                .mapToObj(seed -> failure(seed, PlantedBug.NONE))
                .flatMap(List::stream)
                .toList();
        if (!failures.isEmpty()) {
            throw new AssertionError(failures.size() + " of " + SEEDS + " seeds fail, the first", failures.getFirst());
        }
    }

    @Test
    void the_same_seed_is_the_same_world() throws Exception {
        for (int seed = 0; seed < 20; seed++) {
            assertThat(log(seed)).isEqualTo(log(seed));
        }
    }

    private static Object log(int seed) throws Exception {
        var world = new Simulation(seed, PlantedBug.NONE);
        world.play();
        return world.servers.log();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void a_planted_bug_is_found(PlantedBug bug) {
        boolean found = IntStream.range(0, SEEDS_FOR_A_BUG)
                .anyMatch(seed -> !failure(seed, bug).isEmpty());
        assertThat(found).as("one of %d seeds finds %s", SEEDS_FOR_A_BUG, bug).isTrue();
    }

    private static List<AssertionError> failure(int seed, PlantedBug bug) {
        try {
            new Simulation(seed, bug).play();
            return List.of();
        } catch (AssertionError e) {
            return List.of(e);
        } catch (Exception e) {
            throw new IllegalStateException("Seed " + seed, e);
        }
    }
}
