package io.holdfast.eventstore;

import static io.holdfast.eventstore.SignedLog.flipped;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.eventstore.integrity.Checkpoint;
import io.holdfast.eventstore.integrity.ExportFile;
import io.holdfast.eventstore.integrity.Fault;
import io.holdfast.eventstore.integrity.SigningKey;
import io.holdfast.eventstore.integrity.UnreadableBlockException;
import io.holdfast.eventstore.integrity.Verdict;
import io.holdfast.eventstore.integrity.Verification;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Forgeries in the database: each must be detected there, and in an export of it. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TamperedLogTest {

    @TempDir
    private Path folder;

    private SignedLog log;
    private List<BsonDocument> blocks;
    private List<BsonDocument> checkpoints;

    @BeforeEach
    void write() throws Exception {
        log = SignedLog.ofTenBlocks();
        blocks = log.blocks();
        checkpoints = log.storedCheckpoints();
    }

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void an_untouched_log_is_intact() throws Exception {
        assertThat(verified().toString())
                .isEqualTo("intact: 10 blocks, 30 events, head "
                        + io.holdfast.eventstore.integrity.Hash.of(
                                blocks.getLast().getBinary("hash").getData())
                        + ", checkpoint 1 (block 7, 2026-11-24T12:00:00Z)");
    }

    @Test
    void a_changed_payload_is_found_in_its_block() throws Exception {
        SignedLog.event(blocks.get(5), 1).put("payload", new BsonString("\"forged\""));
        assertBroken(5, Fault.CHANGED);
    }

    @Test
    void every_other_field_of_an_event_counts_as_well() throws Exception {
        for (String field : List.of("aggregate", "type", "id", "name", "revision", "metadata")) {
            var changed = copy();
            SignedLog.event(changed.get(5), 1).put(field, new BsonString("forged"));
            assertBroken(changed, 5, Fault.CHANGED);
        }
        for (String field : List.of("at", "sequence")) {
            var changed = copy();
            SignedLog.event(changed.get(5), 1).put(field, new BsonInt64(1));
            assertBroken(changed, 5, Fault.CHANGED);
        }
    }

    @Test
    void every_field_of_a_block_counts() throws Exception {
        for (String field : List.of("uuid", "previousHash", "root", "hash")) {
            var changed = copy();
            BsonBinary original = changed.get(5).getBinary(field);
            changed.get(5)
                    .put(
                            field,
                            new BsonBinary(original.getType(), flipped(original).getData()));
            assertBroken(changed, 5, Fault.CHANGED);
        }
        for (String field : List.of("format", "count")) {
            var changed = copy();
            changed.get(5).put(field, new BsonInt32(7));
            assertBroken(changed, 5, Fault.CHANGED);
        }
        blocks.get(5).put("maxAt", new BsonInt64(1));
        assertBroken(5, Fault.CHANGED);
    }

    @Test
    void what_does_not_belong_into_a_block_is_found() throws Exception {
        var changed = copy();
        changed.get(5).put("note", new BsonString("x"));
        assertBroken(changed, 5, Fault.CHANGED);
        changed = copy();
        SignedLog.event(changed.get(5), 0).put("note", new BsonString("x"));
        assertBroken(changed, 5, Fault.CHANGED);
        changed = copy();
        changed.get(5).getArray("keys").set(0, new BsonString("elsewhere#0"));
        assertBroken(changed, 5, Fault.CHANGED);
        changed = copy();
        SignedLog.event(changed.get(5), 0).remove("metadata");
        assertBroken(changed, 5, Fault.CHANGED);
    }

    @Test
    void a_block_that_was_replaced_by_one_with_a_right_hash_is_found_by_its_successor() throws Exception {
        SignedLog.event(blocks.get(5), 1).put("payload", new BsonString("\"forged\""));
        SignedLog.reseal(blocks.subList(0, 6), 5);
        assertBroken(5, Fault.CHANGED);
    }

    @Test
    void a_removed_block_is_named_whether_or_not_the_gap_is_closed() throws Exception {
        blocks.remove(5);
        assertBroken(5, Fault.REMOVED);
        SignedLog.renumber(blocks);
        assertBroken(5, Fault.REMOVED);
    }

    @Test
    void an_inserted_block_is_named() throws Exception {
        BsonDocument foreign = blocks.get(5).clone();
        SignedLog.event(foreign, 0).put("aggregate", new BsonString("foreign"));
        SignedLog.event(foreign, 0).put("id", new BsonString("foreign"));
        foreign.getArray("events").removeIf(event -> event != SignedLog.event(foreign, 0));
        blocks.add(5, foreign);
        SignedLog.renumber(blocks);
        SignedLog.reseal(blocks.subList(0, 6), 5);
        assertBroken(5, Fault.INSERTED);
    }

    @Test
    void two_blocks_that_changed_places_are_named() throws Exception {
        java.util.Collections.swap(blocks, 4, 6);
        SignedLog.renumber(blocks);
        assertBroken(4, Fault.OUT_OF_ORDER);
    }

    @Test
    void a_repeated_event_is_found_even_when_all_hashes_are_right() throws Exception {
        var own = SignedLog.event(blocks.get(8), 0);
        own.put("id", SignedLog.event(blocks.get(2), 0).get("id"));
        SignedLog.reseal(blocks, 8);
        assertBroken(8, Fault.REPEATED);
    }

    @Test
    void a_repeated_sequence_number_is_found_even_when_all_hashes_are_right() throws Exception {
        SignedLog.event(blocks.get(8), 1).put("sequence", new BsonInt64(3));
        SignedLog.reseal(blocks, 8);
        assertBroken(8, Fault.REPEATED);
    }

    @Test
    void a_gap_in_an_aggregates_sequence_is_found_even_when_all_hashes_are_right() throws Exception {
        blocks.get(8).getArray("events").remove(2);
        SignedLog.reseal(blocks, 8);
        assertBroken(9, Fault.GAP);
    }

    @Test
    void a_tail_that_was_rewritten_with_all_hashes_right_is_found_at_the_next_checkpoint() throws Exception {
        SignedLog.event(blocks.get(5), 1).put("payload", new BsonString("\"forged\""));
        SignedLog.reseal(blocks, 5);
        assertThat(SignedLog.verify(log.forged(blocks, checkpoints)))
                .as("without a key nobody can tell")
                .isInstanceOf(Verdict.Intact.class);
        Verdict.Broken broken = assertBroken(7, Fault.REWRITTEN);
        assertThat(broken.detail()).contains("checkpoint 1").contains("from block 4 to 7");
    }

    @Test
    void a_tail_behind_the_last_checkpoint_can_be_rewritten_and_the_verdict_says_how_far_it_reaches() throws Exception {
        SignedLog.event(blocks.get(9), 1).put("payload", new BsonString("\"forged\""));
        SignedLog.reseal(blocks, 9);
        assertThat(verified().toString()).startsWith("intact").contains("checkpoint 1 (block 7");
    }

    @Test
    void a_log_that_was_cut_off_behind_a_checkpoint_is_found() throws Exception {
        blocks.subList(6, 10).clear();
        assertBroken(6, Fault.CUT_OFF);
        blocks.clear();
        assertBroken(0, Fault.CUT_OFF);
    }

    @Test
    void a_log_that_was_cut_off_with_its_checkpoints_is_found_by_the_auditors_file() throws Exception {
        Path kept = folder.resolve("kept.jsonl");
        Files.createFile(kept);
        log.checkpointer(log.key, null, kept).sign(); // covers all ten blocks
        blocks.subList(6, 10).clear();
        checkpoints.removeLast();
        assertThat(verified()).isInstanceOf(Verdict.Intact.class);
        try (var source = log.forged(blocks, checkpoints).now()) {
            assertThat(new Verification(List.of(log.key.verifying()), kept, 100).of(source, _ -> {}))
                    .isInstanceOfSatisfying(Verdict.Broken.class, broken -> {
                        assertThat(broken.block()).isEqualTo(6);
                        assertThat(broken.fault()).isEqualTo(Fault.CUT_OFF);
                    });
        }
    }

    @Test
    void a_checkpoint_with_a_wrong_signature_is_found() throws Exception {
        checkpoints.get(1).put("signature", checkpoints.get(0).get("signature"));
        assertThat(assertBroken(7, Fault.CHECKPOINT).detail()).contains("signature is wrong");
        checkpoints.get(1).put("signature", new BsonString("not even base64"));
        assertBroken(7, Fault.CHECKPOINT);
    }

    @Test
    void whatever_a_checkpoint_says_is_signed() throws Exception {
        for (String field : List.of("events", "block")) {
            List<BsonDocument> changed =
                    checkpoints.stream().map(BsonDocument::clone).toList();
            changed.get(1)
                    .put(field, new BsonInt64(changed.get(1).getInt64(field).getValue() - 1));
            assertThat(verified(log.forged(blocks, changed), "changed-" + field))
                    .isInstanceOf(Verdict.Broken.class);
        }
        checkpoints.get(1).put("at", new BsonString("2026-11-24T12:00:01Z"));
        assertBroken(7, Fault.CHECKPOINT);
    }

    @Test
    void a_checkpoint_of_a_key_of_the_forgers_own_is_found() throws Exception {
        SignedLog.event(blocks.get(5), 1).put("payload", new BsonString("\"forged\""));
        SignedLog.reseal(blocks, 5);
        Checkpoint own = SigningKey.generate()
                .checkpoint(
                        1,
                        7,
                        io.holdfast.eventstore.integrity.Hash.of(
                                blocks.get(7).getBinary("hash").getData()),
                        24,
                        SignedLog.NOON,
                        null);
        checkpoints
                .get(1)
                .append("hash", new BsonString(own.hash().hex()))
                .append("key", new BsonString(own.key().hex()))
                .append("signature", new BsonString(own.signature()));
        assertThat(assertBroken(7, Fault.CHECKPOINT).detail()).contains("unknown key");
    }

    @Test
    void a_missing_checkpoint_is_found() throws Exception {
        log.sign();
        checkpoints = log.storedCheckpoints();
        checkpoints.remove(1);
        assertThat(assertBroken(9, Fault.CHECKPOINT).detail()).contains("comes after checkpoint 0");
    }

    private List<BsonDocument> copy() {
        return blocks.stream().map(BsonDocument::clone).toList();
    }

    private Verdict verified() throws Exception {
        return verified(log.forged(blocks, checkpoints), "copy");
    }

    private Verdict.Broken assertBroken(long block, Fault fault) throws Exception {
        return assertBroken(blocks, block, fault);
    }

    private Verdict.Broken assertBroken(List<BsonDocument> forged, long block, Fault fault) throws Exception {
        Verdict verdict = verified(log.forged(forged, checkpoints), "forged");
        assertThat(verdict).isInstanceOf(Verdict.Broken.class);
        Verdict.Broken broken = (Verdict.Broken) verdict;
        assertThat(broken.block()).as(broken.toString()).isEqualTo(block);
        assertThat(broken.fault()).as(broken.toString()).isEqualTo(fault);
        return broken;
    }

    /**
     * The verdict for the database, which must equal that for an export; when a document is not a block there is no
     * export.
     */
    private Verdict verified(LogArchive archive, String name) throws Exception {
        Verdict live = SignedLog.verify(archive, log.key.verifying());
        Path export = folder.resolve(name + ".ndjson");
        try (var source = archive.now()) {
            ExportFile.write(source, export, _ -> {});
        } catch (UnreadableBlockException e) {
            assertThat(live)
                    .isInstanceOfSatisfying(
                            Verdict.Broken.class,
                            broken -> assertThat(broken.block()).isEqualTo(e.number()));
            return live;
        }
        try (var source = ExportFile.open(export)) {
            assertThat(new Verification(List.of(log.key.verifying()), null, 100).of(source, _ -> {}))
                    .isEqualTo(live);
        }
        return live;
    }
}
