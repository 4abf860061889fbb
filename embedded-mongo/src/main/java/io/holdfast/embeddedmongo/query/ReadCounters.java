package io.holdfast.embeddedmongo.query;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Counts how the reads of one collection were served. */
public final class ReadCounters {
    private static final int MAX_SHAPES = 100;

    private final LongAdder indexed = new LongAdder();
    private final LongAdder fullScans = new LongAdder();
    private final LongAdder unfiltered = new LongAdder();
    private final LongAdder examined = new LongAdder();
    private final Set<String> scannedShapes = ConcurrentHashMap.newKeySet();

    public void count(QueryPlan plan, Document filter, Document sort) {
        if (plan.isIndexed()) {
            indexed.increment();
        } else if (filter.isEmpty() && sort.isEmpty()) {
            unfiltered.increment();
        } else {
            fullScans.increment();
            if (scannedShapes.size() < MAX_SHAPES) {
                scannedShapes.add(shape(filter) + (sort.isEmpty() ? "" : " sorted by " + sort.keySet()));
            }
        }
    }

    void addExamined(long keys) {
        examined.add(keys);
    }

    public long indexed() {
        return indexed.sum();
    }

    public long fullScans() {
        return fullScans.sum();
    }

    public long unfiltered() {
        return unfiltered.sum();
    }

    public long examined() {
        return examined.sum();
    }

    public Set<String> scannedShapes() {
        return scannedShapes;
    }

    public void reset() {
        indexed.reset();
        fullScans.reset();
        unfiltered.reset();
        examined.reset();
        scannedShapes.clear();
    }

    private static String shape(Document filter) {
        return filter.entrySet().stream()
                .map(condition -> condition.getKey() + shapeOf(condition.getKey(), condition.getValue()))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static String shapeOf(String field, @Nullable Object condition) {
        return switch (condition) {
            case Document operators
            when operators.keySet().stream().anyMatch(key -> key.startsWith("$")) ->
                " " + String.join(" ", operators.keySet());
            case Collection<?> branches
            when field.startsWith("$") ->
                branches.stream()
                        .map(branch -> branch instanceof Document part ? shape(part) : "?")
                        .distinct()
                        .collect(Collectors.joining(", ", " [", "]"));
            case null, default -> "";
        };
    }
}
