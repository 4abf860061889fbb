package io.holdfast.embeddedmongo.query;

import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import io.holdfast.embeddedmongo.index.KeyEncoder;
import io.holdfast.embeddedmongo.message.Bson;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * Sorts in memory what no index orders. Only the sort key and the record id of each match are kept, and with a limit only those of the
 * first ones; the documents are read again, one at a time.
 */
final class SortCursor implements DocumentCursor {

    private record Entry(byte[] key, long arrival, byte[] recordId) {}

    private static final Comparator<Entry> ORDER =
            Comparator.comparing(Entry::key, Arrays::compareUnsigned).thenComparingLong(Entry::arrival);

    private final FilterCursor matches;
    private final Snapshot snapshot;
    private final Document sort;
    private final long wanted;
    private @Nullable Deque<Entry> entries;
    private byte[] bytes = new byte[0];

    /** @param wanted the most that will be read; 0 for all */
    SortCursor(FilterCursor matches, Snapshot snapshot, Document sort, long wanted) {
        this.matches = matches;
        this.snapshot = snapshot;
        this.sort = sort;
        this.wanted = wanted;
    }

    @Override
    public boolean advance() {
        if (entries == null) {
            entries = collect();
        }
        Entry entry = entries.poll();
        byte[] found = entry == null ? null : snapshot.document(entry.recordId());
        if (found == null) {
            return false;
        }
        bytes = found;
        return true;
    }

    private Deque<Entry> collect() {
        Queue<Entry> best = new PriorityQueue<>(ORDER.reversed());
        List<Entry> all = new ArrayList<>();
        for (long arrival = 0; matches.advance(); arrival++) {
            Entry entry = new Entry(key(matches.document()), arrival, matches.recordId());
            if (wanted == 0) {
                all.add(entry);
            } else {
                best.add(entry);
                if (best.size() > wanted) {
                    best.remove();
                }
            }
        }
        all.addAll(best);
        all.sort(ORDER);
        return new ArrayDeque<>(all);
    }

    private byte[] key(Document of) {
        KeyEncoder encoder = new KeyEncoder();
        sort.forEach((field, direction) -> {
            boolean ascending = direction instanceof Number number && number.intValue() > 0;
            encoder.append(part(Utils.getSubdocumentValueCollectionAware(of, field), ascending));
        });
        return encoder.toBytes();
    }

    /** An array is sorted by its smallest element, in descending order by its greatest. */
    private static byte[] part(@Nullable Object value, boolean ascending) {
        if (value instanceof Collection<?> list) {
            return list.stream()
                    .map(element -> new KeyEncoder().append(element, ascending).toBytes())
                    .min(Arrays::compareUnsigned)
                    .orElseGet(
                            () -> new KeyEncoder().appendEmptyArray(ascending).toBytes());
        }
        return new KeyEncoder().append(value, ascending).toBytes();
    }

    @Override
    public byte[] bytes() {
        return bytes;
    }

    @Override
    public Document document() {
        return Bson.decode(bytes);
    }
}
