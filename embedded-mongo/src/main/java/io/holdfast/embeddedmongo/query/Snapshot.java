package io.holdfast.embeddedmongo.query;

import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.Map;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.RootReference;
import org.jspecify.annotations.Nullable;

/** The trees of a plan as they were at one moment between two writes. */
final class Snapshot {
    private final MVMap<byte[], byte[]> documents;
    private final RootReference<byte[], byte[]> root;
    private final Map<MVMap<byte[], ?>, RootReference<byte[], ?>> roots = new IdentityHashMap<>();

    /** Must be taken while no write is in progress. */
    Snapshot(MVMap<byte[], byte[]> documents, QueryPlan plan) {
        this.documents = documents;
        this.root = documents.flushAndGetRoot();
        roots.put(documents, root);
        plan.ranges().forEach(range -> roots.computeIfAbsent(range.tree().map(), MVMap::flushAndGetRoot));
    }

    byte @Nullable [] document(byte[] position) {
        return documents.get(root.root, position);
    }

    RangeCursor cursor(KeyRange range, boolean reverse) {
        RootReference<byte[], ?> from = roots.get(range.tree().map());
        if (from == null) {
            throw new IllegalArgumentException("not part of the plan");
        }
        return new RangeCursor(range, from, reverse);
    }

    /** A cursor over the keys of one range. */
    static final class RangeCursor {
        private final KeyRange range;
        private final boolean reverse;
        private final Cursor<byte[], ?> cursor;
        private byte[] key = new byte[0];

        private <V> RangeCursor(KeyRange range, RootReference<byte[], V> root, boolean reverse) {
            this.range = range;
            this.reverse = reverse;
            this.cursor = new Cursor<>(
                    root, reverse ? range.to() : range.from(), reverse ? range.from() : range.to(), reverse);
        }

        /** Moves to the next key; returns false at the end. */
        boolean advance() {
            while (cursor.hasNext()) {
                key = cursor.next();
                if (!isEnd(key)) {
                    return true;
                }
            }
            return false;
        }

        /** MVStore's cursor includes the end, a range does not. */
        private boolean isEnd(byte[] candidate) {
            return range.to() != null && Arrays.equals(candidate, range.to());
        }

        byte[] recordId() {
            return cursor.getValue() instanceof Integer keyLength
                    ? Arrays.copyOfRange(key, keyLength, key.length)
                    : key;
        }

        /** The document, if the range is one of documents. */
        byte @Nullable [] document() {
            return cursor.getValue() instanceof byte[] bytes ? bytes : null;
        }

        int compareOrder(RangeCursor other) {
            int order = Arrays.compareUnsigned(
                    key, range.orderStart(), key.length, other.key, other.range.orderStart(), other.key.length);
            return reverse ? -order : order;
        }
    }
}
