package io.holdfast.projection.rulefeedback;

import io.holdfast.projection.answer.ProjectionLaws;
import io.holdfast.projection.support.Projection;

class RuleFeedbackProjectionLawsTest extends ProjectionLaws {
    @Override
    protected Projection projection() {
        return new RuleFeedbackProjection();
    }
}
