package io.holdfast.embeddedmongo;

import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Chooses how to read. Sizes are not guessed but counted, as the trees know how many keys lie between two, so the choice
 * is the cheapest of all indexes that help; only when none does, every document is visited. To be asked while no write
 * is half done.
 */
final class Planner {
    private final Tree documents;
    private final List<Tree> indexes;
    private final Document filter;
    private final Document sort;
    private final long wanted;

    /**
     * @param sort empty when any order will do
     * @param wanted how many documents are asked for; 0 for all
     */
    Planner(Tree documents, List<Tree> indexes, Document filter, Document sort, long wanted) {
        this.documents = documents;
        this.indexes = indexes;
        this.filter = filter;
        this.sort = sort;
        this.wanted = wanted;
    }

    Plan plan() {
        Conditions conditions = Conditions.of(filter);
        Access byId = new Access(documents, conditions, sort);
        Conditions.Field id = conditions.field("_id");
        if (id != null && id.points != null) {
            return Plan.of(byId, documents);
        }
        List<Plan> candidates = new ArrayList<>();
        for (Tree tree : trees()) {
            access(tree, conditions).map(access -> Plan.of(access, tree)).ifPresent(candidates::add);
        }
        conditions.alternatives().forEach(branches -> candidates.addAll(unions(branches)));
        return cheapest(candidates).orElseGet(() -> Plan.of(byId, documents));
    }

    private Optional<Plan> cheapest(List<Plan> candidates) {
        return candidates.size() <= 1
                ? candidates.stream().findFirst()
                : candidates.stream().min(Comparator.comparingLong(plan -> plan.cost(!sort.isEmpty(), wanted)));
    }

    private List<Tree> trees() {
        List<Tree> trees = new ArrayList<>(indexes);
        trees.add(documents);
        return trees;
    }

    private Optional<Access> access(Tree tree, Conditions conditions) {
        Access access = new Access(tree, conditions, sort);
        return access.isComplete() && (access.isBounded() || access.isOrdered())
                ? Optional.of(access)
                : Optional.empty();
    }

    /** Plans for the branches of an {@code $or}: all by one index, in its order, or each by the one that suits it best. */
    private List<Plan> unions(List<Document> branches) {
        List<Plan> unions = new ArrayList<>();
        List<Conditions> conditions =
                branches.stream().map(branch -> Conditions.of(filter, branch)).toList();
        for (Tree tree : trees()) {
            List<Plan> parts = conditions.stream()
                    .flatMap(branch -> access(tree, branch).filter(Access::isBounded).stream())
                    .map(access -> Plan.of(access, tree))
                    .toList();
            if (parts.size() == branches.size() && !parts.isEmpty()) {
                unions.add(union(parts, isOneOrder(parts)));
            }
        }
        List<Plan> best =
                conditions.stream().flatMap(branch -> bestOf(branch).stream()).toList();
        if (best.size() == branches.size() && !best.isEmpty()) {
            unions.add(union(best, false));
        }
        return unions;
    }

    private Optional<Plan> bestOf(Conditions branch) {
        return cheapest(trees().stream()
                .flatMap(tree ->
                        access(tree, branch).filter(Access::isBounded).map(access -> Plan.of(access, tree)).stream())
                .toList());
    }

    private static boolean isOneOrder(List<Plan> parts) {
        return parts.stream().allMatch(Plan::ordered)
                && parts.stream().map(Plan::reverse).distinct().count() == 1;
    }

    private static Plan union(List<Plan> parts, boolean ordered) {
        List<Stretch> stretches =
                parts.stream().flatMap(part -> part.stretches().stream()).toList();
        return new Plan(stretches, true, ordered, ordered && parts.getFirst().reverse(), true, false);
    }
}
