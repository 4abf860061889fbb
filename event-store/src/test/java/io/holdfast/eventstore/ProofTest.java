package io.holdfast.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.eventstore.block.Block;
import io.holdfast.eventstore.block.EventCodec;
import io.holdfast.eventstore.block.StoredEvent;
import io.holdfast.eventstore.integrity.BadInputException;
import io.holdfast.eventstore.integrity.Proof;
import io.holdfast.eventstore.integrity.SigningKey;
import io.holdfast.eventstore.integrity.VerifyingKey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ProofTest {

    private final SignedLog log = new SignedLog();
    private final VerifyingKey key = log.key.verifying();

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void every_event_that_a_checkpoint_covers_can_be_proved_alone() throws Exception {
        log.append(5);
        log.sign();
        for (Block block : log.server.blocks()) {
            for (StoredEvent stored : block.events()) {
                Proof proof = written(log.archive().prove(stored.id()));
                assertThat(proof.flaw(List.of(key))).isEmpty();
                assertThat(proof.block()).isEqualTo(block.number());
                assertThat(proof.provedEvent()).isEqualTo(EventCodec.plain(stored));
            }
        }
    }

    @Test
    void a_proof_shows_nothing_of_another_event() throws Exception {
        log.append(3);
        log.sign();
        StoredEvent shown = log.server.blocks().get(1).events().get(1);
        Path file = folder.resolve("proof.json");
        log.archive().prove(shown.id()).write(file);
        String text = Files.readString(file);
        String decoded = new String(Base64.getDecoder()
                .decode(text.replaceAll(".*\"event\":\"([^\"]*)\".*", "$1").strip()));
        assertThat(decoded).contains("payload of shared 2");
        for (Block block : log.server.blocks()) {
            for (StoredEvent other : block.events()) {
                if (!other.id().equals(shown.id())) {
                    assertThat(text + decoded).doesNotContain(other.id());
                }
            }
        }
        assertThat(text + decoded).doesNotContain("own-");
    }

    @Test
    void a_proof_leads_on_from_an_earlier_key() throws Exception {
        SigningKey next = SigningKey.generate();
        log.append(2);
        log.sign();
        log.checkpointer(next, log.key, null).sign();
        log.append(2);
        log.checkpointer(next, log.key, null).sign();
        Proof proof = written(log.archive()
                .prove(log.server.blocks().get(3).events().getFirst().id()));
        assertThat(proof.handovers()).hasSize(1);
        assertThat(proof.flaw(List.of(key))).isEmpty();
        assertThat(proof.flaw(List.of(next.verifying()))).isEmpty();
        assertThat(proof.flaw(List.of(SigningKey.generate().verifying()))).isPresent();
    }

    @Test
    void whatever_is_changed_in_a_proof_it_holds_no_longer() throws Exception {
        log.append(5);
        log.sign();
        Path file = folder.resolve("proof.json");
        log.archive().prove(log.server.blocks().get(2).events().get(1).id()).write(file);
        byte[] original = Files.readAllBytes(file);
        assertThat(Proof.read(file)).isNotNull();
        int refused = 0;
        for (int at = 0; at < original.length - 1; at++) {
            byte[] changed = original.clone();
            changed[at] = (byte) (changed[at] == '1' ? '2' : '1');
            Files.write(file, changed);
            refused += holds(file) ? 0 : 1;
        }
        assertThat(refused).as("every single character counts").isEqualTo(original.length - 1);
    }

    private boolean holds(Path file) {
        try {
            Proof proof = Proof.read(file);
            return proof != null && proof.flaw(List.of(key)).isEmpty();
        } catch (BadInputException _) {
            return false;
        }
    }

    @Test
    void what_no_checkpoint_covers_and_what_is_not_there_cannot_be_proved() throws Exception {
        log.append(1);
        log.sign();
        log.append(1);
        String late = log.server.blocks().get(1).events().getFirst().id();
        assertThatThrownBy(() -> log.archive().prove(late))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("no checkpoint covers");
        assertThatThrownBy(() -> log.archive().prove("absent"))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("no event");
    }

    private Proof written(Proof proof) throws Exception {
        Path file = folder.resolve("proof.json");
        proof.write(file);
        return java.util.Objects.requireNonNull(Proof.read(file));
    }
}
