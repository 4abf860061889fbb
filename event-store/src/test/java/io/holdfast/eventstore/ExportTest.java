package io.holdfast.eventstore;

import static io.holdfast.eventstore.Events.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.eventstore.block.EventCodec;
import io.holdfast.eventstore.block.StoredEvent;
import io.holdfast.eventstore.integrity.ExportFile;
import io.holdfast.eventstore.integrity.LogEvent;
import io.holdfast.eventstore.integrity.LogSource;
import io.holdfast.eventstore.integrity.Verdict;
import io.holdfast.eventstore.integrity.Verification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.GenericEventMessage;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ExportTest {

    private final SignedLog log = new SignedLog();

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void an_export_is_the_log_up_to_the_head_at_its_start() throws Exception {
        log.append(130); // more than two read ranges
        log.sign();
        Path file = folder.resolve("log.ndjson");
        List<Long> progress = new ArrayList<>();
        try (LogSource now = log.archive().now()) {
            log.append(3);
            log.sign();
            ExportFile.write(now, file, progress::add);
        }
        assertThat(progress).hasSize(130).last().isEqualTo(130L);
        assertThat(Files.readAllLines(file)).hasSize(1 + 130 + 1);
        assertThat(verified(file).toString())
                .startsWith("intact: 130 blocks, 390 events")
                .contains("checkpoint 0");
    }

    @Test
    void a_name_that_ends_with_gz_makes_it_smaller_and_no_less_verifiable() throws Exception {
        log.append(50);
        log.sign();
        Path plain = folder.resolve("log.ndjson");
        Path zipped = folder.resolve("log.ndjson.gz");
        for (Path file : List.of(plain, zipped)) {
            ExportFile.write(log.archive().now(), file, _ -> {});
        }
        assertThat(Files.size(zipped)).isLessThan(Files.size(plain) / 2);
        assertThat(verified(zipped)).isEqualTo(verified(plain));
        byte[] bytes = Files.readAllBytes(zipped);
        Files.write(zipped, java.util.Arrays.copyOf(bytes, bytes.length / 2));
        assertThatThrownBy(() -> verified(zipped)).hasMessageContaining("damaged or cut off after line");
    }

    @Test
    void events_come_back_as_they_were_whatever_is_in_them() throws Exception {
        var axon = log.server.engine().build();
        axon.appendEvents(
                event("quotes \" and \\ and \n and \u0000 and \u2028", 0, "Zoë, 東京, 🚢"),
                GenericEventMessage.asEventMessage("of no aggregate"));
        var bytes = new StoredEvent(
                "binary",
                "Thing",
                0,
                "an-id",
                "name",
                null,
                Long.MAX_VALUE,
                new BsonBinary(new byte[] {(byte) 0xff, 0, 1}),
                new BsonString(""));
        axon.close();
        Path file = folder.resolve("log.ndjson");
        ExportFile.write(log.archive().now(), file, _ -> {});
        List<LogEvent> exported = new ArrayList<>();
        try (var source = ExportFile.open(file)) {
            source.blocks().forEachRemaining(block -> exported.addAll(block.events()));
        }
        assertThat(exported)
                .isEqualTo(log.server.blocks().getFirst().events().stream()
                        .map(EventCodec::plain)
                        .toList());
        LogEvent plain = EventCodec.plain(bytes);
        assertThat(LogEvent.ofCanonical(plain.canonical())).isEqualTo(plain);
        assertThat(verified(file)).isInstanceOf(Verdict.Intact.class);
    }

    @Test
    void an_empty_log_can_be_exported_and_is_intact() throws Exception {
        Path file = folder.resolve("log.ndjson");
        ExportFile.write(log.archive().now(), file, _ -> {});
        assertThat(verified(file).toString())
                .isEqualTo("intact: 0 blocks, 0 events, head " + "0".repeat(64) + ", checkpoint none");
    }

    @Test
    void an_export_that_fails_leaves_the_file_of_before() throws Exception {
        log.append(2);
        Path file = Files.writeString(folder.resolve("log.ndjson"), "before");
        assertThatThrownBy(() -> ExportFile.write(log.archive().now(), file, _ -> {
                    throw new UncheckedIOException(new IOException("disk full"));
                }))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(file).hasContent("before");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void a_line_of_a_megabyte_is_no_obstacle() throws Exception {
        log.append(2);
        List<BsonDocument> blocks = log.blocks();
        SignedLog.event(blocks.getFirst(), 0).put("payload", new BsonString("x".repeat(1 << 20)));
        SignedLog.reseal(blocks, 0);
        Path file = folder.resolve("log.ndjson.gz");
        ExportFile.write(log.forged(blocks, List.of()).now(), file, _ -> {});
        assertThat(verified(file)).isInstanceOf(Verdict.Intact.class);
    }

    private Verdict verified(Path file) {
        try (var source = ExportFile.open(file)) {
            return new Verification(List.of(log.key.verifying()), null, 100).of(source, _ -> {});
        }
    }
}
