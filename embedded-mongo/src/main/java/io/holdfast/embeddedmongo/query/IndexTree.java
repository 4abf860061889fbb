package io.holdfast.embeddedmongo.query;

import de.bwaldvogel.mongo.backend.Constants;
import de.bwaldvogel.mongo.backend.IndexKey;
import io.holdfast.embeddedmongo.index.OrderedIndex;
import java.util.ArrayList;
import java.util.List;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * A tree that can be scanned in the order of its keys: a secondary index, or the documents in the order of their {@code _id}.
 *
 * @param fields the fields of its keys; every key ends with {@code _id}
 * @param index null for the documents themselves
 */
public record IndexTree(
        List<IndexKey> fields,
        MVMap<byte[], ?> map,
        @Nullable OrderedIndex index) {

    public static IndexTree of(MVMap<byte[], byte[]> documents) {
        return new IndexTree(List.of(id()), documents, null);
    }

    public static IndexTree of(OrderedIndex index) {
        List<IndexKey> fields = new ArrayList<>(index.getKeys());
        if (fields.stream().noneMatch(key -> key.getKey().equals(Constants.ID_FIELD))) {
            fields.add(id());
        }
        return new IndexTree(List.copyOf(fields), index.entries(), index);
    }

    private static IndexKey id() {
        return new IndexKey(Constants.ID_FIELD, true);
    }

    /** Whether it may contain a document more than once. */
    boolean isMultikey() {
        return index != null && index.isMultikey();
    }

    boolean isSparse() {
        return index != null && index.isSparse();
    }
}
