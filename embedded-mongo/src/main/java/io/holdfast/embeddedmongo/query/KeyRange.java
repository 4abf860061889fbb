package io.holdfast.embeddedmongo.query;

import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * A range of keys of one tree.
 *
 * @param tree an index, or the documents themselves
 * @param from the first key
 * @param to the first key after the range; null if it reaches to the end
 * @param orderStart offset in each key of the fields that the result is sorted by
 */
public record KeyRange(IndexTree tree, byte[] from, byte @Nullable [] to, int orderStart) {

    /** The number of keys; fast, because every page of the tree knows how many are below it. */
    public long size() {
        MVMap<byte[], ?> map = tree.map();
        long end = to == null ? map.sizeAsLong() : rank(map, to);
        return Math.max(0, end - rank(map, from));
    }

    /** The number of keys before {@code key}. */
    private static long rank(MVMap<byte[], ?> map, byte[] key) {
        long index = map.getKeyIndex(key);
        return index >= 0 ? index : -index - 1;
    }
}
