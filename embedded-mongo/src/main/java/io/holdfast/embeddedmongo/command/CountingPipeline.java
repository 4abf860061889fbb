package io.holdfast.embeddedmongo.command;

import de.bwaldvogel.mongo.bson.Document;
import io.holdfast.embeddedmongo.collection.StoredCollection;
import io.holdfast.embeddedmongo.message.CommandFields;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The pipeline that a driver sends for {@code countDocuments}: an optional {@code $match}, an optional {@code $limit}, then a
 * {@code $group} of everything that sums ones. An index answers it without reading documents.
 *
 * @param limit the highest count; 0 for no limit
 */
record CountingPipeline(Document filter, int limit, Object id, String field) {

    static Optional<CountingPipeline> of(List<Document> pipeline) {
        int stages = pipeline.size();
        if (stages == 0 || !(pipeline.getLast().get("$group") instanceof Document group)) {
            return Optional.empty();
        }
        boolean matches = stages > 1 && pipeline.getFirst().containsKey("$match");
        boolean limited = stages > 1 && pipeline.get(stages - 2).get("$limit") instanceof Number;
        if (stages != 1 + (matches ? 1 : 0) + (limited ? 1 : 0)) {
            return Optional.empty();
        }
        Document filter = matches ? CommandFields.document(pipeline.getFirst(), "$match") : new Document();
        int limit = limited
                ? (int) Math.min(Integer.MAX_VALUE, CommandFields.number(pipeline.get(stages - 2), "$limit"))
                : 0;
        return group.entrySet().stream()
                .filter(sum -> isSumOfOnes(sum.getValue()))
                .map(Map.Entry::getKey)
                .findFirst()
                .filter(_ -> group.size() == 2 && group.get("_id") instanceof Number && limit >= 0)
                .map(field -> new CountingPipeline(filter, limit, group.getOrDefault("_id", 1), field));
    }

    private static boolean isSumOfOnes(Object accumulator) {
        return accumulator instanceof Document sum
                && sum.size() == 1
                && sum.get("$sum") instanceof Number one
                && one.doubleValue() == 1;
    }

    /** Returns no document if the count is 0, as MongoDB does. */
    List<Document> run(StoredCollection collection) {
        int count = collection.count(filter, 0, limit);
        return count == 0 ? List.of() : List.of(new Document("_id", id).append(field, count));
    }
}
