package io.holdfast.embeddedmongo.query;

import java.util.List;

/**
 * How a query is run.
 *
 * @param ranges the key ranges to scan
 * @param bounded whether an index limits the scan to some of the documents
 * @param ordered whether the ranges, merged, give the requested order
 * @param reverse whether the ranges are scanned backwards
 * @param repeats whether the scan may find a document more than once
 * @param exact whether every document found matches the filter
 */
public record QueryPlan(
        List<KeyRange> ranges, boolean bounded, boolean ordered, boolean reverse, boolean repeats, boolean exact) {
    private static final int SAMPLE = 32;

    static QueryPlan of(IndexScan scan, IndexTree tree) {
        return new QueryPlan(
                scan.ranges(), scan.isBounded(), scan.isOrdered(), scan.isReverse(), tree.isMultikey(), scan.isExact());
    }

    /** Whether an index serves the filter or the order. */
    boolean isIndexed() {
        return bounded || ordered;
    }

    /** The number of keys, extrapolated from a sample if there are many ranges. */
    long size() {
        long sampled = ranges.stream().limit(SAMPLE).mapToLong(KeyRange::size).sum();
        return ranges.size() <= SAMPLE ? sampled : sampled * ranges.size() / SAMPLE;
    }

    /**
     * The approximate number of keys to examine; a subsequent sort counts as examining everything twice.
     *
     * @param sorted whether an order is requested
     * @param wanted how many documents are requested; 0 for all
     */
    long cost(boolean sorted, long wanted) {
        long size = size() + ranges.size();
        if (sorted && !ordered) {
            return size * 2;
        }
        return exact && wanted > 0 ? Math.min(size, wanted + ranges.size()) : size;
    }
}
