package io.holdfast.runtime.csv;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A record of a CSV.
 *
 * @param line where it starts, from 1
 * @param cells without their quotes; in a record at fault as well as they can be told apart, for whoever corrects it
 * @param fault what is wrong with the record as a whole; null when nothing is
 */
public record CsvRecord(
        long line, List<String> cells, @Nullable Fault fault) {
    public CsvRecord {
        cells = List.copyOf(cells);
    }

    /**
     * What is wrong with a record.
     *
     * @param reason worded to follow "the row"
     * @param tooLarge whether it is beyond the bounds, rather than malformed
     */
    public record Fault(String reason, boolean tooLarge) {
        static Fault malformed(String reason) {
            return new Fault(reason, false);
        }

        static Fault tooLong() {
            return new Fault("is longer than " + CsvRecords.MAX_BYTES + " bytes", true);
        }
    }

    CsvRecord refused(Fault because) {
        return new CsvRecord(line, cells, because);
    }

    CsvRecord withCells(List<String> others) {
        return new CsvRecord(line, others, fault);
    }
}
