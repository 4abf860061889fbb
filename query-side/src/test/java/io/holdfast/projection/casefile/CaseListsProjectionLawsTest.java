package io.holdfast.projection.casefile;

import io.holdfast.projection.answer.ProjectionLaws;
import io.holdfast.projection.answer.StateLaw.Aspect;
import io.holdfast.projection.support.Projection;
import java.util.List;
import java.util.Map;

class CaseListsProjectionLawsTest extends ProjectionLaws {
    @Override
    protected Projection projection() {
        return new CaseListsProjection();
    }

    @Override
    protected Map<Aspect, Object> said(Object document) {
        if (!(document instanceof Ongoing ongoing)) {
            return Map.of();
        }
        var assignment = ongoing.assignment();
        return Map.of(
                Aspect.STATUS,
                ongoing.standing().status(),
                Aspect.HOLDS,
                List.copyOf(ongoing.standing().holds().entrySet()),
                Aspect.ASSIGNEE,
                assignment == null ? "" : assignment.assignee().value());
    }
}
