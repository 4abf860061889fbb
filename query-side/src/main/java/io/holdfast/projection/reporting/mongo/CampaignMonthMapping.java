package io.holdfast.projection.reporting.mongo;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import io.holdfast.projection.answer.mongo.JsonMapping;
import io.holdfast.projection.reporting.CampaignMonth;
import io.holdfast.projection.reporting.Periods;
import io.holdfast.projection.reporting.ReportingProjection;
import java.util.List;
import org.bson.Document;
import org.springframework.stereotype.Component;

/** Maps a month of a campaign; months are numbers as in {@link Periods}. */
@Component
final class CampaignMonthMapping extends JsonMapping<CampaignMonth> {
    static final String MONTH = "month";
    private static final String PORT = "port";

    CampaignMonthMapping() {
        super(ReportingProjection.NAME, ReportingProjection.CAMPAIGNS);
    }

    @Override
    public List<IndexModel> indexes() {
        return List.of(new IndexModel(Indexes.ascending(MONTH)), new IndexModel(Indexes.ascending(PORT, MONTH)));
    }

    @Override
    protected Document fields(CampaignMonth value) {
        return new Document(PORT, value.key().port().value())
                .append(MONTH, Periods.number(value.key().month()));
    }
}
