package io.holdfast.projection.workqueue;

import io.holdfast.projection.answer.ProjectionLaws;
import io.holdfast.projection.support.Projection;

class WorkQueueProjectionLawsTest extends ProjectionLaws {
    @Override
    protected Projection projection() {
        return new WorkQueueProjection();
    }
}
