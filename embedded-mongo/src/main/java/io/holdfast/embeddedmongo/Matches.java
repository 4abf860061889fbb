package io.holdfast.embeddedmongo;

import de.bwaldvogel.mongo.backend.DefaultQueryMatcher;
import de.bwaldvogel.mongo.backend.QueryMatcher;
import de.bwaldvogel.mongo.bson.Document;
import io.holdfast.embeddedmongo.Snapshot.Walk;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** Walks the stretches of a plan and stops at each document that matches; keeps none, and decodes those that somebody looks at. */
final class Matches implements Results.Source {
    private static final QueryMatcher MATCHER = new DefaultQueryMatcher();

    private final Snapshot snapshot;
    private final Plan plan;
    private final Document filter;
    private final LongConsumer examined;
    private final List<Stretch> stretches;
    private final @Nullable Queue<Walk> merged;
    private final Set<Position> met = new HashSet<>();
    private int next;
    private @Nullable Walk current;
    private byte[] position = new byte[0];
    private byte[] bytes = new byte[0];
    private @Nullable Document document;

    /** @param examined is told how many keys were visited */
    Matches(Snapshot snapshot, Plan plan, Document filter, LongConsumer examined) {
        this.snapshot = snapshot;
        this.plan = plan;
        this.filter = filter;
        this.examined = examined;
        this.stretches = new ArrayList<>(plan.stretches());
        if (plan.reverse()) {
            Collections.reverse(stretches);
        }
        this.merged = plan.ordered() && stretches.size() > 1 ? new PriorityQueue<>(Walk::compareOrder) : null;
    }

    /** Goes on to the next match; false at the end. */
    @Override
    public boolean advance() {
        while (step()) {
            Walk walk = current();
            position = walk.position();
            if (plan.repeats() && !met.add(new Position(position))) {
                continue;
            }
            byte[] found = walk.document() != null ? walk.document() : snapshot.document(position);
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

    byte[] position() {
        return position;
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

    private Walk current() {
        if (current == null) {
            throw new IllegalStateException("not advanced");
        }
        return current;
    }

    private boolean step() {
        boolean found = merged != null ? stepMerged(merged) : stepAlong();
        if (found) {
            examined.accept(1);
        }
        return found;
    }

    private boolean stepAlong() {
        while (current == null || !current.advance()) {
            if (next == stretches.size()) {
                return false;
            }
            current = snapshot.walk(stretches.get(next++), plan.reverse());
        }
        return true;
    }

    /** The walk whose key comes first goes first; all are begun at the first step. */
    private boolean stepMerged(Queue<Walk> walks) {
        if (current == null) {
            for (Stretch stretch : stretches) {
                requeue(walks, snapshot.walk(stretch, plan.reverse()));
            }
        } else {
            requeue(walks, current);
        }
        Walk first = walks.poll();
        if (first != null) {
            current = first;
        }
        return first != null;
    }

    private static void requeue(Queue<Walk> walks, Walk walk) {
        if (walk.advance()) {
            walks.add(walk);
        }
    }
}
