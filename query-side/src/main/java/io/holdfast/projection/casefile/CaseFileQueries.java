package io.holdfast.projection.casefile;

import io.holdfast.query.CaseFile;
import io.holdfast.query.ReadCaseFile;
import io.holdfast.query.SearchCases;
import io.holdfast.query.SearchCases.Page;
import io.holdfast.query.SearchCases.Summary;
import java.util.List;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** Answers questions about case files. */
@Component
class CaseFileQueries {
    private final CaseFiles files;

    CaseFileQueries(CaseFiles files) {
        this.files = files;
    }

    @QueryHandler
    ReadCaseFile.Answer answer(ReadCaseFile question) {
        return new ReadCaseFile.Answer(files.find(question.shipment())
                .filter(file -> question.scope().includes(file.port()))
                .map(file -> question.withLogic() ? file : file.withoutLogic())
                .orElse(null));
    }

    @QueryHandler
    Page answer(SearchCases question) {
        List<Summary> found = files.search(question, question.limit() + 1).stream()
                .map(CaseFileQueries::summary)
                .toList();
        boolean more = found.size() > question.limit();
        List<Summary> items = more ? found.subList(0, question.limit()) : found;
        return new Page(items, more ? items.getLast().shipmentId().value() : null);
    }

    private static Summary summary(CaseFile file) {
        var assignment = file.work().assignment();
        var declared = file.declaration();
        return new Summary(
                file.shipmentId(),
                file.port(),
                file.status(),
                file.version(),
                file.selection().basis(),
                declared.hs6(),
                declared.countryOfDeparture(),
                declared.importer(),
                declared.containerNumber(),
                assignment == null ? null : assignment.assignee(),
                file.lastChangeAt());
    }
}
