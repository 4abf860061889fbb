package io.holdfast.eventstore;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.eventstore.api.EventProofs.LoggedEvent;
import io.holdfast.eventstore.audit.CheckpointSchedule;
import io.holdfast.eventstore.block.Block;
import io.holdfast.eventstore.block.EventCodec;
import io.holdfast.eventstore.block.StoredEvent;
import io.holdfast.eventstore.integrity.BadInputException;
import io.holdfast.eventstore.integrity.Checkpoint;
import io.holdfast.eventstore.integrity.LogEvent;
import io.holdfast.eventstore.integrity.Proof;
import io.holdfast.eventstore.integrity.SigningKey;
import io.holdfast.eventstore.integrity.VerifyingKey;
import io.holdfast.eventstore.metrics.EventLogMetrics;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LogProofsTest {

    private final SignedLog log = new SignedLog();
    private final VerifyingKey key = log.key.verifying();

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void an_event_comes_as_the_log_has_it_with_the_line_that_proves_it() throws Exception {
        log.append(2);
        log.sign();
        StoredEvent stored = log.server.blocks().get(1).events().getFirst();
        LoggedEvent proved = new LogProofs(log.archive(), () -> null).of(stored.id());
        assertThat(proved.key()).isNull();
        assertThat(LogEvent.ofJson(proved.json(), "event")).isEqualTo(EventCodec.plain(stored));
        Proof proof = Proof.ofLine(proved.proof(), "proof");
        assertThat(proof.flaw(List.of(key))).isEmpty();
        assertThat(proof.provedEvent()).isEqualTo(EventCodec.plain(stored));
    }

    @Test
    void of_many_checkpoints_the_first_that_covers_an_event_proves_it() throws Exception {
        SigningKey next = SigningKey.generate();
        for (int i = 0; i < 9; i++) {
            log.append(1 + i % 3);
            log.checkpointer(i < 4 ? log.key : next, log.key, null).sign();
        }
        List<Checkpoint> all = log.checkpoints();
        LogArchive archive = log.archive();
        for (Block block : log.server.blocks()) {
            Proof proof = archive.prove(block.events().getFirst().id());
            assertThat(proof.flaw(List.of(key))).isEmpty();
            Checkpoint first = all.stream()
                    .filter(checkpoint -> checkpoint.block() >= block.number())
                    .findFirst()
                    .orElseThrow();
            assertThat(proof.checkpoint()).isEqualTo(first);
            assertThat(proof.handovers())
                    .isEqualTo(all.stream()
                            .filter(checkpoint -> checkpoint.nextKey() != null && checkpoint.number() < first.number())
                            .toList());
        }
    }

    @Test
    void what_no_checkpoint_covers_is_signed_out_of_turn_and_elsewhere_it_has_no_proof() throws Exception {
        log.append(1);
        log.sign();
        log.append(1);
        String late = log.server.blocks().get(1).events().getFirst().id();
        assertThat(new LogProofs(log.archive(), () -> null).of(late).proof()).isNull();
        try (var schedule = new CheckpointSchedule(
                log.checkpointer(log.key, null, null), Duration.ofHours(1), EventLogMetrics.NONE, "")) {
            LoggedEvent proved = new LogProofs(log.archive(), () -> schedule).of(late);
            assertThat(Proof.ofLine(proved.proof(), "proof").flaw(List.of(key))).isEmpty();
            assertThat(VerifyingKey.ofPem(new String(proved.key(), US_ASCII), "key"))
                    .isEqualTo(key);
        }
    }

    @Test
    void an_event_that_is_not_there_is_refused_and_so_is_what_is_no_event() {
        log.append(1);
        assertThatThrownBy(() -> new LogProofs(log.archive(), () -> null).of("absent"))
                .isInstanceOf(BadInputException.class);
        assertThatThrownBy(() -> LogEvent.ofJson("{}".getBytes(US_ASCII), "it"))
                .isInstanceOf(BadInputException.class)
                .hasMessageStartingWith("it is damaged");
    }
}
