package io.holdfast.projection.support;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The state of the segments that a processor holds; each claim starts anew. */
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

    /** Forgets the state of segments that another node has claimed: reporting their failures is up to that node. */
    void available(Collection<Integer> segments) {
        failures.keySet().retainAll(segments);
    }

    /** Why a segment has stopped, if one has. */
    Optional<RuntimeException> failure() {
        return failures.values().stream().findFirst();
    }
}
