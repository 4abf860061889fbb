package io.holdfast.projection.audittrail;

import io.holdfast.query.AuditEntry;
import io.holdfast.query.ReadAuditTrail;
import io.holdfast.query.SearchAudit;
import java.util.List;
import java.util.function.Function;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers queries about the audit trail. */
@Component
class AuditTrailQueries {
    private final AuditEntries entries;

    AuditTrailQueries(AuditEntries entries) {
        this.entries = entries;
    }

    @QueryHandler
    ReadAuditTrail.Answer answer(ReadAuditTrail question) {
        return new ReadAuditTrail.Answer(entries.port(question.shipment())
                .filter(question.scope()::includes)
                .map(_ -> Cut.of(entries.trail(question, question.limit() + 1), question.limit()))
                .map(cut -> new ReadAuditTrail.Page(
                        shown(cut.items(), question.withLogic()), cut.next(last -> Long.toString(last.position()))))
                .orElse(null));
    }

    @QueryHandler
    SearchAudit.Page answer(SearchAudit question) {
        long position = entries.position();
        var cut = Cut.of(entries.search(question, question.limit() + 1), question.limit());
        return new SearchAudit.Page(shown(cut.items(), question.withLogic()), cut.next(AuditTime::key), position);
    }

    private static List<AuditEntry> shown(List<AuditEntry> items, boolean withLogic) {
        return withLogic ? items : items.stream().map(AuditEntry::withoutLogic).toList();
    }

    private record Cut(List<AuditEntry> items, boolean more) {
        static Cut of(List<AuditEntry> found, int limit) {
            boolean more = found.size() > limit;
            return new Cut(more ? found.subList(0, limit) : found, more);
        }

        @Nullable String next(Function<AuditEntry, String> cursor) {
            return more ? cursor.apply(items.getLast()) : null;
        }
    }
}
