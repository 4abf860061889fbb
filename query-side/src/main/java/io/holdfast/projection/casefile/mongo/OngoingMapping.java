package io.holdfast.projection.casefile.mongo;

import com.mongodb.client.model.IndexModel;
import io.holdfast.projection.answer.mongo.JsonMapping;
import io.holdfast.projection.casefile.CaseListsProjection;
import io.holdfast.projection.casefile.Ongoing;
import java.util.List;
import org.bson.Document;
import org.springframework.stereotype.Component;

/** Maps the ongoing state of a case; read by identifier only. */
@Component
class OngoingMapping extends JsonMapping<Ongoing> {
    OngoingMapping() {
        super(CaseListsProjection.NAME, CaseListsProjection.ONGOING);
    }

    @Override
    public List<IndexModel> indexes() {
        return List.of();
    }

    @Override
    protected Document fields(Ongoing ongoing) {
        return new Document();
    }
}
