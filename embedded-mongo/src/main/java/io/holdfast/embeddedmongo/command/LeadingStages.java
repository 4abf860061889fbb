package io.holdfast.embeddedmongo.command;

import de.bwaldvogel.mongo.bson.Document;
import io.holdfast.embeddedmongo.collection.StoredCollection;
import io.holdfast.embeddedmongo.query.Query;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes {@code $match}, {@code $sort}, {@code $skip} and {@code $limit} off the front of a pipeline, to be served by an index. */
final class LeadingStages {
    private final List<Document> pipeline;

    private LeadingStages(List<Document> pipeline) {
        this.pipeline = pipeline;
    }

    static Query take(List<Document> pipeline, StoredCollection collection) {
        LeadingStages stages = new LeadingStages(pipeline);
        List<Object> matches = new ArrayList<>();
        for (Object match = stages.next("$match"); match != null; match = stages.next("$match")) {
            matches.add(match);
        }
        Document filter = switch (matches.size()) {
            case 0 -> new Document();
            case 1 -> (Document) matches.getFirst();
            default -> new Document("$and", matches);
        };
        Document sort = (Document) stages.next("$sort");
        long skip = stages.next("$skip") instanceof Number number ? number.longValue() : 0;
        long limit = stages.next("$limit") instanceof Number number ? number.longValue() : 0;
        return collection.query(filter, sort, skip, limit);
    }

    private @Nullable Object next(String stage) {
        if (!pipeline.isEmpty() && pipeline.getFirst().containsKey(stage)) {
            return pipeline.removeFirst().get(stage);
        }
        return null;
    }
}
