package io.holdfast.embeddedmongo;

import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
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
 * Sorts what no index sorts. Of each match only the sort key and the position are kept, and with a limit only the best;
 * the documents are read again, one at a time.
 */
final class Sorted implements Results.Source {

    private record Entry(byte[] key, long arrival, byte[] position) {}

    private static final Comparator<Entry> ORDER =
            Comparator.comparing(Entry::key, Arrays::compareUnsigned).thenComparingLong(Entry::arrival);

    private final Matches matches;
    private final Snapshot snapshot;
    private final Document sort;
    private final long wanted;
    private @Nullable Deque<Entry> entries;
    private byte[] bytes = new byte[0];

    /** @param wanted how many are going to be taken at most; 0 for all */
    Sorted(Matches matches, Snapshot snapshot, Document sort, long wanted) {
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
        byte[] found = entry == null ? null : snapshot.document(entry.position());
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
            Entry entry = new Entry(key(matches.document()), arrival, matches.position());
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

    /** An array counts as its least element, or as its greatest when descending. */
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
