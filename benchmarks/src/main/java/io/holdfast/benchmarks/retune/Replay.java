package io.holdfast.benchmarks.retune;

import io.holdfast.benchmarks.retune.World.Selected;
import io.holdfast.command.retuning.Retuning;
import io.holdfast.shipment.SelectionBasis;
import io.holdfast.shipment.ShipmentId;
import io.holdfast.targeting.RuleSet;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Replays a year week by week: declare, examine what the capacity allows, retune. Labels of shipments that were not
 * examined stay hidden.
 */
final class Replay {
    /** For this many weeks selection is purely random, to have data for the first fit. */
    private static final int WEEKS_AT_RANDOM = 4;

    private final Setting setting;
    private final Map<Long, List<LabelledRow>> weeks;
    private final World world;
    private final Random random;
    private final ExamCounts tally = new ExamCounts();

    Replay(Setting setting, List<LabelledRow> rows, World world) {
        this.setting = setting;
        this.world = world;
        this.random = new Random(setting.seed());
        LocalDate first = rows.getFirst().on();
        this.weeks = rows.stream()
                .collect(Collectors.groupingBy(
                        row -> ChronoUnit.WEEKS.between(first, row.on()), TreeMap::new, Collectors.toList()));
    }

    ExamCounts run() {
        LocalDate first = weeks.values().iterator().next().getFirst().on();
        world.begin(new RuleSet("Chance alone", List.of(), 1_000_000, setting.capacity(), setting.seed()));
        for (var week : weeks.entrySet()) {
            inspect(week.getValue());
            if (retunesAfter(week.getKey())) {
                LocalDate last = week.getValue().getLast().on();
                world.retune(new Retuning(
                        first,
                        last,
                        setting.capacity(),
                        null,
                        setting.strategy().randomPart(),
                        null));
            }
        }
        return tally;
    }

    private boolean retunesAfter(long week) {
        boolean firstFit = week == WEEKS_AT_RANDOM - 1;
        return firstFit || (week >= WEEKS_AT_RANDOM && setting.strategy() != Strategy.NO_RETUNING);
    }

    private void inspect(List<LabelledRow> week) {
        Map<ShipmentId, LabelledRow> truth =
                week.stream().collect(Collectors.toMap(row -> row.declaration().shipmentId(), Function.identity()));
        week.forEach(tally::declared);
        List<Selected> selected =
                world.declare(week.stream().map(LabelledRow::declaration).toList());
        int capacity = (int) Math.round(setting.capacity() * week.size());
        List<Selected> inOrder = inOrder(selected);
        List<LabelledRow> examined = inOrder.stream()
                .limit(capacity)
                .flatMap(found -> Stream.ofNullable(truth.get(found.shipment())))
                .toList();
        examined.forEach(tally::examined);
        world.examine(examined);
        world.passOver(inOrder.stream().skip(capacity).map(Selected::shipment).toList());
    }

    /** Randomly drawn shipments first, because they represent all others; then by score, ties in random order. */
    private List<Selected> inOrder(List<Selected> selected) {
        var shuffled = new ArrayList<>(selected);
        shuffled.sort(Comparator.comparing(found -> found.shipment().value()));
        Collections.shuffle(shuffled, random);
        shuffled.sort(Comparator.comparing((Selected found) -> found.basis() != SelectionBasis.RANDOM)
                .thenComparing(Comparator.comparingDouble(Selected::score).reversed()));
        return shuffled;
    }
}
