package io.holdfast.projection.support.mongo;

import com.mongodb.client.model.IndexModel;
import io.holdfast.projection.support.CollectionName;
import java.util.List;
import org.bson.Document;

/**
 * How the documents of one collection look in MongoDB. One bean per collection. The fields {@code _id}, {@code seen} and {@code version}
 * belong to the frame.
 */
public interface DocumentMapping<T> {
    /** The name of the projection that keeps the collection. */
    String projection();

    /** The collection. */
    CollectionName<T> collection();

    /** Its indexes, made when a generation begins. */
    List<IndexModel> indexes();

    /** The document, without the fields of the frame. */
    Document toDocument(T value);

    /** The value that {@link #toDocument} was given. */
    T fromDocument(Document document);
}
