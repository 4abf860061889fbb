package io.holdfast.projection.answer.mongo;

import io.holdfast.actor.PortScope;
import io.holdfast.value.PortCode;
import org.bson.Document;

/** Turns a port scope into a filter on the field {@code port}. */
public final class PortFilter {
    /** The value of {@code port} in documents that hold the total of all ports; not a valid port code. */
    public static final String ALL_TOGETHER = "*";

    private PortFilter() {}

    /** Excludes documents of ports outside the scope. */
    public static Document restrict(Document filter, PortScope scope) {
        return switch (scope) {
            case PortScope.All _ -> filter;
            case PortScope.Only only -> filter.append("port", in(only));
        };
    }

    /** The same for collections that hold a total of all ports besides the documents per port. */
    public static Document ofSums(PortScope scope) {
        return switch (scope) {
            case PortScope.All _ -> new Document("port", ALL_TOGETHER);
            case PortScope.Only only -> new Document("port", in(only));
        };
    }

    private static Object in(PortScope.Only only) {
        var ports = only.ports().stream().map(PortCode::value).sorted().toList();
        return ports.size() == 1 ? ports.getFirst() : new Document("$in", ports);
    }
}
