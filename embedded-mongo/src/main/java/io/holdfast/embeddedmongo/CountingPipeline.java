package io.holdfast.embeddedmongo;

import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a driver sends for {@code countDocuments}: an optional {@code $match}, then a {@code $group} of everything that
 * adds up ones. An index counts without reading.
 */
record CountingPipeline(Document filter, Object id, String field) {

    static Optional<CountingPipeline> of(List<Document> pipeline) {
        boolean matches = pipeline.size() == 2 && pipeline.getFirst().containsKey("$match");
        if (!(matches || pipeline.size() == 1) || !(pipeline.getLast().get("$group") instanceof Document group)) {
            return Optional.empty();
        }
        Document filter = matches ? Fields.document(pipeline.getFirst(), "$match") : new Document();
        return group.entrySet().stream()
                .filter(sum -> isSumOfOnes(sum.getValue()))
                .map(Map.Entry::getKey)
                .findFirst()
                .filter(_ -> group.size() == 2 && group.get("_id") instanceof Number)
                .map(field -> new CountingPipeline(filter, group.getOrDefault("_id", 1), field));
    }

    private static boolean isSumOfOnes(Object accumulator) {
        return accumulator instanceof Document sum
                && sum.size() == 1
                && sum.get("$sum") instanceof Number one
                && one.doubleValue() == 1;
    }

    /** Nothing at all when there is nothing to count. */
    List<Document> run(StoredCollection collection) {
        int count = collection.count(filter, 0, 0);
        return count == 0 ? List.of() : List.of(new Document("_id", id).append(field, count));
    }
}
