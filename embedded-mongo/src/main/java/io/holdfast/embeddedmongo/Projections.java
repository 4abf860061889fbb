package io.holdfast.embeddedmongo;

import de.bwaldvogel.mongo.backend.aggregation.stage.ProjectStage;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Chooses who projects: a find projection knows no expressions and drops them silently, an aggregation knows all. */
final class Projections {
    private static final Set<String> FIND_ONLY = Set.of("$slice", "$elemMatch", "$meta");

    private Projections() {}

    static UnaryOperator<Document> of(Document fields, UnaryOperator<Document> findProjection) {
        if (fields.values().stream().noneMatch(Projections::isExpression)) {
            return findProjection;
        }
        ProjectStage stage = new ProjectStage(fields);
        return document -> stage.apply(Stream.of(document)).findFirst().orElse(document);
    }

    private static boolean isExpression(Object value) {
        return value instanceof String
                || value instanceof Document operators
                        && operators.keySet().stream()
                                .anyMatch(operator -> operator.startsWith("$") && !FIND_ONLY.contains(operator));
    }
}
