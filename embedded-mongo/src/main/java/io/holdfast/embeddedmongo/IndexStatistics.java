package io.holdfast.embeddedmongo;

import io.holdfast.embeddedmongo.query.ReadCounters;
import java.util.Set;

/**
 * How the reads of one collection were served since the server started or the counters were reset.
 *
 * @param indexed reads that an index ({@code _id} included) bounded or ordered
 * @param fullScans reads with a filter or a sort that no index served: every document was examined
 * @param unfiltered reads without filter and sort
 * @param examined index entries and documents that all reads together examined
 * @param scannedShapes the filters and sorts behind {@code fullScans}: field names and operators, no values
 */
public record IndexStatistics(long indexed, long fullScans, long unfiltered, long examined, Set<String> scannedShapes) {

    public IndexStatistics {
        scannedShapes = Set.copyOf(scannedShapes);
    }

    static IndexStatistics of(ReadCounters counters) {
        return new IndexStatistics(
                counters.indexed(),
                counters.fullScans(),
                counters.unfiltered(),
                counters.examined(),
                counters.scannedShapes());
    }
}
