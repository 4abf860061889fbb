package io.holdfast.projection.outcomes;

import io.holdfast.projection.answer.ProjectionLaws;
import io.holdfast.projection.support.Projection;

class OutcomesProjectionLawsTest extends ProjectionLaws {
    @Override
    protected Projection projection() {
        return new OutcomesProjection();
    }
}
