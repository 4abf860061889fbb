package io.holdfast.runtime.csv;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A CSV record.
 *
 * @param line the line where it starts, from 1
 * @param cells the cells without their quotes; in a faulty record, a best effort to help whoever corrects it
 * @param fault what is wrong with the record as a whole; null when it is valid
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
     * @param tooLarge whether it exceeds a limit rather than being malformed
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
