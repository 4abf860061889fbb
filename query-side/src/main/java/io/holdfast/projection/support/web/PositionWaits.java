package io.holdfast.projection.support.web;

import io.holdfast.projection.support.PositionGate;
import io.holdfast.projection.support.ProjectionBehindException;
import io.holdfast.runtime.limits.Places;
import io.holdfast.runtime.web.TooBusyException;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Lets requests wait for a projection. The number of waiting requests is limited, and they hold no resource that others
 * need.
 */
@Component
public class PositionWaits {
    private final PositionGate gate;
    private final Places waiting;

    /**
     * Limits the number of waiting queries.
     *
     * @param most queries that may wait at once, at most half of them from one caller
     */
    PositionWaits(PositionGate gate, @Value("${holdfast.projections.max-waiting:200}") int most) {
        this.gate = gate;
        this.waiting = new Places(most, Duration.ZERO, "questions that wait for a position");
    }

    /**
     * Waits, up to a time limit, unless the projection has already reached the position.
     *
     * @return the position that the projection has reached
     * @throws ProjectionBehindException if the time limit passes
     * @throws TooBusyException if too many requests are waiting
     */
    public long await(String projection, long atLeast, HttpServletRequest request) {
        long now = gate.now(projection);
        if (now >= atLeast) {
            return now;
        }
        try (var _ = waiting.take(request)) {
            return gate.await(projection, atLeast);
        }
    }
}
