package io.holdfast.projection.rulefeedback.mongo;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import io.holdfast.projection.answer.mongo.JsonMapping;
import io.holdfast.projection.answer.mongo.PortFilter;
import io.holdfast.projection.rulefeedback.RuleFeedbackProjection;
import io.holdfast.projection.rulefeedback.RuleTally;
import java.util.List;
import org.bson.Document;
import org.springframework.stereotype.Component;

/** A tally as a document: its JSON, and beside it port, version and rule. */
@Component
final class RuleTallyMapping extends JsonMapping<RuleTally> {
    static final String RULE_SET = "ruleSet";
    static final String RULE = "rule";
    private static final String PORT = "port";

    RuleTallyMapping() {
        super(RuleFeedbackProjection.NAME, RuleFeedbackProjection.TALLIES);
    }

    @Override
    public List<IndexModel> indexes() {
        return List.of(
                new IndexModel(Indexes.ascending(PORT, RULE_SET, RULE)), new IndexModel(Indexes.ascending(PORT, RULE)));
    }

    @Override
    protected Document fields(RuleTally value) {
        var port = value.port();
        return new Document(PORT, port == null ? PortFilter.ALL_TOGETHER : port.value())
                .append(RULE_SET, value.rule().version())
                .append(RULE, value.rule().rule());
    }
}
