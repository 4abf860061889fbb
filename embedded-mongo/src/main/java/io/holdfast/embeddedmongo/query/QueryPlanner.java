package io.holdfast.embeddedmongo.query;

import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Chooses how to read. The cost of an index is counted, not estimated, because a tree knows how many keys lie between two others; the
 * cheapest usable index is chosen, and a full scan only if there is none. Must be called while no write is in progress.
 */
public final class QueryPlanner {
    private final IndexTree documents;
    private final List<IndexTree> indexes;
    private final Document filter;
    private final Document sort;
    private final long wanted;

    /**
     * @param sort empty for any order
     * @param wanted how many documents are requested; 0 for all
     */
    public QueryPlanner(IndexTree documents, List<IndexTree> indexes, Document filter, Document sort, long wanted) {
        this.documents = documents;
        this.indexes = indexes;
        this.filter = filter;
        this.sort = sort;
        this.wanted = wanted;
    }

    public QueryPlan plan() {
        ScanConditions conditions = ScanConditions.of(filter);
        IndexScan byId = new IndexScan(documents, conditions, sort);
        ScanConditions.Field id = conditions.field("_id");
        if (id != null && id.points != null) {
            return QueryPlan.of(byId, documents);
        }
        List<QueryPlan> candidates = new ArrayList<>();
        for (IndexTree tree : trees()) {
            scan(tree, conditions).map(scan -> QueryPlan.of(scan, tree)).ifPresent(candidates::add);
        }
        conditions.alternatives().forEach(branches -> candidates.addAll(unions(branches)));
        return cheapest(candidates).orElseGet(() -> QueryPlan.of(byId, documents));
    }

    private Optional<QueryPlan> cheapest(List<QueryPlan> candidates) {
        return candidates.size() <= 1
                ? candidates.stream().findFirst()
                : candidates.stream().min(Comparator.comparingLong(plan -> plan.cost(!sort.isEmpty(), wanted)));
    }

    private List<IndexTree> trees() {
        List<IndexTree> trees = new ArrayList<>(indexes);
        trees.add(documents);
        return trees;
    }

    private Optional<IndexScan> scan(IndexTree tree, ScanConditions conditions) {
        IndexScan scan = new IndexScan(tree, conditions, sort);
        return scan.isComplete() && (scan.isBounded() || scan.isOrdered()) ? Optional.of(scan) : Optional.empty();
    }

    /** Plans for the branches of an {@code $or}: either all by one index, in its order, or each by its cheapest index. */
    private List<QueryPlan> unions(List<Document> branches) {
        List<QueryPlan> unions = new ArrayList<>();
        List<ScanConditions> conditions = branches.stream()
                .map(branch -> ScanConditions.of(filter, branch))
                .toList();
        for (IndexTree tree : trees()) {
            List<QueryPlan> parts = conditions.stream()
                    .flatMap(branch -> scan(tree, branch).filter(IndexScan::isBounded).stream())
                    .map(scan -> QueryPlan.of(scan, tree))
                    .toList();
            if (parts.size() == branches.size() && !parts.isEmpty()) {
                unions.add(union(parts, shareOneOrder(parts)));
            }
        }
        List<QueryPlan> best =
                conditions.stream().flatMap(branch -> bestOf(branch).stream()).toList();
        if (best.size() == branches.size() && !best.isEmpty()) {
            unions.add(union(best, false));
        }
        return unions;
    }

    private Optional<QueryPlan> bestOf(ScanConditions branch) {
        return cheapest(trees().stream()
                .flatMap(tree ->
                        scan(tree, branch).filter(IndexScan::isBounded).map(scan -> QueryPlan.of(scan, tree)).stream())
                .toList());
    }

    private static boolean shareOneOrder(List<QueryPlan> parts) {
        return parts.stream().allMatch(QueryPlan::ordered)
                && parts.stream().map(QueryPlan::reverse).distinct().count() == 1;
    }

    private static QueryPlan union(List<QueryPlan> parts, boolean ordered) {
        List<KeyRange> ranges =
                parts.stream().flatMap(part -> part.ranges().stream()).toList();
        return new QueryPlan(ranges, true, ordered, ordered && parts.getFirst().reverse(), true, false);
    }
}
