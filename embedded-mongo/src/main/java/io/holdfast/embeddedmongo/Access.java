package io.holdfast.embeddedmongo;

import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Decimal128;
import de.bwaldvogel.mongo.bson.Document;
import io.holdfast.embeddedmongo.Conditions.Bound;
import io.holdfast.embeddedmongo.Conditions.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How one tree serves one set of conditions: the leading fields that are pinned to points, then at most one field with
 * a range; and from which field on, if any, the tree gives the order that is asked for.
 */
final class Access {
    private static final int MAX_PREFIXES = 20_000;

    /** Above the mark of a multikey index, below every key. */
    private static final byte[] FIRST_KEY = {1};

    /** A string of bytes that keys start with, and where each field in it ends. */
    private record Prefix(byte[] bytes, int[] ends) {
        Prefix plus(byte[] more) {
            byte[] longer = Arrays.copyOf(bytes, bytes.length + more.length);
            System.arraycopy(more, 0, longer, bytes.length, more.length);
            int[] longerEnds = Arrays.copyOf(ends, ends.length + 1);
            longerEnds[ends.length] = longer.length;
            return new Prefix(longer, longerEnds);
        }
    }

    private final Tree tree;
    private final Conditions conditions;
    private final Document sort;
    private final List<Prefix> prefixes = new ArrayList<>(List.of(new Prefix(new byte[0], new int[0])));
    private int pinned;
    private @Nullable Field range;
    private boolean everythingUsed;
    private boolean presenceDemanded;
    private int orderField = -1;
    private boolean reverse;

    Access(Tree tree, Conditions conditions, Document sort) {
        this.tree = tree;
        this.conditions = conditions;
        this.sort = sort;
        useConditions();
        useOrder();
    }

    /** Whether it reads less than the whole tree. */
    boolean isBounded() {
        return pinned > 0 || range != null;
    }

    boolean isOrdered() {
        return orderField >= 0;
    }

    boolean isReverse() {
        return reverse;
    }

    /** Whether whatever is read matches, without looking at the document. */
    boolean isExact() {
        return everythingUsed && conditions.exact();
    }

    /** A sparse index lacks documents; only conditions that those cannot meet make it usable. */
    boolean isComplete() {
        return !tree.isSparse() || presenceDemanded;
    }

    private void useConditions() {
        Set<String> roots = new HashSet<>();
        boolean allUsed = true;
        int used = 0;
        for (IndexKey key : tree.fields()) {
            Field field = conditions.field(key.getKey());
            boolean sameArray = !roots.add(Utils.firstFragment(key.getKey())) && tree.isMultikey();
            if (field == null || sameArray || range != null) {
                break;
            }
            if (field.points != null && !pin(field.points, key.isAscending())) {
                break;
            }
            if (field.points == null) {
                range = field;
            }
            allUsed &= field.usedUp() && !(range != null && tree.isMultikey());
            used++;
        }
        everythingUsed = allUsed && used == conditions.fields().size();
    }

    private boolean pin(List<@Nullable Object> points, boolean ascending) {
        Set<byte[]> parts = new TreeSet<>(Arrays::compareUnsigned);
        points.forEach(
                point -> parts.add(new KeyEncoder().append(point, ascending).toBytes()));
        if ((long) prefixes.size() * parts.size() > MAX_PREFIXES) {
            return false;
        }
        List<Prefix> longer = new ArrayList<>(prefixes.size() * parts.size());
        prefixes.forEach(prefix -> parts.forEach(part -> longer.add(prefix.plus(part))));
        prefixes.clear();
        prefixes.addAll(longer);
        presenceDemanded |= points.stream().allMatch(Objects::nonNull);
        pinned++;
        return true;
    }

    private void useOrder() {
        presenceDemanded |= range != null;
        List<IndexKey> wanted = new ArrayList<>();
        sort.forEach((field, direction) -> wanted.add(new IndexKey(field, isPositive(direction))));
        if (wanted.isEmpty() || tree.isMultikey() || serves(wanted)) {
            return;
        }
        wanted.removeIf(this::isConstant);
        if (wanted.isEmpty()) {
            orderField = pinned;
        } else {
            serves(wanted);
        }
    }

