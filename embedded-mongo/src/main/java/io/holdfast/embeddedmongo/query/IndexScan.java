package io.holdfast.embeddedmongo.query;

import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Decimal128;
import de.bwaldvogel.mongo.bson.Document;
import io.holdfast.embeddedmongo.index.KeyEncoder;
import io.holdfast.embeddedmongo.query.ScanConditions.Bound;
import io.holdfast.embeddedmongo.query.ScanConditions.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How one tree serves a set of conditions: by equality on its leading fields, then by a range on at most one more field. Also tells
 * from which of its fields on, if any, the tree gives the requested order.
 */
final class IndexScan {
    private static final int MAX_PREFIXES = 20_000;

    /** Sorts after the multikey mark and before every key. */
    private static final byte[] FIRST_KEY = {1};

    /** The beginning of a range of keys, and the offset at which each of its fields ends. */
    private record Prefix(byte[] bytes, int[] ends) {
        Prefix plus(byte[] more) {
            byte[] longer = Arrays.copyOf(bytes, bytes.length + more.length);
            System.arraycopy(more, 0, longer, bytes.length, more.length);
            int[] longerEnds = Arrays.copyOf(ends, ends.length + 1);
            longerEnds[ends.length] = longer.length;
            return new Prefix(longer, longerEnds);
        }
    }

    private final IndexTree tree;
    private final ScanConditions conditions;
    private final Document sort;
    private final List<Prefix> prefixes = new ArrayList<>(List.of(new Prefix(new byte[0], new int[0])));
    private int equalities;
    private @Nullable Field range;
    private boolean allConditionsUsed;
    private boolean presenceRequired;
    private int orderField = -1;
    private boolean reverse;

    IndexScan(IndexTree tree, ScanConditions conditions, Document sort) {
        this.tree = tree;
        this.conditions = conditions;
        this.sort = sort;
        useConditions();
        useOrder();
    }

    /** Whether it scans less than the whole tree. */
    boolean isBounded() {
        return equalities > 0 || range != null;
    }

    boolean isOrdered() {
        return orderField >= 0;
    }

    boolean isReverse() {
        return reverse;
    }

    /** Whether every key in its ranges matches the filter, so that the document need not be checked. */
    boolean isExact() {
        return allConditionsUsed && conditions.exact();
    }

    /** Whether it finds every match: a sparse index lacks documents, so it is usable only if those cannot match. */
    boolean isComplete() {
        return !tree.isSparse() || presenceRequired;
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
            if (field.points != null && !useEquality(field.points, key.isAscending())) {
                break;
            }
            if (field.points == null) {
                range = field;
            }
            allUsed &= field.isFullyServed() && !(range != null && tree.isMultikey());
            used++;
        }
        allConditionsUsed = allUsed && used == conditions.fields().size();
    }

    private boolean useEquality(List<@Nullable Object> points, boolean ascending) {
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
        presenceRequired |= points.stream().allMatch(Objects::nonNull);
        equalities++;
        return true;
    }

    private void useOrder() {
        presenceRequired |= range != null;
        List<IndexKey> wanted = new ArrayList<>();
        sort.forEach((field, direction) -> wanted.add(new IndexKey(field, isPositive(direction))));
        if (wanted.isEmpty() || tree.isMultikey() || serves(wanted)) {
            return;
        }
        wanted.removeIf(this::isConstant);
        if (wanted.isEmpty()) {
            orderField = equalities;
        } else {
            serves(wanted);
        }
    }

    private static boolean isPositive(@Nullable Object direction) {
        return direction instanceof Number number && number.intValue() > 0;
    }

    private boolean isConstant(IndexKey wanted) {
        for (int i = 0; i < equalities; i++) {
            String name = tree.fields().get(i).getKey();
            Field field = conditions.field(name);
            if (name.equals(wanted.getKey()) && field != null && field.points != null && field.points.size() == 1) {
                return true;
            }
        }
        return false;
    }

    /** Looks for the requested fields, in their order, right after fields with an equality. */
    private boolean serves(List<IndexKey> wanted) {
        for (int start = 0;
                start <= equalities && start + wanted.size() <= tree.fields().size();
                start++) {
            if (tree.fields().get(start).getKey().equals(wanted.getFirst().getKey())) {
                boolean backwards = tree.fields().get(start).isAscending()
                        != wanted.getFirst().isAscending();
                if (hasOrder(wanted, start, backwards)) {
                    orderField = start;
                    reverse = backwards;
                    return true;
                }
            }
        }
        return false;
    }

    private boolean hasOrder(List<IndexKey> wanted, int start, boolean backwards) {
        for (int i = 0; i < wanted.size(); i++) {
            IndexKey own = tree.fields().get(start + i);
            if (!own.getKey().equals(wanted.get(i).getKey())
                    || (own.isAscending() != wanted.get(i).isAscending()) != backwards) {
                return false;
            }
        }
        return true;
    }

    List<KeyRange> ranges() {
        List<KeyRange> ranges = new ArrayList<>(prefixes.size());
        for (Prefix prefix : prefixes) {
            int orderStart = orderField <= 0 ? 0 : prefix.ends()[orderField - 1];
            byte[] from = lowest(prefix.bytes());
            byte[] to = highest(prefix.bytes());
            if (to == null || Arrays.compareUnsigned(from, to) < 0) {
                ranges.add(new KeyRange(tree, from, to, orderStart));
            }
        }
        return ranges;
    }

    private byte[] lowest(byte[] prefix) {
        if (range == null) {
            return prefix.length == 0 ? FIRST_KEY : prefix;
        }
        boolean ascending = tree.fields().get(equalities).isAscending();
        return edge(prefix, ascending, ascending ? range.lower : upper(range), true);
    }

    private byte @Nullable [] highest(byte[] prefix) {
        if (range == null) {
            return prefix.length == 0 ? null : KeyEncoder.successor(prefix);
        }
        boolean ascending = tree.fields().get(equalities).isAscending();
        return edge(prefix, ascending, ascending ? upper(range) : range.lower, false);
    }

    /** One element of an array may satisfy the lower and another the upper bound, so a multikey index can use only one of them. */
    private @Nullable Bound upper(Field field) {
        return field.lower != null && tree.isMultikey() ? null : field.upper;
    }

    /** The first key of the range within {@code prefix}, or the first key after it: at a bound, or where the values of its type begin or end. */
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
