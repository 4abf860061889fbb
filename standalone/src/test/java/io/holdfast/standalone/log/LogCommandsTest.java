package io.holdfast.standalone.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Updates;
import io.holdfast.embeddedmongo.EmbeddedMongo;
import io.holdfast.eventstore.BlockEventStorageEngine;
import io.holdfast.eventstore.LogArchive;
import io.holdfast.eventstore.integrity.Checkpoint;
import io.holdfast.eventstore.integrity.LogBlock;
import io.holdfast.eventstore.integrity.SigningKey;
import io.holdfast.standalone.Holdfast;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LogCommandsTest {
    private static final String DATABASE = "holdfast";

    @TempDir
    private Path folder;

    private final PrintStream standard = System.out;
    private final PrintStream standardError = System.err;
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private Path data;
    private Path key;

    @BeforeEach
    void write() throws Exception {
        SigningKey signing = SigningKey.generate();
        data = folder.resolve("data");
        key = Files.writeString(
                folder.resolve("checkpoint.pub"), signing.verifying().pem());
        try (var server = EmbeddedMongo.onFile(data);
                var client = MongoClients.create(server.connectionString())) {
            append(client);
            sign(client, signing);
        }
        System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void restore() {
        System.setOut(standard);
        System.setErr(standardError);
    }

    private static void append(MongoClient client) {
        var builder = BlockEventStorageEngine.builder().client(client).database(DATABASE);
        builder.eventSerializer(Jackson3Serializer.builder().build())
                .snapshotSerializer(Jackson3Serializer.builder().build());
        try (var engine = builder.build()) {
            for (int i = 0; i < 5; i++) {
                engine.appendEvents(new GenericDomainEventMessage<>("Thing", "thing", i, "text " + i));
            }
        }
    }

    private static void sign(MongoClient client, SigningKey signing) {
        LogBlock last = blocks(client).get(3);
        Checkpoint checkpoint = signing.checkpoint(0, 3, last.hash(), 4, Instant.parse("2026-11-24T12:00:00Z"), null);
        client.getDatabase(DATABASE)
                .getCollection("events_checkpoints")
                .insertOne(new Document("_id", 0L)
                        .append("block", 3L)
                        .append("hash", checkpoint.hash().hex())
                        .append("events", 4L)
                        .append("at", checkpoint.at().toString())
                        .append("key", checkpoint.key().hex())
                        .append("signature", checkpoint.signature()));
    }

    private static List<LogBlock> blocks(MongoClient client) {
        List<LogBlock> blocks = new ArrayList<>();
        LogArchive.of(client, DATABASE, "events").now().blocks().forEachRemaining(blocks::add);
        return blocks;
    }

    @Test
    void an_embedded_log_is_verified_exported_and_verified_again_without_it() {
        assertThat(holdfast("verify", "--data", data, "--key", key)).isZero();
        assertThat(said())
                .startsWith("intact: 5 blocks, 5 events, head ")
                .contains("checkpoint 0 (block 3, 2026-11-24T12:00:00Z)");
        Path export = folder.resolve("log.ndjson.gz");
        assertThat(holdfast("export", export, "--data", data)).isZero();
        assertThat(said()).contains("exported 5 blocks and 1 checkpoints");
        assertThat(holdfast("verify", export, "--key", key)).isZero();
        assertThat(said().lines()).singleElement().asString().startsWith("intact: 5 blocks");
        assertThat(holdfast("verify", export)).isZero();
        assertThat(said()).contains("checkpoint none").contains("no --key");
    }

    @Test
    void a_tampered_log_is_one_line_that_names_the_block_and_exit_code_1() {
        try (var server = EmbeddedMongo.onFile(data);
                var client = MongoClients.create(server.connectionString())) {
            client.getDatabase(DATABASE)
                    .getCollection("events")
                    .updateOne(new Document("_id", 2L), Updates.set("events.0.payload", "\"forged\""));
            assertThat(holdfast("verify", "--uri", server.connectionString(), "--key", key))
                    .isEqualTo(1);
            assertThat(said().lines()).singleElement().asString().startsWith("block 2: changed: ");
        }
    }

    @Test
    void one_event_is_proved_to_an_outsider() throws Exception {
        String id;
        try (var server = EmbeddedMongo.onFile(data);
                var client = MongoClients.create(server.connectionString())) {
            id = blocks(client).get(1).events().getFirst().id();
        }
        Path proof = folder.resolve("proof.json");
        assertThat(holdfast("export", proof, "--event", id, "--data", data)).isZero();
        said();
        assertThat(holdfast("verify", proof, "--key", key)).isZero();
        assertThat(said()).startsWith("proved: event 1 of thing is in block 1").contains("\"text 1\"");
        assertThat(holdfast("verify", proof)).isEqualTo(2);
        said();
        Files.writeString(proof, Files.readString(proof).replace("\"index\":0", "\"index\":1"));
        assertThat(holdfast("verify", proof, "--key", key)).isEqualTo(1);
        assertThat(said()).startsWith("not proved: ");
    }

    @Test
    void a_folder_that_is_in_use_or_is_none_is_one_line_and_exit_code_2() {
        try (var server = EmbeddedMongo.onFile(data)) {
            assertThat(server.port()).isPositive();
            assertThat(holdfast("verify", "--data", data)).isEqualTo(2);
            assertThat(said().lines()).singleElement().asString().contains("stop it", "while no process has it open");
        }
        assertThat(holdfast("verify", "--data", folder)).isEqualTo(2);
        assertThat(said().lines()).singleElement().asString().contains("no embedded database");
        assertThat(folder.resolve("holdfast.mv.db")).doesNotExist();
    }

    @Test
    void input_that_is_no_log_is_one_line_and_exit_code_2() throws Exception {
        Path bad = Files.writeString(folder.resolve("bad"), "hello");
        for (Object[] arguments : new Object[][] {
            {"verify", bad},
            {"verify", folder.resolve("absent")},
            {"verify", "--data", data, "--key", bad},
            {"verify", bad, "--data", data},
            {"verify", "--data", data, "--checkpoints", bad},
            {"verify", "--uri", "nonsense"},
            {"export", folder.resolve("x"), "--data", data, "--event", "absent"},
            {"export", folder.resolve("no/such/folder"), "--data", data}
        }) {
            assertThat(holdfast(arguments)).as("%s", List.of(arguments)).isEqualTo(2);
            assertThat(said().lines()).as("%s", List.of(arguments)).hasSize(1);
        }
    }

    private static int holdfast(Object... arguments) {
        String[] texts = new String[arguments.length];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = arguments[i].toString();
        }
        return Holdfast.execute(texts);
    }

    private String said() {
        String text = said.toString(StandardCharsets.UTF_8);
        said.reset();
        return text;
    }
}
