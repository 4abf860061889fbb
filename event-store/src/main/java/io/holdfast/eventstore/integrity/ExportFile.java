package io.holdfast.eventstore.integrity;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Iterator;
import java.util.function.LongConsumer;
import java.util.zip.GZIPOutputStream;

/**
 * An export: a header line, a line for each block, a line for each checkpoint. The file is opened twice, so that the
 * checkpoints at its end can be read alongside the blocks.
 */
public final class ExportFile implements LogSource {

    private final LineFile lines;
    private final LineFile ahead;
    private final ExportHeader header;

    private ExportFile(LineFile lines, LineFile ahead, ExportHeader header) {
        this.lines = lines;
        this.ahead = ahead;
        this.header = header;
    }

    /**
     * Opens an export, gzipped or not.
     *
     * @throws BadInputException when it cannot be read, is no export, or of a later version
     */
    public static ExportFile open(Path file) {
        var lines = new LineFile(file);
        if (!lines.nextStartsWith("{\"export\":") || !(lines.read() instanceof ExportHeader header)) {
            lines.close();
            throw new BadInputException(file + " is neither an export nor a proof nor a bundle");
        }
        if (header.version() != ExportHeader.VERSION) {
            lines.close();
            throw new BadInputException(file + " is an export of version " + header.version() + ", unknown here");
        }
        return new ExportFile(lines, new LineFile(file), header);
    }

    /**
     * Writes a log to a file, gzipped when its name ends with {@code .gz}. An existing file is replaced only once the
     * new one is complete.
     *
     * @param progress called with the number of blocks written
     * @throws IOException when the file cannot be written
     */
    public static void write(LogSource log, Path file, LongConsumer progress) throws IOException {
        Path draft = Path.of(file + ".part");
        try {
            try (var out = output(file, draft)) {
                write(log, out, progress);
            }
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static OutputStream output(Path file, Path draft) throws IOException {
        OutputStream plain = Files.newOutputStream(draft);
        return new BufferedOutputStream(
                file.toString().endsWith(".gz") ? new GZIPOutputStream(plain, 1 << 16) : plain, 1 << 16);
    }

    private static void write(LogSource log, OutputStream out, LongConsumer progress) throws IOException {
        out.write(LogJson.line(log.header()));
        long done = 0;
        for (Iterator<LogBlock> blocks = log.blocks(); blocks.hasNext(); progress.accept(++done)) {
            out.write(LogJson.line(blocks.next()));
        }
        for (Iterator<Checkpoint> checkpoints = log.checkpoints(); checkpoints.hasNext(); ) {
            out.write(LogJson.line(checkpoints.next()));
        }
    }

    @Override
    public ExportHeader header() {
        return header;
    }

    @Override
    public Iterator<LogBlock> blocks() {
        Iterator<LogBlock> blocks = lines.iterator(LogBlock.class);
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return lines.hasNext() && !lines.nextStartsWith("{\"checkpoint\":");
            }

            @Override
            public LogBlock next() {
                return blocks.next();
            }
        };
    }

    @Override
    public Iterator<Checkpoint> checkpoints() {
        while (ahead.nextStartsWith("{\"export\":") || ahead.nextStartsWith("{\"block\":")) {
            ahead.skip();
        }
        return ahead.iterator(Checkpoint.class);
    }

    @Override
    public void close() {
        lines.close();
        ahead.close();
    }
}
