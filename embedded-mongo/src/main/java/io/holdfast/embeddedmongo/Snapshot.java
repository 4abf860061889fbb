package io.holdfast.embeddedmongo;

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

    /** To be taken while no write is half done. */
    Snapshot(MVMap<byte[], byte[]> documents, Plan plan) {
        this.documents = documents;
        this.root = documents.flushAndGetRoot();
        roots.put(documents, root);
        plan.stretches().forEach(stretch -> roots.computeIfAbsent(stretch.tree().map(), MVMap::flushAndGetRoot));
    }

    byte @Nullable [] document(byte[] position) {
        return documents.get(root.root, position);
    }

    Walk walk(Stretch stretch, boolean reverse) {
        RootReference<byte[], ?> from = roots.get(stretch.tree().map());
        if (from == null) {
            throw new IllegalArgumentException("not part of the plan");
        }
        return new Walk(stretch, from, reverse);
    }

    /** A way along one stretch. */
    static final class Walk {
        private final Stretch stretch;
        private final boolean reverse;
        private final Cursor<byte[], ?> cursor;
        private byte[] key = new byte[0];

        private <V> Walk(Stretch stretch, RootReference<byte[], V> root, boolean reverse) {
            this.stretch = stretch;
            this.reverse = reverse;
            this.cursor = new Cursor<>(
                    root, reverse ? stretch.to() : stretch.from(), reverse ? stretch.from() : stretch.to(), reverse);
        }

        /** Goes on to the next key; false at the end. */
        boolean advance() {
            while (cursor.hasNext()) {
                key = cursor.next();
                if (!isEnd(key)) {
                    return true;
                }
            }
            return false;
        }

        /** The end of a stretch is not part of it, but a cursor returns it. */
        private boolean isEnd(byte[] candidate) {
            return stretch.to() != null && Arrays.equals(candidate, stretch.to());
        }

        byte[] position() {
            return cursor.getValue() instanceof Integer keyLength
                    ? Arrays.copyOfRange(key, keyLength, key.length)
                    : key;
        }

        /** The document, when the stretch is one of documents. */
        byte @Nullable [] document() {
            return cursor.getValue() instanceof byte[] bytes ? bytes : null;
        }

        int compareOrder(Walk other) {
            int order = Arrays.compareUnsigned(
                    key, stretch.orderStart(), key.length, other.key, other.stretch.orderStart(), other.key.length);
            return reverse ? -order : order;
        }
    }
}
