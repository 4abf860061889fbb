package io.holdfast.standalone.intake;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.holdfast.standalone.Refusal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows that did not go in: line, field and reason in front of the row itself. Made with the first bad row. */
final class RejectFile implements AutoCloseable {
    private final Path path;
    private List<String> header = List.of();
    private @Nullable CsvWriter writer;

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
        writer.writeRecord(prefixed(String.valueOf(line), field == null ? "" : field, reason, row));
    }

    private CsvWriter open() {
        try {
            CsvWriter opened = CsvWriter.builder().build(path);
            opened.writeRecord(prefixed("line", "field", "reason", header));
            return opened;
        } catch (IOException unwritable) {
            throw new Refusal("the reject file " + path + " cannot be written: " + unwritable.getMessage());
        }
    }

    private static List<String> prefixed(String line, String field, String reason, List<String> row) {
        var cells = new ArrayList<>(List.of(line, field, reason));
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
