package io.holdfast.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.holdfast.eventstore.audit.CheckpointSchedule;
import io.holdfast.eventstore.audit.Checkpointer;
import io.holdfast.eventstore.audit.SigningRefusedException;
import io.holdfast.eventstore.integrity.Checkpoint;
import io.holdfast.eventstore.integrity.SigningKey;
import io.holdfast.eventstore.integrity.Verdict;
import io.holdfast.eventstore.integrity.Verification;
import io.holdfast.eventstore.metrics.MicrometerMetrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * A node whose database is not the one that the auditor's file was written from never signs a second checkpoint of a
 * number.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SigningTwiceTest {

    private final SignedLog log = new SignedLog();

    @TempDir
    private Path folder;

    private Path kept;
    private Checkpointer node;

    /** Blocks 0 to 5 and checkpoints 0 to 2, all in the file. */
    @BeforeEach
    void sign() throws IOException {
        kept = folder.resolve("kept.jsonl");
        node = log.checkpointer(log.key, null, kept);
        for (int i = 0; i < 3; i++) {
            log.append(2);
            node.sign();
        }
        assertThat(Files.readAllLines(kept)).hasSize(3);
    }

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void a_database_restored_from_an_older_copy_is_not_signed_whether_or_not_it_has_grown_again() {
        remove("events", 4);
        remove("events_checkpoints", 2);
        assertRefused("checkpoint 2", "no such checkpoint", "restored");
        insert("events", List.of(block(3, 4), block(3, 5), block(3, 6)));
        assertRefused("checkpoint 2", "no such checkpoint");
        assertThat(log.checkpoints()).hasSize(2);
    }

    @Test
    void a_wiped_database_is_not_signed() {
        remove("events", 0);
        remove("events_checkpoints", 0);
        assertRefused("no such checkpoint");
        assertThat(log.storedCheckpoints()).isEmpty();
    }

    @Test
    void another_database_with_as_many_checkpoints_of_the_same_key_is_not_signed() throws Exception {
        try (var other = new SignedLog()) {
            for (int i = 0; i < 3; i++) {
                other.append(2);
                other.checkpointer(log.key, null, null).sign();
            }
            other.append(1);
            assertThatThrownBy(() -> other.checkpointer(log.key, null, kept).sign())
                    .isInstanceOf(SigningRefusedException.class)
                    .hasMessageContaining("checkpoint 0");
            assertThat(other.checkpoints()).hasSize(3);
        }
    }

    @Test
    void a_log_that_was_cut_off_behind_its_last_checkpoint_is_not_signed_even_without_a_file() {
        remove("events", 5);
        assertThatThrownBy(log::sign)
                .isInstanceOf(SigningRefusedException.class)
                .hasMessageContaining("block 5")
                .hasMessageContaining("cut off");
    }

    @Test
    void a_checkpoint_that_somebody_put_into_the_database_without_the_key_is_not_built_upon() {
        Checkpoint last = log.checkpoints().getLast();
        BsonDocument forged = log.storedCheckpoints().getLast().clone();
        forged.append("_id", new BsonInt64(3)).append("events", new BsonInt64(last.events() + 1));
        insert("events_checkpoints", List.of(forged));
        log.append(1);
        assertThatThrownBy(log::sign).isInstanceOf(SigningRefusedException.class);
        forged.append(
                        "key",
                        new BsonString(SigningKey.generate().verifying().id().hex()))
                .append("nextKey", new BsonString(log.key.verifying().pem().replaceAll("-----.*?-----|\n", "")));
        log.database
                .getCollection("events_checkpoints", BsonDocument.class)
                .replaceOne(new Document("_id", 3L), forged);
        assertThatThrownBy(log::sign).isInstanceOf(SigningRefusedException.class);
        assertThat(log.storedCheckpoints()).hasSize(4);
    }

    @Test
    void a_file_that_is_missing_is_not_begun_anew_but_one_that_was_made_empty_is() throws IOException {
        Files.delete(kept);
        assertRefused("missing", "create it empty");
        assertThat(kept).doesNotExist();
        Files.createFile(kept);
        log.append(1);
        node.sign();
        assertThat(Files.readAllLines(kept)).hasSize(4);
    }

    @Test
    void a_file_that_lacks_the_latest_gets_them() throws IOException {
        List<String> lines = Files.readAllLines(kept);
        Files.writeString(kept, lines.getFirst() + "\n");
        node.sign();
        assertThat(Files.readAllLines(kept)).isEqualTo(lines);
    }

    @Test
    void an_altered_line_anywhere_in_the_file_stops_signing_also_while_the_node_runs() throws IOException {
        List<String> lines = Files.readAllLines(kept);
        String altered = lines.getFirst().replace("\"events\":6", "\"events\":7");
        assertThat(altered).isNotEqualTo(lines.getFirst());
        for (String first : List.of(altered, "", "{}", "nonsense", lines.get(1), "x".repeat(10_000))) {
            Files.writeString(kept, first + "\n" + lines.get(1) + "\n" + lines.get(2) + "\n");
            assertRefused("kept.jsonl");
        }
        Files.writeString(kept, String.join("\n", lines) + "\n");
        log.append(1);
        node.sign();
        assertThat(Files.readAllLines(kept)).hasSize(4);
    }

    @Test
    void a_line_of_another_key_stops_signing() throws IOException {
        Checkpoint last = log.checkpoints().getLast();
        Checkpoint foreign =
                SigningKey.generate().checkpoint(2, last.block(), last.hash(), last.events(), last.at(), null);
        List<String> lines = Files.readAllLines(kept);
        String other = lines.getLast()
                .replace(last.key().hex(), foreign.key().hex())
                .replace(last.signature(), foreign.signature());
        Files.writeString(kept, lines.get(0) + "\n" + lines.get(1) + "\n" + other + "\n");
        assertRefused("checkpoint 2");
    }

    @Test
    void half_a_line_at_the_end_stops_signing_unless_the_database_has_the_whole() throws IOException {
        String whole = Files.readString(kept);
        Files.writeString(kept, whole + "{\"checkpoint\":{\"number\":3,");
        assertRefused("half a line");
        Files.writeString(kept, whole.substring(0, whole.length() - 30) + "x");
        assertRefused("half a line");
        Files.writeString(kept, whole.substring(0, whole.length() - 30));
        node.sign();
        assertThat(kept).hasContent(whole);
    }

    @Test
    void the_schedule_tells_why_in_words_and_in_a_meter_goes_on_trying_and_signs_once_it_is_mended()
            throws IOException {
        var meters = new SimpleMeterRegistry();
        Path away = Files.move(kept, folder.resolve("away.jsonl"));
        log.append(1);
        try (var schedule =
                new CheckpointSchedule(node, Duration.ofMillis(20), new MicrometerMetrics(meters), "Look at it")) {
            await().until(() -> schedule.refusal() != null);
            assertThat(schedule.refusal()).contains("missing").contains("Look at it");
            assertThat(meters.get("holdfast.log.signing.refused").gauge().value())
                    .isEqualTo(1);
            Files.move(away, kept, StandardCopyOption.ATOMIC_MOVE);
            await().until(() -> log.checkpoints().size() == 4);
            await().until(() -> schedule.refusal() == null);
            assertThat(meters.get("holdfast.log.signing.refused").gauge().value())
                    .isZero();
        }
    }

    @Test
    void verify_with_the_auditors_file_tells_the_same() throws Exception {
        assertThat(verified()).isInstanceOf(Verdict.Intact.class);
        remove("events_checkpoints", 2);
        assertThat(verified().toString()).contains("checkpoint 2").contains("none of that number");
        log.append(1);
        log.sign(); // a second checkpoint 2, signed by a node without the file
        assertThat(log.checkpoints()).hasSize(3);
        assertThat(verified().toString()).contains("checkpoint 2").contains("another of that number");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void the_file_is_its_owners_only_even_if_it_was_open_before() throws IOException {
        assertThat(Files.getPosixFilePermissions(kept)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        Files.setPosixFilePermissions(kept, PosixFilePermissions.fromString("rw-r--r--"));
        node.sign();
        assertThat(Files.getPosixFilePermissions(kept)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    private Verdict verified() {
        try (var source = log.archive().now()) {
            return new Verification(List.of(log.key.verifying()), kept, Verification.AGGREGATES).of(source, _ -> {});
        }
    }

    private void assertRefused(String... because) {
        for (Checkpointer each : List.of(node, log.checkpointer(log.key, null, kept))) {
            assertThatThrownBy(each::sign)
                    .isInstanceOf(SigningRefusedException.class)
                    .hasMessageContainingAll(because);
        }
        assertThatCode(() -> log.append(0)).doesNotThrowAnyException();
    }

    private void remove(String collection, long from) {
        log.database.getCollection(collection).deleteMany(new Document("_id", new Document("$gte", from)));
    }

    private void insert(String collection, List<BsonDocument> documents) {
        log.database.getCollection(collection, BsonDocument.class).insertMany(documents);
    }

    /** A copy of a block under another number, with keys of its own. */
    private BsonDocument block(int like, int number) {
        BsonDocument copy = log.blocks().get(like).clone();
        return copy.append("_id", new BsonInt64(number))
                .append("keys", new org.bson.BsonArray(List.of(new BsonString("copy#" + number))))
                .append("ids", new org.bson.BsonArray(List.of(new BsonString("copy-" + number))));
    }
}
