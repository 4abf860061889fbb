package io.holdfast.projection.support.mongo;

import com.mongodb.client.model.IndexModel;
import io.holdfast.projection.support.CollectionName;
import java.util.List;
import org.bson.Document;

/**
 * Maps the values of one collection to MongoDB documents. One bean per collection. The fields {@code _id}, {@code seen}
 * and {@code version} are reserved for the framework.
 */
public interface DocumentMapping<T> {
    /** The name of the projection that owns the collection. */
    String projection();

    /** The collection. */
    CollectionName<T> collection();

    /** Its indexes, created when a generation begins. */
    List<IndexModel> indexes();

    /** The document of a value, without the reserved fields. */
    Document toDocument(T value);

    /** The value that was passed to {@link #toDocument}. */
    T fromDocument(Document document);
}
