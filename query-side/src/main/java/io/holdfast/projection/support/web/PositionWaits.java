package io.holdfast.projection.support.web;

import io.holdfast.projection.support.PositionGate;
import io.holdfast.projection.support.ProjectionBehindException;
import io.holdfast.runtime.limits.Places;
import io.holdfast.runtime.web.TooBusyException;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Where requests wait for a projection. How many wait is bounded, and who waits holds nothing that others need. */
@Component
public class PositionWaits {
    private final PositionGate gate;
    private final Places waiting;

    /** @param most questions that wait at once, half of them of one caller */
    PositionWaits(PositionGate gate, @Value("${holdfast.projections.max-waiting:200}") int most) {
        this.gate = gate;
        this.waiting = new Places(most, Duration.ZERO, "questions that wait for a position");
    }

    /**
     * Waits, for a bounded time, unless an answer is true up to the position already.
     *
     * @return up to where it is true
     * @throws ProjectionBehindException when the time is over
     * @throws TooBusyException when too many wait
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
