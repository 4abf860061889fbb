package io.holdfast.embeddedmongo.storage;

import java.util.ArrayDeque;
import java.util.Deque;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/** Records the changes for the document that is being written, so that they can be rolled back. */
final class UndoLog {

    private record Change<K, V>(
            MVMap<K, V> map, K key, @Nullable V before) {
        void undo() {
            if (before == null) {
                map.remove(key);
            } else {
                map.put(key, before);
            }
        }
    }

    private final Deque<Change<?, ?>> changes = new ArrayDeque<>();

    <K, V> void put(MVMap<K, V> map, K key, V value) {
        changes.push(new Change<>(map, key, map.put(key, value)));
    }

    <K, V> void remove(MVMap<K, V> map, K key) {
        V before = map.remove(key);
        if (before != null) {
            changes.push(new Change<>(map, key, before));
        }
    }

    void rollBack() {
        while (!changes.isEmpty()) {
            changes.pop().undo();
        }
    }

    void forget() {
        changes.clear();
    }
}
