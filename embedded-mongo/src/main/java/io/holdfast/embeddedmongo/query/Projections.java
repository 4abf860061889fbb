package io.holdfast.embeddedmongo.query;

import de.bwaldvogel.mongo.backend.aggregation.stage.ProjectStage;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Chooses the implementation of a projection: the library's find silently drops expressions, its aggregation supports them all. */
public final class Projections {
    private static final Set<String> FIND_ONLY = Set.of("$slice", "$elemMatch", "$meta");

    private Projections() {}

    public static UnaryOperator<Document> of(Document fields, UnaryOperator<Document> findProjection) {
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
