package io.holdfast.standalone.intake;

import io.holdfast.runtime.csv.CsvTable;
import io.holdfast.runtime.csv.SafeCsvWriter;
import io.holdfast.standalone.cli.CommandLineException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes the rows that were not accepted: line, field and reason, followed by the row itself. Created with the first
 * bad row. After correction it can be imported as it is: {@link CsvTable} recognises it by its first columns.
 */
final class RejectFile implements AutoCloseable {
    private final Path path;
    private List<String> header = List.of();
    private @Nullable SafeCsvWriter writer;

    RejectFile(Path path) {
        this.path = path;
    }

    void header(List<String> columns) {
        this.header = columns;
    }

    void add(long line, @Nullable String field, String reason, List<String> row) {
        if (writer == null) {
            writer = open();
        }
        writer.write(joined(Arrays.asList(line, field, reason), row));
    }

    private SafeCsvWriter open() {
        try {
            var opened = new SafeCsvWriter(Files.newBufferedWriter(path));
            opened.write(joined(CsvTable.REJECTED, header));
            return opened;
        } catch (IOException unwritable) {
            throw new CommandLineException(
                    "the reject file " + path + " cannot be written: " + unwritable.getMessage());
        }
    }

    private static List<@Nullable Object> joined(List<? extends @Nullable Object> first, List<String> row) {
        var cells = new ArrayList<@Nullable Object>(first);
        cells.addAll(row);
        return cells;
    }

    @Override
    public void close() throws IOException {
        if (writer != null) {
            writer.close();
        }
    }
}
