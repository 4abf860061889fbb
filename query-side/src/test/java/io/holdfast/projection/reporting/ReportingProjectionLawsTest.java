package io.holdfast.projection.reporting;

import io.holdfast.projection.answer.ProjectionLaws;
import io.holdfast.projection.support.Projection;

class ReportingProjectionLawsTest extends ProjectionLaws {
    @Override
    protected Projection projection() {
        return new ReportingProjection(Zones.UTC);
    }
}
