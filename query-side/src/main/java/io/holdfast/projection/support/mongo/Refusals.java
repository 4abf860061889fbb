package io.holdfast.projection.support.mongo;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.MongoNamespace;
import io.holdfast.projection.support.ReadModelUnavailableException;
import io.holdfast.projection.support.RefusedDocumentException;
import java.util.Set;
import java.util.stream.Stream;
import org.bson.BsonSerializationException;

/** Tells whether a write failed because of the document or because of the store. */
final class Refusals {
    /**
     * BadValue, FailedToParse, DollarPrefixedFieldName, DocumentValidationFailure, CannotIndexParallelArrays,
     * KeyTooLong, BSONObjectTooLarge: the codes with which MongoDB rejects the content of a document (error_codes.yml
     * of the server).
     */
    private static final Set<Integer> OF_THE_DOCUMENT = Set.of(2, 9, 52, 121, 171, 10334, 17280, 17419, 17420);

    private Refusals() {}

    static RuntimeException named(RuntimeException failure, MongoNamespace namespace) {
        return isOfTheDocument(failure)
                ? new RefusedDocumentException("A document of " + namespace + " is refused", failure)
                : new ReadModelUnavailableException("Cannot write " + namespace, failure);
    }

    private static boolean isOfTheDocument(RuntimeException failure) {
        return switch (failure) {
            case BsonSerializationException _ -> true;
            case MongoBulkWriteException bulk -> codes(bulk).anyMatch(OF_THE_DOCUMENT::contains);
            case MongoException other -> OF_THE_DOCUMENT.contains(other.getCode());
            default -> false;
        };
    }

    private static Stream<Integer> codes(MongoBulkWriteException bulk) {
        return bulk.getWriteErrors().stream().map(error -> error.getCode());
    }
}