    private static boolean isPositive(@Nullable Object direction) {
        return direction instanceof Number number && number.intValue() > 0;
    }

    private boolean isConstant(IndexKey wanted) {
        for (int i = 0; i < pinned; i++) {
            String name = tree.fields().get(i).getKey();
            Field field = conditions.field(name);
            if (name.equals(wanted.getKey()) && field != null && field.points != null && field.points.size() == 1) {
                return true;
            }
        }
        return false;
    }

    /** Looks for the wanted fields, in their order, right behind fields that are pinned. */
    private boolean serves(List<IndexKey> wanted) {
        for (int start = 0;
                start <= pinned && start + wanted.size() <= tree.fields().size();
                start++) {
            if (tree.fields().get(start).getKey().equals(wanted.getFirst().getKey())) {
                boolean backwards = tree.fields().get(start).isAscending()
                        != wanted.getFirst().isAscending();
                if (runsAlong(wanted, start, backwards)) {
                    orderField = start;
                    reverse = backwards;
                    return true;
                }
            }
        }
        return false;
    }

    private boolean runsAlong(List<IndexKey> wanted, int start, boolean backwards) {
        for (int i = 0; i < wanted.size(); i++) {
            IndexKey own = tree.fields().get(start + i);
            if (!own.getKey().equals(wanted.get(i).getKey())
                    || (own.isAscending() != wanted.get(i).isAscending()) != backwards) {
                return false;
            }
        }
        return true;
    }

    List<Stretch> stretches() {
        List<Stretch> stretches = new ArrayList<>(prefixes.size());
        for (Prefix prefix : prefixes) {
            int orderStart = orderField <= 0 ? 0 : prefix.ends()[orderField - 1];
            byte[] from = lowest(prefix.bytes());
            byte[] to = highest(prefix.bytes());
            if (to == null || Arrays.compareUnsigned(from, to) < 0) {
                stretches.add(new Stretch(tree, from, to, orderStart));
            }
        }
        return stretches;
    }

    private byte[] lowest(byte[] prefix) {
        if (range == null) {
            return prefix.length == 0 ? FIRST_KEY : prefix;
        }
        boolean ascending = tree.fields().get(pinned).isAscending();
        return edge(prefix, ascending, ascending ? range.lower : upper(range), true);
    }

    private byte @Nullable [] highest(byte[] prefix) {
        if (range == null) {
            return prefix.length == 0 ? null : KeyEncoder.successor(prefix);
        }
        boolean ascending = tree.fields().get(pinned).isAscending();
        return edge(prefix, ascending, ascending ? upper(range) : range.lower, false);
    }

    /** Of an array, one element may be above the lower and another below the upper bound: then only one of them serves. */
    private @Nullable Bound upper(Field field) {
        return field.lower != null && tree.isMultikey() ? null : field.upper;
    }

    /** Where the range begins, or ends exclusively, within {@code prefix}: at a bound, or at the edge of its type. */
    private byte[] edge(byte[] prefix, boolean ascending, @Nullable Bound bound, boolean begin) {
        KeyEncoder encoder = new KeyEncoder().append(prefix);
        Field field = Objects.requireNonNull(range);
        Bound other = field.lower != null ? field.lower : field.upper;
        if (bound != null) {
            encoder.append(bound.value(), ascending);
        } else if (other != null) {
            encoder.appendType(KeyEncoder.typeOf(other.value()), ascending);
        } else {
            encoder.appendStringStart(Objects.requireNonNull(field.prefix), ascending);
        }
        boolean included = bound == null || bound.inclusive() || bound.value() instanceof Decimal128;
        byte[] bytes = encoder.toBytes();
        return begin == included ? bytes : Objects.requireNonNull(KeyEncoder.successor(bytes));
    }
}
