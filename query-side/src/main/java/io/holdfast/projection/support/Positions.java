package io.holdfast.projection.support;

import java.util.Map;
import java.util.Optional;

/** Computes the position of a generation from this node's own segments and from what all nodes have stored. */
final class Positions {
    private final ProjectionTokens tokens;

    Positions(ProjectionTokens tokens) {
        this.tokens = tokens;
    }

    /** The position that every segment has reached; -1 before the first event. */
    long of(Generation generation, Map<Integer, Long> own) {
        Optional<ProjectionTokens.Progress> stored = tokens.progress(generation.label());
        return stored.map(progress -> progress.positions().entrySet().stream()
                        .mapToLong(e -> Math.max(e.getValue(), own.getOrDefault(e.getKey(), -1L)))
                        .min()
                        .orElse(-1))
                .orElse(-1L);
    }
}
