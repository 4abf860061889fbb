package io.holdfast.projection.workqueue;

import io.holdfast.projection.answer.ProjectionLaws;
import io.holdfast.projection.answer.StateLaw.Aspect;
import io.holdfast.projection.support.Projection;
import io.holdfast.query.BrowseQueue.OpenExam;
import io.holdfast.query.BrowseQueue.PendingApproval;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

class WorkQueueProjectionLawsTest extends ProjectionLaws {
    @Override
    protected Projection projection() {
        return new WorkQueueProjection();
    }

    @Override
    protected Map<Aspect, Object> said(Object document) {
        if (!(document instanceof QueueCase c)) {
            return Map.of();
        }
        return Map.of(
                Aspect.STATUS,
                c.standing().status(),
                Aspect.HOLDS,
                List.copyOf(c.standing().holds().entrySet()),
                Aspect.CLOCKS,
                c.clocks().running(),
                Aspect.ASSIGNEE,
                c.work().assignee() == null ? "" : c.work().assignee().value(),
                Aspect.OPEN_EXAMS,
                c.exams().stream().map(OpenExam::examId).collect(Collectors.toCollection(TreeSet::new)),
                Aspect.PENDING,
                Stream.ofNullable(c.pending()).map(PendingApproval::id).toList());
    }
}
