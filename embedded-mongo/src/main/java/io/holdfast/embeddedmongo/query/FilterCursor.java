package io.holdfast.embeddedmongo.query;

import de.bwaldvogel.mongo.backend.DefaultQueryMatcher;
import de.bwaldvogel.mongo.backend.QueryMatcher;
import de.bwaldvogel.mongo.bson.Document;
import io.holdfast.embeddedmongo.index.RecordId;
import io.holdfast.embeddedmongo.message.Bson;
import io.holdfast.embeddedmongo.query.Snapshot.RangeCursor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** Scans the ranges of a plan and stops at each document that matches the filter. It buffers nothing and decodes a document only when needed. */
final class FilterCursor implements DocumentCursor {
    private static final QueryMatcher MATCHER = new DefaultQueryMatcher();

    private final Snapshot snapshot;
    private final QueryPlan plan;
    private final Document filter;
    private final LongConsumer examined;
    private final List<KeyRange> ranges;
    private final @Nullable Queue<RangeCursor> merged;
    private final Set<RecordId> seen = new HashSet<>();
    private int next;
    private @Nullable RangeCursor current;
    private byte[] recordId = new byte[0];
    private byte[] bytes = new byte[0];
    private @Nullable Document document;

    /** @param examined told how many keys were examined */
    FilterCursor(Snapshot snapshot, QueryPlan plan, Document filter, LongConsumer examined) {
        this.snapshot = snapshot;
        this.plan = plan;
        this.filter = filter;
        this.examined = examined;
        this.ranges = new ArrayList<>(plan.ranges());
        if (plan.reverse()) {
            Collections.reverse(ranges);
        }
        this.merged = plan.ordered() && ranges.size() > 1 ? new PriorityQueue<>(RangeCursor::compareOrder) : null;
    }

    @Override
    public boolean advance() {
        while (step()) {
            RangeCursor range = current();
            recordId = range.recordId();
            if (plan.repeats() && !seen.add(new RecordId(recordId))) {
                continue;
            }
            byte[] found = range.document() != null ? range.document() : snapshot.document(recordId);
            if (found != null) {
                bytes = found;
                document = null;
                if (plan.exact() || filter.isEmpty() || MATCHER.matches(document(), filter)) {
                    return true;
                }
            }
        }
        return false;
    }

    byte[] recordId() {
        return recordId;
    }

    @Override
    public byte[] bytes() {
        return bytes;
    }

    @Override
    public Document document() {
        if (document == null) {
            document = Bson.decode(bytes);
        }
        return document;
    }

    private RangeCursor current() {
        if (current == null) {
            throw new IllegalStateException("not advanced");
        }
        return current;
    }

    private boolean step() {
        boolean found = merged != null ? stepMerged(merged) : stepToNextRange();
        if (found) {
            examined.accept(1);
        }
        return found;
    }

    private boolean stepToNextRange() {
        while (current == null || !current.advance()) {
            if (next == ranges.size()) {
                return false;
            }
            current = snapshot.cursor(ranges.get(next++), plan.reverse());
        }
        return true;
    }

    /** Takes the cursor whose key is first in order; the first step opens all of them. */
    private boolean stepMerged(Queue<RangeCursor> cursors) {
        if (current == null) {
            for (KeyRange range : ranges) {
                requeue(cursors, snapshot.cursor(range, plan.reverse()));
            }
        } else {
            requeue(cursors, current);
        }
        RangeCursor first = cursors.poll();
        if (first != null) {
            current = first;
        }
        return first != null;
    }

    private static void requeue(Queue<RangeCursor> cursors, RangeCursor cursor) {
        if (cursor.advance()) {
            cursors.add(cursor);
        }
    }
}
