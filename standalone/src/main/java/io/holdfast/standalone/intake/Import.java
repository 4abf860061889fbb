package io.holdfast.standalone.intake;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.holdfast.standalone.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** One import: rows are read in order and sent in batches, a few of them under way at once; memory does not grow. */
final class Import {
    private static final int UNDER_WAY = 2;

    private record Sent(List<Row> rows, Future<List<IntakeResult>> results, long bytesRead) {}

    private final IntakeEndpoint endpoint;
    private final int batchSize;
    private final RejectFile rejects;
    private final Progress progress;
    private final ArrayDeque<Sent> underWay = new ArrayDeque<>();
    private long targeted;
    private long released;
    private long rejected;

    Import(IntakeEndpoint endpoint, int batchSize, RejectFile rejects, Progress progress) {
        this.endpoint = endpoint;
        this.batchSize = batchSize;
        this.rejects = rejects;
        this.progress = progress;
    }

    /** Runs to the end of the file. @throws Refusal when the file or the server makes that impossible */
    Tally run(Path file, @Nullable Path mapping) throws IOException, InterruptedException {
        Instant started = Instant.now();
        try (var bytes = new CountingStream(Files.newInputStream(file));
                var records = CsvReader.builder()
                        .allowMissingFields(true)
                        .allowExtraFields(true)
                        .ofCsvRecord(withoutMark(bytes));
                var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            Iterator<CsvRecord> iterator = records.iterator();
            if (!iterator.hasNext()) {
                throw new Refusal(file + " is empty");
            }
            List<String> header =
                    iterator.next().getFields().stream().map(String::strip).toList();
            rejects.header(header);
            send(iterator, mapperFor(header, mapping), bytes, senders);
            while (!underWay.isEmpty()) {
                settle(underWay.remove());
            }
        } catch (CsvParseException malformed) {
            throw new Refusal(file + " is not CSV: " + malformed.getMessage());
        }
        return new Tally(
                targeted,
                released,
                rejected,
                Duration.between(started, Instant.now()).toMillis() / 1000.0);
    }

    private static RowMapper mapperFor(List<String> header, @Nullable Path mapping) {
        if (header.stream().distinct().count() < header.size()) {
            throw new Refusal("the header names a column twice");
        }
        Layout layout =
                mapping == null ? Layout.ofHeader(header) : Layout.read(mapping).within(header);
        return new RowMapper(layout, header);
    }

    private void send(Iterator<CsvRecord> records, RowMapper mapper, CountingStream bytes, ExecutorService senders)
            throws InterruptedException {
        var batch = new ArrayList<Row>(batchSize);
        while (records.hasNext()) {
            CsvRecord row = records.next();
            try {
                batch.add(new Row(row.getStartingLineNumber(), row.getFields(), mapper.declaration(row.getFields())));
            } catch (BadRow bad) {
                reject(row.getStartingLineNumber(), bad.field(), bad.reason(), row.getFields());
            }
            if (batch.size() == batchSize) {
                dispatch(List.copyOf(batch), bytes.count(), senders);
                batch.clear();
            }
        }
        if (!batch.isEmpty()) {
            dispatch(List.copyOf(batch), bytes.count(), senders);
        }
    }

    private void dispatch(List<Row> rows, long bytesRead, ExecutorService senders) throws InterruptedException {
        while (underWay.size() >= UNDER_WAY) {
            settle(underWay.remove());
        }
        underWay.add(new Sent(rows, senders.submit(() -> endpoint.send(rows, progress::say)), bytesRead));
    }

    private void settle(Sent sent) throws InterruptedException {
        List<IntakeResult> results = resultsOf(sent);
        for (int i = 0; i < results.size(); i++) {
            IntakeResult result = results.get(i);
            switch (result.outcome()) {
                case "TARGETED" -> targeted++;
                case "RELEASED" -> released++;
                default -> {
                    Row row = sent.rows().get(i);
                    String reason = result.reason();
                    reject(row.line(), result.field(), reason == null ? result.outcome() : reason, row.fields());
                }
            }
        }
        progress.at(sent.bytesRead(), targeted + released + rejected);
    }

    private static List<IntakeResult> resultsOf(Sent sent) throws InterruptedException {
        try {
            return sent.results().get(); // bounded: the endpoint gives up by itself
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof Refusal refusal) {
                throw refusal;
            }
            throw new IllegalStateException(failed.getCause());
        }
    }

    private void reject(long line, @Nullable String field, String reason, List<String> fields) {
        rejected++;
        rejects.add(line, field, reason, fields);
    }

    /** UTF-8 without a byte order mark; what is not UTF-8 becomes U+FFFD, which rejects its row and no other. */
    private static InputStreamReader withoutMark(InputStream stream) throws IOException {
        var buffered = new PushbackInputStream(stream, 3);
        byte[] start = buffered.readNBytes(3);
        boolean mark =
                start.length == 3 && start[0] == (byte) 0xEF && start[1] == (byte) 0xBB && start[2] == (byte) 0xBF;
        if (!mark) {
            buffered.unread(start);
        }
        return new InputStreamReader(buffered, StandardCharsets.UTF_8);
    }
}
