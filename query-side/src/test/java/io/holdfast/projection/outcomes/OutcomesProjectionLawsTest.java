package io.holdfast.projection.outcomes;

import io.holdfast.projection.answer.ProjectionLaws;
import io.holdfast.projection.answer.StateLaw.Aspect;
import io.holdfast.projection.support.Projection;
import java.util.Map;

class OutcomesProjectionLawsTest extends ProjectionLaws {
    @Override
    protected Projection projection() {
        return new OutcomesProjection();
    }

    @Override
    protected Map<Aspect, Object> said(Object document) {
        return document instanceof FollowedShipment followed
                ? Map.of(Aspect.RELEASED, followed.now().released(), Aspect.COMPLETED_EXAMS, (long)
                        followed.now().exams())
                : Map.of();
    }
}
