package io.holdfast.embeddedmongo;

import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * Neighbouring keys of one tree.
 *
 * @param tree an index, or the documents themselves
 * @param from the first key
 * @param to the first key no longer in it; null when it reaches to the end
 * @param orderStart where in each key the fields begin that the answer is sorted by
 */
record Stretch(Tree tree, byte[] from, byte @Nullable [] to, int orderStart) {

    /** How many keys it has; quick, since every page knows how much is below it. */
    long size() {
        MVMap<byte[], ?> map = tree.map();
        long end = to == null ? map.sizeAsLong() : rank(map, to);
        return Math.max(0, end - rank(map, from));
    }

    /** How many keys come before {@code key}. */
    private static long rank(MVMap<byte[], ?> map, byte[] key) {
        long index = map.getKeyIndex(key);
        return index >= 0 ? index : -index - 1;
    }
}
