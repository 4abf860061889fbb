package io.holdfast.projection.casefile;

import io.holdfast.projection.answer.ProjectionLaws;
import io.holdfast.projection.answer.StateLaw.Aspect;
import io.holdfast.projection.support.Projection;
import io.holdfast.query.BrowseQueue.PendingApproval;
import io.holdfast.query.CaseFile;
import java.util.Map;

class CaseFileProjectionLawsTest extends ProjectionLaws {
    @Override
    protected Projection projection() {
        return new CaseFileProjection();
    }

    @Override
    protected Map<Aspect, Object> said(Object document) {
        if (!(document instanceof CaseFile file)) {
            return Map.of();
        }
        var assignment = file.work().assignment();
        return Map.of(
                Aspect.STATUS,
                file.status(),
                Aspect.HOLDS,
                file.activeHolds().stream()
                        .map(hold -> Map.entry(hold.holdId(), hold.type()))
                        .toList(),
                Aspect.CLOCKS,
                file.clocks(),
                Aspect.ASSIGNEE,
                assignment == null ? "" : assignment.assignee().value(),
                Aspect.PENDING,
                file.pendingApprovals().stream().map(PendingApproval::id).toList());
    }
}
