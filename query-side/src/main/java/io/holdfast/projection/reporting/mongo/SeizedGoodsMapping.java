package io.holdfast.projection.reporting.mongo;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import io.holdfast.projection.answer.mongo.JsonMapping;
import io.holdfast.projection.reporting.Periods;
import io.holdfast.projection.reporting.ReportingProjection;
import io.holdfast.projection.reporting.SeizedGoods;
import java.util.List;
import org.bson.Document;
import org.springframework.stereotype.Component;

/** Maps seized goods; months are numbers as in {@link Periods}. */
@Component
final class SeizedGoodsMapping extends JsonMapping<SeizedGoods> {
    static final String MONTH = "month";
    private static final String PORT = "port";

    SeizedGoodsMapping() {
        super(ReportingProjection.NAME, ReportingProjection.GOODS);
    }

    @Override
    public List<IndexModel> indexes() {
        return List.of(new IndexModel(Indexes.ascending(MONTH)), new IndexModel(Indexes.ascending(PORT, MONTH)));
    }

    @Override
    protected Document fields(SeizedGoods value) {
        return new Document(PORT, value.key().port().value())
                .append(MONTH, Periods.number(value.key().month()));
    }
}
