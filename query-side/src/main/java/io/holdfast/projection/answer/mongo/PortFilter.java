package io.holdfast.projection.answer.mongo;

import io.holdfast.actor.PortScope;
import io.holdfast.value.PortCode;
import org.bson.Document;

/** The scope of ports as a filter on a field {@code port}. */
public final class PortFilter {
    /** Stands for all ports together, in documents that add all of them up; no port is written like this. */
    public static final String ALL_TOGETHER = "*";

    private PortFilter() {}

    /** Adds what keeps documents of other ports out. */
    public static Document restrict(Document filter, PortScope scope) {
        return switch (scope) {
            case PortScope.All _ -> filter;
            case PortScope.Only only -> filter.append("port", in(only));
        };
    }

    /** The same where documents that add up all ports stand beside those of single ports. */
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
