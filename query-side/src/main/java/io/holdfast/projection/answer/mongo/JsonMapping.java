package io.holdfast.projection.answer.mongo;

import io.holdfast.projection.support.CollectionName;
import io.holdfast.projection.support.UnreadableDocumentException;
import io.holdfast.projection.support.mongo.DocumentMapping;
import io.holdfast.runtime.json.LanguageJson;
import io.holdfast.value.Check;
import io.holdfast.value.InvalidValueException;
import org.bson.Document;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Stores a value as one JSON string, next to the fields that queries filter on. JSON keeps what BSON would round:
 * moments to the nanosecond and sums to the last decimal place.
 */
public abstract class JsonMapping<T> implements DocumentMapping<T> {
    private static final String DATA = "data";
    private static final JsonMapper JSON = LanguageJson.mapper();

    private final String projection;
    private final CollectionName<T> collection;

    /**
     * Maps one collection.
     *
     * @param projection the name of the projection that owns the collection
     * @param collection the collection
     */
    protected JsonMapping(String projection, CollectionName<T> collection) {
        this.projection = projection;
        this.collection = collection;
    }

    @Override
    public final String projection() {
        return projection;
    }

    @Override
    public final CollectionName<T> collection() {
        return collection;
    }

    /** The fields that queries filter on. */
    protected abstract Document fields(T value);

    @Override
    public final Document toDocument(T value) {
        return fields(value).append(DATA, JSON.writeValueAsString(value));
    }

    /**
     * Reads the value back.
     *
     * @throws UnreadableDocumentException if the document cannot be read
     */
    @Override
    public final T fromDocument(Document document) {
        try {
            return LanguageJson.readOnRecord(Check.present(document.getString(DATA), DATA), collection.type());
        } catch (JacksonException | ClassCastException | InvalidValueException unreadable) {
            throw new UnreadableDocumentException(
                    projection, collection.name(), String.valueOf(document.get("_id")), unreadable);
        }
    }
}
