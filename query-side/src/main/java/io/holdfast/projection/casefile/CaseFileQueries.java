package io.holdfast.projection.casefile;

import io.holdfast.actor.PortScope;
import io.holdfast.query.AsOf;
import io.holdfast.query.CaseFile;
import io.holdfast.query.CompareCaseFiles;
import io.holdfast.query.CompareCaseFiles.Comparison;
import io.holdfast.query.ReadCaseFile;
import io.holdfast.query.RecallCaseFile;
import io.holdfast.query.SearchCases;
import io.holdfast.query.SearchCases.Page;
import io.holdfast.query.SearchCases.Summary;
import io.holdfast.shipment.ShipmentId;
import java.util.List;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** Answers queries about case files. */
@Component
class CaseFileQueries {
    private final CaseFiles files;
    private final CaseHistory history;

    CaseFileQueries(CaseFiles files, CaseHistory history) {
        this.files = files;
        this.history = history;
    }

    @QueryHandler
    ReadCaseFile.Answer answer(ReadCaseFile question) {
        return new ReadCaseFile.Answer(shown(files.find(question.shipment()), question.scope(), question.withLogic())
                .orElse(null));
    }

    @QueryHandler
    RecallCaseFile.Answer answer(RecallCaseFile question) {
        return new RecallCaseFile.Answer(
                recalled(question.shipment(), question.asOf(), question.scope(), question.withLogic())
                        .orElse(null));
    }

    @QueryHandler
    CompareCaseFiles.Answer answer(CompareCaseFiles question) {
        var before = recalled(question.shipment(), question.from(), question.scope(), question.withLogic());
        var after = recalled(question.shipment(), question.to(), question.scope(), question.withLogic());
        return new CompareCaseFiles.Answer(
                before.flatMap(old -> after.map(now -> comparison(old, now))).orElse(null));
    }

    private static Comparison comparison(CaseFile before, CaseFile after) {
        return new Comparison(after.shipmentId(), before.version(), after.version(), CaseDiff.between(before, after));
    }

    private Optional<CaseFile> recalled(ShipmentId shipment, AsOf asOf, PortScope scope, boolean withLogic) {
        return shown(history.find(shipment, asOf), scope, withLogic);
    }

    private static Optional<CaseFile> shown(Optional<CaseFile> found, PortScope scope, boolean withLogic) {
        return found.filter(file -> scope.includes(file.port())).map(file -> withLogic ? file : file.withoutLogic());
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
