package io.holdfast.projection.audittrail.mongo;

import static io.holdfast.projection.audittrail.mongo.AuditEntryMapping.*;

import io.holdfast.actor.PortScope;
import io.holdfast.projection.audittrail.AuditTime;
import io.holdfast.query.SearchAudit;
import io.holdfast.value.StringValue;
import java.util.ArrayList;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Builds the filter of an audit trail search, in a form that indexes support without {@code $and}. */
final class AuditFilter {
    private AuditFilter() {}

    /** The filter; empty if nothing can match, because the caller sees none of the requested ports. */
    static Optional<Document> of(SearchAudit question) {
        var filter = new Document();
        put(filter, ACTOR, question.filter().actor());
        put(filter, ACTION, question.filter().action());
        put(filter, SHIPMENT, question.filter().shipment());
        put(filter, CORRELATION, question.filter().correlationId());
        Document range = range(question);
        if (!range.isEmpty()) {
            filter.append(TIME, range);
        }
        return scoped(filter, question);
    }

    private static Optional<Document> scoped(Document filter, SearchAudit question) {
        var port = question.filter().port();
        if (port != null) {
            put(filter, PORT, port);
            return question.scope().includes(port) ? Optional.of(filter) : Optional.empty();
        }
        return Optional.of(
                switch (question.scope()) {
                    case PortScope.All _ -> filter;
                    case PortScope.Only(var ports) -> {
                        var seen = new ArrayList<>(
                                ports.stream().map(StringValue::value).sorted().toList());
                        seen.add(NO_PORT);
                        yield filter.append(PORT, new Document("$in", seen));
                    }
                });
    }

    /** The range of sort keys. A moment alone sorts before every key of that moment, so it works as either bound. */
    private static Document range(SearchAudit question) {
        var from = question.filter().from();
        var to = question.filter().to();
        var range = new Document();
        bounds(from == null ? null : AuditTime.at(from), question.newestFirst() ? null : question.after())
                .max(String::compareTo)
                .ifPresent(lower -> range.append("$gt", lower));
        bounds(to == null ? null : AuditTime.at(to), question.newestFirst() ? question.after() : null)
                .min(String::compareTo)
                .ifPresent(upper -> range.append("$lt", upper));
        return range;
    }

    private static Stream<String> bounds(@Nullable String... bounds) {
        return Stream.of(bounds).flatMap(Stream::ofNullable);
    }

    private static void put(Document filter, String field, @Nullable Object value) {
        if (value != null) {
            filter.append(field, value.toString());
        }
    }
}
