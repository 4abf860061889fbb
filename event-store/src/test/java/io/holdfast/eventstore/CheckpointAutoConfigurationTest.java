package io.holdfast.eventstore;

import static io.holdfast.eventstore.Events.event;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.eventstore.audit.CheckpointSchedule;
import io.holdfast.eventstore.integrity.Verdict;
import io.holdfast.eventstore.integrity.VerifyingKey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CheckpointAutoConfigurationTest {

    private final TestServer server = new TestServer();

    @TempDir
    private Path folder;

    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withUserConfiguration(EventStoreAutoConfigurationTest.Application.class)
            .withPropertyValues("spring.mongodb.uri=" + server.uri, "holdfast.event-store.database=" + server.database);

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void without_a_key_there_are_no_checkpoints() {
        application.run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(CheckpointSchedule.class));
    }

    @Test
    void what_was_appended_last_is_signed_at_shutdown_with_the_key_that_was_made_for_its_owner_only() throws Exception {
        Path file = folder.resolve("keys/checkpoint.key");
        Path kept = folder.resolve("kept.jsonl");
        application
                .withPropertyValues(
                        "holdfast.event-store.checkpoint.key-file=" + file,
                        "holdfast.event-store.checkpoint.create-key=true",
                        "holdfast.event-store.checkpoint.interval=1d",
                        "holdfast.event-store.checkpoint.audit-file=" + kept)
                .run(context -> {
                    assertThat(context).hasNotFailed().hasSingleBean(CheckpointSchedule.class);
                    context.getBean(EventStore.class).publish(event("a", 0));
                    context.getBean(EventStore.class).publish(event("a", 1));
                });
        assertThat(Files.getPosixFilePermissions(file)).hasToString("[OWNER_READ, OWNER_WRITE]");
        var archive = new LogArchive(server.client.getDatabase(server.database), "events", null, Clock.systemUTC());
        assertThat(SignedLog.verify(archive, VerifyingKey.read(Path.of(file + ".pub"))))
                .isInstanceOfSatisfying(Verdict.Intact.class, intact -> {
                    assertThat(intact.checkpoint()).isNotNull();
                    assertThat(intact.checkpoint().block()).isEqualTo(1);
                });
        assertThat(Files.readAllLines(kept).getLast()).contains("\"block\":1");
    }

    @Test
    void a_key_may_come_from_the_environment_and_from_openssl() {
        String pem = """
                -----BEGIN PRIVATE KEY-----
                MC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g
                -----END PRIVATE KEY-----
                """; // from RFC 8032, section 7.1, test 1
        application
                .withPropertyValues("holdfast.event-store.checkpoint.private-key=" + pem)
                .run(context -> assertThat(context).hasNotFailed().hasSingleBean(CheckpointSchedule.class));
        String public25519 = "11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=";
        assertThat(io.holdfast.eventstore.integrity.SigningKey.decode(pem, "test")
                        .verifying()
                        .pem()
                        .replaceAll("(?s).*\n(.*)\n-----END.*", "$1"))
                .isEqualTo(java.util.Base64.getEncoder().encodeToString(withPrefix(public25519)));
    }

    @Test
    void a_key_that_is_none_ends_the_start_with_one_clear_line() throws Exception {
        Path file = Files.writeString(folder.resolve("bad.key"), "hello");
        application
                .withPropertyValues("holdfast.event-store.checkpoint.key-file=" + file)
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessage(file + " has no PRIVATE KEY in PEM form"));
    }

    private static byte[] withPrefix(String raw) {
        byte[] prefix = java.util.HexFormat.of().parseHex("302a300506032b6570032100");
        byte[] all = java.util.Arrays.copyOf(prefix, 44);
        System.arraycopy(java.util.Base64.getDecoder().decode(raw), 0, all, 12, 32);
        return all;
    }
}
