package io.holdfast.embeddedmongo.index;

import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.CannotIndexParallelArraysError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Derives the keys of a document: one key per element of an array (a multikey index), otherwise one key.
 *
 * @param keys the fields, in order, each with its direction
 * @param sparse whether documents without any of the fields are left out
 */
record IndexDefinition(List<IndexKey> keys, boolean sparse) {

    IndexDefinition {
        keys = List.copyOf(keys);
    }

    /**
     * The encoded keys of one document, each with its values.
     *
     * @param multikey whether one of the fields is an array
     */
    record Keys(boolean multikey, Map<byte[], List<@Nullable Object>> values) {}

    /**
     * The keys of a document; none if the index is sparse and the document has none of its fields.
     *
     * @throws CannotIndexParallelArraysError if two fields are independent arrays
     */
    Keys keysOf(Document document) {
        List<Object> values = new ArrayList<>(keys.size());
        for (IndexKey key : keys) {
            values.add(Utils.getSubdocumentValueCollectionAware(document, key.getKey()));
        }
        Map<byte[], List<@Nullable Object>> result = new TreeMap<>(Arrays::compareUnsigned);
        if (sparse && values.stream().allMatch(IndexDefinition::absent)) {
            return new Keys(false, result);
        }
        int elements = elements(values);
        for (int i = 0; i < Math.max(1, elements); i++) {
            addKey(values, i, result);
        }
        return new Keys(elements >= 0, result);
    }

    private void addKey(List<Object> values, int element, Map<byte[], List<@Nullable Object>> result) {
        KeyEncoder encoder = new KeyEncoder();
        List<@Nullable Object> parts = new ArrayList<>(keys.size());
        for (int field = 0; field < keys.size(); field++) {
            boolean ascending = keys.get(field).isAscending();
            Object value = values.get(field);
            if (value instanceof Collection<?> list && list.isEmpty()) {
                encoder.appendEmptyArray(ascending);
                parts.add(List.of());
            } else {
                Object part = value instanceof List<?> list ? list.get(element) : value;
                encoder.append(part, ascending);
                parts.add(part instanceof Missing ? null : part);
            }
        }
        result.put(encoder.toBytes(), parts);
    }

    /** The number of elements of the arrays among the values; -1 if there is no array. */
    private int elements(List<Object> values) {
        int elements = -1;
        int arrays = 0;
        String root = "";
        for (int field = 0; field < values.size(); field++) {
            if (values.get(field) instanceof Collection<?> collection) {
                String fieldRoot = Utils.firstFragment(keys.get(field).getKey());
                values.set(field, new ArrayList<>(collection));
                if (arrays > 0 && (!fieldRoot.equals(root) || elements != collection.size())) {
                    throw new CannotIndexParallelArraysError(
                            keys.stream().map(IndexKey::getKey).toList());
                }
                arrays++;
                root = fieldRoot;
                elements = collection.size();
            }
        }
        return elements;
    }

    private static boolean absent(Object value) {
        return value instanceof Missing
                || value instanceof Collection<?> list
                        && !list.isEmpty()
                        && list.stream().allMatch(Missing.class::isInstance);
    }
}
