package io.holdfast.standalone.log;

import io.holdfast.eventstore.integrity.OneLine;
import java.util.ArrayList;
import java.util.List;

/** Collects faults, one line each; after the first hundred only their number. */
final class Faults {
    private static final int SHOWN = 100;

    private final List<String> lines = new ArrayList<>();
    private long more;

    void add(String line) {
        if (lines.size() < SHOWN) {
            lines.add(OneLine.of(line));
        } else {
            more++;
        }
    }

    /** Whether there are so many that looking further is pointless. */
    boolean isEnough() {
        return more > 0;
    }

    List<String> lines() {
        var all = new ArrayList<>(lines);
        if (more > 0) {
            all.add("and more; the rest was not looked at");
        }
        return List.copyOf(all);
    }
}
