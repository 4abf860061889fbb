package io.holdfast.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.eventstore.audit.CheckpointSchedule;
import io.holdfast.eventstore.audit.MongoCheckpoints;
import io.holdfast.eventstore.audit.SigningRefusedException;
import io.holdfast.eventstore.integrity.Checkpoint;
import io.holdfast.eventstore.integrity.SigningKey;
import io.holdfast.eventstore.integrity.Verdict;
import io.holdfast.eventstore.metrics.EventLogMetrics;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CheckpointerTest {

    private final SignedLog log = new SignedLog();

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void a_checkpoint_says_which_block_which_hash_how_many_events_when_and_by_which_key() throws Exception {
        log.append(3);
        log.sign();
        assertThat(log.checkpoints()).singleElement().satisfies(checkpoint -> {
            assertThat(checkpoint.number()).isZero();
            assertThat(checkpoint.block()).isEqualTo(2);
            assertThat(checkpoint.hash().bytes())
                    .isEqualTo(log.server.blocks().getLast().header().hash().getData());
            assertThat(checkpoint.events()).isEqualTo(9);
            assertThat(checkpoint.at()).isEqualTo(SignedLog.NOON);
            assertThat(checkpoint.key()).isEqualTo(log.key.verifying().id());
            assertThat(checkpoint.nextKey()).isNull();
        });
    }

    @Test
    void nothing_is_signed_unless_the_head_has_moved() throws Exception {
        log.sign();
        assertThat(log.checkpoints()).isEmpty();
        log.append(1);
        log.sign();
        log.sign();
        assertThat(log.checkpoints()).hasSize(1);
        log.append(1);
        log.sign();
        assertThat(log.checkpoints()).extracting(Checkpoint::events).containsExactly(3L, 6L);
    }

    @Test
    void nodes_that_sign_at_once_leave_a_dense_row_of_checkpoints_and_the_same_in_one_file() throws Exception {
        Path kept = folder.resolve("kept.jsonl");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int round = 0; round < 5; round++) {
                log.append(1);
                List<Future<?>> nodes = new ArrayList<>();
                for (int node = 0; node < 4; node++) {
                    nodes.add(threads.submit(() -> {
                        log.checkpointer(log.key, null, kept).sign();
                        return null;
                    }));
                }
                for (Future<?> node : nodes) {
                    node.get(20, TimeUnit.SECONDS);
                }
            }
        }
        assertThat(log.checkpoints())
                .extracting(Checkpoint::number)
                .containsExactlyElementsOf(LongStream.range(0, 5).boxed().toList());
        assertThat(Files.readAllLines(kept)).hasSize(5).doesNotHaveDuplicates();
        assertThat(log.verify()).isInstanceOf(Verdict.Intact.class);
    }

    @Test
    void a_new_key_is_introduced_by_the_old_one_which_then_counts_no_more() throws Exception {
        SigningKey next = SigningKey.generate();
        log.append(2);
        log.sign();
        log.checkpointer(next, log.key, null).sign();
        log.append(2);
        log.checkpointer(next, log.key, null).sign();
        log.checkpointer(next, log.key, null).sign();

        assertThat(log.checkpoints()).hasSize(3);
        assertThat(log.checkpoints().get(1).key()).isEqualTo(log.key.verifying().id());
        assertThat(log.checkpoints().get(2).key()).isEqualTo(next.verifying().id());
        assertThat(log.verify().toString()).as("with the first key alone").contains("checkpoint 2");
        assertThatThrownBy(log::sign)
                .isInstanceOf(SigningRefusedException.class)
                .hasMessageContaining("not signed by our key");

        log.append(1);
        Checkpoint stolen = log.key.checkpoint(3, 4, lastHash(), 15, SignedLog.NOON, null);
        new MongoCheckpoints(log.database, "events_checkpoints").add(stolen);
        assertThat(log.verify())
                .isInstanceOfSatisfying(
                        Verdict.Broken.class,
                        broken -> assertThat(broken.detail()).contains("handed over"));
    }

    @Test
    void a_key_that_nobody_introduced_signs_nothing() throws Exception {
        log.append(2);
        log.sign();
        log.append(1);
        assertThatThrownBy(() ->
                        log.checkpointer(SigningKey.generate(), null, null).sign())
                .isInstanceOf(SigningRefusedException.class)
                .hasMessageContaining("former key");
        assertThat(log.checkpoints()).hasSize(1);
    }

    @Test
    void a_log_that_does_not_continue_the_last_checkpoint_is_not_signed() throws Exception {
        log.append(4);
        log.sign();
        log.append(2);
        List<BsonDocument> blocks = log.blocks();
        SignedLog.reseal(blocks, 2); // the same again
        SignedLog.event(blocks.get(2), 0).put("payload", new org.bson.BsonString("\"forged\""));
        SignedLog.reseal(blocks, 2);
        log.server.collection().deleteMany(new Document());
        log.database.getCollection("events", BsonDocument.class).insertMany(blocks);
        assertThatThrownBy(log::sign)
                .isInstanceOf(SigningRefusedException.class)
                .hasMessageContaining("block 3: it has another hash");

        BsonDocument last = blocks.getLast();
        last.put("root", new BsonBinary(new byte[32]));
        log.database.getCollection("events", BsonDocument.class).replaceOne(new Document("_id", 5L), last);
        assertThatThrownBy(log::sign).isInstanceOf(SigningRefusedException.class);
        assertThat(log.checkpoints()).hasSize(1);
    }

    @Test
    void the_schedule_signs_when_the_head_moves_and_once_more_at_the_end() {
        log.append(1);
        try (var _ = new CheckpointSchedule(
                log.checkpointer(log.key, null, null), Duration.ofMillis(20), EventLogMetrics.NONE, "")) {
            Awaitility.await().until(() -> log.checkpoints().size() == 1);
            log.append(1);
            Awaitility.await().until(() -> log.checkpoints().size() == 2);
        }
        try (var _ = new CheckpointSchedule(
                log.checkpointer(log.key, null, null), Duration.ofDays(1), EventLogMetrics.NONE, "")) {
            log.append(1);
        }
        assertThat(log.checkpoints().getLast().block()).isEqualTo(2);
    }

    @Test
    void the_auditors_file_gets_what_it_missed_and_loses_a_torn_line() throws Exception {
        Path kept = Files.createFile(folder.resolve("kept.jsonl"));
        log.append(1);
        log.sign();
        log.append(1);
        log.checkpointer(log.key, null, kept).sign();
        List<String> lines = Files.readAllLines(kept);
        assertThat(lines).hasSize(2);

        Files.writeString(kept, lines.get(0) + "\n" + lines.get(1).substring(0, 50));
        log.checkpointer(log.key, null, kept).sign();
        assertThat(Files.readAllLines(kept)).isEqualTo(lines);
    }

    private io.holdfast.eventstore.integrity.Hash lastHash() {
        return io.holdfast.eventstore.integrity.Hash.of(
                log.server.blocks().getLast().header().hash().getData());
    }
}
