package io.holdfast.embeddedmongo;

import de.bwaldvogel.mongo.backend.Constants;
import de.bwaldvogel.mongo.backend.IndexKey;
import java.util.ArrayList;
import java.util.List;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * Something that can be read in order.
 *
 * @param fields what its keys are made of; the last one is always {@code _id}, which every key ends with
 * @param index null for the documents themselves
 */
record Tree(
        List<IndexKey> fields,
        MVMap<byte[], ?> map,
        @Nullable OrderedIndex index) {

    static Tree of(MVMap<byte[], byte[]> documents) {
        return new Tree(List.of(id()), documents, null);
    }

    static Tree of(OrderedIndex index) {
        List<IndexKey> fields = new ArrayList<>(index.getKeys());
        if (fields.stream().noneMatch(key -> key.getKey().equals(Constants.ID_FIELD))) {
            fields.add(id());
        }
        return new Tree(List.copyOf(fields), index.entries(), index);
    }

    private static IndexKey id() {
        return new IndexKey(Constants.ID_FIELD, true);
    }

    /** Whether a document may be in it more than once. */
    boolean isMultikey() {
        return index != null && index.isMultikey();
    }

    boolean isSparse() {
        return index != null && index.definition().sparse();
    }
}
