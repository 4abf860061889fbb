package io.holdfast.projection.casefile;

import io.holdfast.projection.casefile.CaseFiles.Glance;
import io.holdfast.projection.support.PositionGate;
import io.holdfast.projection.support.ProjectionBehindException;
import io.holdfast.query.CaseList;
import io.holdfast.query.ReadCaseList;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** Answers queries about the lists of a case. */
@Component
class CaseListQueries {
    private final CaseFiles files;
    private final CaseLists lists;
    private final CaseHistory history;
    private final PositionGate gate;

    CaseListQueries(CaseFiles files, CaseLists lists, CaseHistory history, PositionGate gate) {
        this.files = files;
        this.lists = lists;
        this.history = history;
        this.gate = gate;
    }

    /**
     * A page of a list.
     *
     * @throws ProjectionBehindException if the case file has seen more events than the lists, as after an upgrade
     */
    @QueryHandler
    ReadCaseList.Answer answer(ReadCaseList question) {
        return new ReadCaseList.Answer(files.glance(question.shipment())
                .filter(file -> question.scope().includes(file.port()))
                .map(file -> page(question, file))
                .orElse(null));
    }

    private ReadCaseList.Page page(ReadCaseList question, Glance file) {
        if (question.list() == CaseList.HISTORY) {
            return history.page(question);
        }
        gate.require(CaseListsProjection.NAME, file.seen());
        return lists.page(question);
    }
}
