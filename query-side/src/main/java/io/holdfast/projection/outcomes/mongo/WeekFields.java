package io.holdfast.projection.outcomes.mongo;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import io.holdfast.projection.answer.mongo.PortFilter;
import io.holdfast.projection.outcomes.Outcomes.Wanted;
import io.holdfast.projection.outcomes.WeekKey;
import java.util.List;
import org.bson.Document;

/** The search fields of weekly counts. */
final class WeekFields {
    private static final String PORT = "port";
    private static final String MONDAY = "week";
    private static final String RULE_SET = "ruleSet";

    private WeekFields() {}

    static List<IndexModel> indexes() {
        return List.of(new IndexModel(Indexes.ascending(PORT, MONDAY, RULE_SET)));
    }

    static Document of(WeekKey week) {
        var port = week.port();
        return new Document(PORT, port == null ? PortFilter.ALL_TOGETHER : port.value())
                .append(MONDAY, week.monday().toString())
                .append(RULE_SET, week.version());
    }

    static Document filter(Wanted wanted) {
        Document filter = PortFilter.ofSums(wanted.scope());
        // ISO dates have a fixed length, so a range of texts is a range of days.
        var range =
                new Document("$gte", wanted.from() == null ? "" : wanted.from().toString());
        if (wanted.to() != null) {
            range.append("$lte", wanted.to().toString());
        }
        filter.append(MONDAY, range);
        if (wanted.version() != null) {
            filter.append(RULE_SET, wanted.version());
        }
        return filter;
    }
}
