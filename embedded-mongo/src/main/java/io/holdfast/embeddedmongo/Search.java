package io.holdfast.embeddedmongo;

import de.bwaldvogel.mongo.bson.Document;
import java.util.function.Function;
import org.h2.mvstore.MVMap;

/** A read that is planned, of trees that no longer change under it. */
final class Search {
    private final Document filter;
    private final Document sort;
    private final long skip;
    private final long limit;
    private final Plan plan;
    private final Snapshot snapshot;
    private final ReadCounters counters;

    /** To be made while no write is half done. */
    Search(
            MVMap<byte[], byte[]> documents,
            Planner planner,
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
        counters.planned(plan, filter, sort);
    }

    /** Each call reads anew. */
    <T> Results<T> results(Function<Results.Source, T> projection) {
        Matches matches = new Matches(snapshot, plan, filter, counters::examined);
        boolean sorts = !sort.isEmpty() && !plan.ordered();
        return sorts
                ? new Results<>(new Sorted(matches, snapshot, sort, wanted(skip, limit)), skip, limit, projection)
                : new Results<>(matches, skip, limit, projection);
    }

    static long wanted(long skip, long limit) {
        return limit == 0 ? 0 : skip + limit;
    }
}
