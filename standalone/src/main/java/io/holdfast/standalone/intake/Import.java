package io.holdfast.standalone.intake;

import io.holdfast.runtime.csv.CsvRecord;
import io.holdfast.runtime.csv.CsvTable;
import io.holdfast.runtime.csv.CsvText;
import io.holdfast.runtime.csv.UnusableHeaderException;
import io.holdfast.runtime.time.Stopwatch;
import io.holdfast.standalone.cli.CommandLineException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** One import: rows are read in order and sent in batches, a few of them concurrently; memory stays bounded. */
final class Import {
    private static final int UNDER_WAY = 2;
    /** The size in characters at which a batch of long rows is sent before it is full. */
    private static final int FULL_BATCH = 4 * 1024 * 1024;

    private record Sent(List<FileRow> rows, Future<List<IntakeResult>> results, long bytesRead) {}

    private final IntakeEndpoint endpoint;
    private final int batchSize;
    private final RejectFile rejects;
    private final Progress progress;
    private final ArrayDeque<Sent> underWay = new ArrayDeque<>();
    private long read;
    private long targeted;
    private long released;
    private long repeated;
    private long rejected;

    Import(IntakeEndpoint endpoint, int batchSize, RejectFile rejects, Progress progress) {
        this.endpoint = endpoint;
        this.batchSize = batchSize;
        this.rejects = rejects;
        this.progress = progress;
    }

    /**
     * Imports the file to its end.
     *
     * @param encoding of the file, unless its first bytes show another
     * @param out receives a description of how the file is read
     * @throws CommandLineException when the file or the server makes the import impossible
     */
    ImportSummary run(Path file, Charset encoding, @Nullable Path mapping, PrintStream out)
            throws IOException, InterruptedException {
        Stopwatch started = Stopwatch.start();
        try (var bytes = new CountingStream(Files.newInputStream(file));
                var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            CsvText text = CsvText.of(bytes, encoding);
            var table = new CsvTable(text);
            List<String> header = table.columns();
            Layout layout = mapping == null
                    ? Layout.ofHeader(header)
                    : LayoutFile.read(mapping).within(header);
            out.println("read as " + text.charset().name() + ", separated by " + table.separatedBy());
            rejects.header(header);
            send(table, new RowMapper(layout, header), bytes, senders);
            while (!underWay.isEmpty()) {
                settle(underWay.remove());
            }
        } catch (UnusableHeaderException unusable) {
            throw new CommandLineException(file + ": " + unusable.getMessage());
        }
        double seconds = started.elapsed().toMillis() / 1000.0;
        return new ImportSummary(read, targeted, released, repeated, rejected, seconds);
    }

    private void send(CsvTable table, RowMapper mapper, CountingStream bytes, ExecutorService senders)
            throws IOException, InterruptedException {
        var batch = new ArrayList<FileRow>(batchSize);
        long size = 0;
        for (CsvRecord record = table.next(); record != null; record = table.next()) {
            read++;
            FileRow row = mapper.row(record);
            batch.add(row);
            size += row instanceof Row sendable ? sendable.json().length() : 0;
            if (batch.size() == batchSize || size >= FULL_BATCH) {
                dispatch(List.copyOf(batch), bytes.count(), senders);
                batch.clear();
                size = 0;
            }
        }
        if (!batch.isEmpty()) {
            dispatch(List.copyOf(batch), bytes.count(), senders);
        }
    }

    private void dispatch(List<FileRow> rows, long bytesRead, ExecutorService senders) throws InterruptedException {
        while (underWay.size() >= UNDER_WAY) {
            settle(underWay.remove());
        }
        List<Row> sendable =
                rows.stream().filter(Row.class::isInstance).map(Row.class::cast).toList();
        underWay.add(new Sent(
                rows,
                senders.submit(() -> sendable.isEmpty() ? List.of() : endpoint.send(sendable, progress::say)),
                bytesRead));
    }

    private void settle(Sent sent) throws InterruptedException {
        Iterator<IntakeResult> results = resultsOf(sent).iterator();
        for (FileRow row : sent.rows()) {
            switch (row) {
                case BadRow bad -> reject(bad, bad.field(), bad.reason());
                case Row _ -> settle(row, results.next());
            }
        }
        progress.at(sent.bytesRead(), targeted + released + rejected);
    }

    private void settle(FileRow row, IntakeResult result) {
        switch (result.outcome()) {
            case "TARGETED" -> targeted++;
            case "RELEASED" -> released++;
            default -> {
                String reason = result.reason();
                reject(row, result.field(), reason == null ? result.outcome() : reason);
            }
        }
        repeated += result.repeated() ? 1 : 0;
    }

    private static List<IntakeResult> resultsOf(Sent sent) throws InterruptedException {
        try {
            return sent.results().get(); // has a timeout: the endpoint gives up by itself
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof CommandLineException refusal) {
                throw refusal;
            }
            throw new IllegalStateException(failed.getCause());
        }
    }

    private void reject(FileRow row, @Nullable String field, String reason) {
        rejected++;
        rejects.add(row.line(), field, reason, row.fields());
    }
}
