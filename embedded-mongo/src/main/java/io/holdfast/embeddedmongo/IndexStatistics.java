package io.holdfast.embeddedmongo;

import java.util.Set;

/**
 * How the reads of one collection were answered since the server started or the counters were reset.
 *
 * @param indexed reads bounded or ordered by an index ({@code _id} included)
 * @param fullScans reads with a filter or a sort that no index served, so that every document was visited
 * @param unfiltered reads of everything in natural order: no filter and no sort
 * @param examined index entries and documents visited by all reads together
 * @param scannedShapes the filters and sorts behind {@code fullScans}: field names and operators, no values
 */
public record IndexStatistics(long indexed, long fullScans, long unfiltered, long examined, Set<String> scannedShapes) {

    public IndexStatistics {
        scannedShapes = Set.copyOf(scannedShapes);
    }
}
