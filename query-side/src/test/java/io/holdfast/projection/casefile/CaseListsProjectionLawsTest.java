package io.holdfast.projection.casefile;

import io.holdfast.projection.answer.ProjectionLaws;
import io.holdfast.projection.support.Projection;

class CaseListsProjectionLawsTest extends ProjectionLaws {
    @Override
    protected Projection projection() {
        return new CaseListsProjection();
    }
}
