package io.holdfast.embeddedmongo.query;

import de.bwaldvogel.mongo.bson.Document;
import java.util.function.Function;
import org.h2.mvstore.MVMap;

/** A planned query on a snapshot of its trees. */
public final class Query {
    private final Document filter;
    private final Document sort;
    private final long skip;
    private final long limit;
    private final QueryPlan plan;
    private final Snapshot snapshot;
    private final ReadCounters counters;

    /** Must be created while no write is in progress. */
    public Query(
            MVMap<byte[], byte[]> documents,
            QueryPlanner planner,
            Document filter,
            Document sort,
            long skip,
            long limit,
            ReadCounters counters) {
        this.filter = filter;
        this.sort = sort;
        this.skip = skip;
        this.limit = limit;
        this.counters = counters;
        this.plan = planner.plan();
        this.snapshot = new Snapshot(documents, plan);
        counters.count(plan, filter, sort);
    }

    /** Each call runs the query again. */
    public <T> QueryResults<T> results(Function<DocumentCursor, T> projection) {
        FilterCursor matches = new FilterCursor(snapshot, plan, filter, counters::addExamined);
        boolean sorts = !sort.isEmpty() && !plan.ordered();
        return sorts
                ? new QueryResults<>(
                        new SortCursor(matches, snapshot, sort, wanted(skip, limit)), skip, limit, projection)
                : new QueryResults<>(matches, skip, limit, projection);
    }

    public static long wanted(long skip, long limit) {
        return limit == 0 ? 0 : skip + limit;
    }
}
