package io.holdfast.embeddedmongo;

import java.util.List;

/**
 * How a read goes about it.
 *
 * @param stretches what is read
 * @param bounded whether an index keeps the read from visiting every document
 * @param ordered whether the stretches, merged, come in the order asked for
 * @param reverse whether they are read from their ends
 * @param repeats whether a document may be met more than once
 * @param exact whether every document met matches
 */
record Plan(
        List<Stretch> stretches, boolean bounded, boolean ordered, boolean reverse, boolean repeats, boolean exact) {
    private static final int SAMPLE = 32;

    static Plan of(Access access, Tree tree) {
        return new Plan(
                access.stretches(),
                access.isBounded(),
                access.isOrdered(),
                access.isReverse(),
                tree.isMultikey(),
                access.isExact());
    }

    /** An index serves the filter or the order. */
    boolean isIndexed() {
        return bounded || ordered;
    }

    /** The number of keys, estimated from some stretches when there are many. */
    long size() {
        long sampled = stretches.stream().limit(SAMPLE).mapToLong(Stretch::size).sum();
        return stretches.size() <= SAMPLE ? sampled : sampled * stretches.size() / SAMPLE;
    }

    /**
     * The number of keys to visit, roughly; a sort afterwards counts as visiting everything twice.
     *
     * @param sorted whether an order is asked for
     * @param wanted how many documents are asked for; 0 for all
     */
    long cost(boolean sorted, long wanted) {
        long size = size() + stretches.size();
        if (sorted && !ordered) {
            return size * 2;
        }
        return exact && wanted > 0 ? Math.min(size, wanted + stretches.size()) : size;
    }
}
