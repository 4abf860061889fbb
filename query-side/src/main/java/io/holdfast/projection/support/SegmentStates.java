package io.holdfast.projection.support;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What a processor remembers of the segments it holds; begins anew with each claim. */
final class SegmentStates {
    private final Map<Integer, SegmentState> states = new ConcurrentHashMap<>();
    private final Map<Integer, RuntimeException> failures = new ConcurrentHashMap<>();

    void claimed(int segment) {
        states.put(segment, new SegmentState());
    }

    SegmentState of(int segment) {
        return states.computeIfAbsent(segment, _ -> new SegmentState());
    }

    void failed(int segment, RuntimeException failure) {
        failures.put(segment, failure);
    }

    void stored(int segment) {
        failures.remove(segment);
    }

    /** What went wrong with a segment that another node holds by now is that node's to tell. */
    void available(Collection<Integer> segments) {
        failures.keySet().retainAll(segments);
    }

    /** Why a segment does not go on, if one does not. */
    Optional<RuntimeException> failure() {
        return failures.values().stream().findFirst();
    }
}
