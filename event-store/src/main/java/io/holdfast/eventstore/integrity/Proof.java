package io.holdfast.eventstore.integrity;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Proves that one event is in the log to somebody who sees nothing else of it: hashes and headers lead from the event
 * to a signed checkpoint. It reveals about other events only how many there are, the latest timestamp of a block, and
 * their hashes.
 *
 * @param version of the proof's format; 1
 * @param event its {@link LogEvent#canonical} bytes in base64
 * @param index of the event within its block
 * @param path from the event to the root of its block
 * @param headers of the event's block and all that follow, up to the one that the checkpoint signs
 * @param handovers the checkpoints before it in which one key introduced the next, in order
 */
public record Proof(
        @JsonProperty(required = true) int version,
        String event,
        @JsonProperty(required = true) int index,
        List<Hash> path,
        List<LogHeader> headers,
        List<Checkpoint> handovers,
        Checkpoint checkpoint)
        implements ExportLine {

    private static final int VERSION = 1;

    public Proof {
        path = List.copyOf(path);
        headers = List.copyOf(headers);
        handovers = List.copyOf(handovers);
        Objects.requireNonNull(event, "event");
        Objects.requireNonNull(checkpoint, "checkpoint");
    }

    /**
     * Proves an event of a block.
     *
     * @param headers the block's and those that follow, up to the checkpoint's
     * @param handovers the checkpoints before it in which one key introduced the next
     */
    public static Proof of(
            LogBlock block, int index, List<LogHeader> headers, List<Checkpoint> handovers, Checkpoint checkpoint) {
        byte[] event = block.events().get(index).canonical();
        return new Proof(
                VERSION,
                Base64.getEncoder().encodeToString(event),
                index,
                MerkleTree.path(block.leaves(), index),
                headers,
                handovers,
                checkpoint);
    }

    /**
     * The proof in a file; null when the file is something else.
     *
     * @throws BadInputException when the file cannot be read or the proof in it is damaged
     */
    public static @Nullable Proof read(Path file) {
        try (var lines = new LineFile(file)) {
            if (!lines.nextStartsWith("{\"proof\":")) {
                return null;
            }
            ExportLine read = lines.read();
            if (lines.hasNext() || !(read instanceof Proof proof) || proof.version() != VERSION) {
                throw new BadInputException(file + " is not a proof of version " + VERSION + " and nothing else");
            }
            return proof;
        }
    }

    /**
     * Parses a {@link #line}.
     *
     * @param where the line comes from, for the message
     * @throws BadInputException when it is not a proof
     */
    public static Proof ofLine(byte[] line, String where) {
        if (LogJson.parse(line, where) instanceof Proof proof && proof.version() == VERSION) {
            return proof;
        }
        throw new BadInputException(where + " is not a proof of version " + VERSION);
    }

    /** The proof as one line of JSON, the content of a proof file. */
    public byte[] line() {
        return LogJson.line(this);
    }

    /** @throws IOException when the file cannot be written */
    public void write(Path file) throws IOException {
        Files.write(file, line());
    }

    /**
     * The event that is proved.
     *
     * @throws BadInputException when it does not encode an event
     */
    public LogEvent provedEvent() {
        try {
            return LogEvent.ofCanonical(CanonicalBytes.base64(event));
        } catch (IllegalArgumentException e) {
            throw new BadInputException("the event of the proof is damaged: " + e.getMessage(), e);
        }
    }

    /** The block that holds the event. */
    public long block() {
        return headers.getFirst().number();
    }

    /** What is wrong with the proof; empty when it is valid for somebody who trusts these keys. */
    public Optional<String> flaw(Collection<VerifyingKey> keys) {
        if (headers.isEmpty()) {
            return Optional.of("it has no block");
        }
        LogHeader block = headers.getFirst();
        try {
            byte[] leaf = MerkleTree.leaf(CanonicalBytes.base64(event));
            if (!MerkleTree.root(leaf, index, block.count(), path).equals(block.root())) {
                return Optional.of("the event is not in block " + block.number());
            }
        } catch (IllegalArgumentException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
        return chainFlaw().or(() -> signatureFlaw(keys));
    }

    private Optional<String> chainFlaw() {
        for (int i = 1; i < headers.size(); i++) {
            LogHeader before = headers.get(i - 1);
            LogHeader after = headers.get(i);
            if (after.number() != before.number() + 1 || !after.previousHash().equals(before.hash())) {
                return Optional.of("block " + after.number() + " does not follow block " + before.number());
            }
        }
        LogHeader last = headers.getLast();
        return checkpoint.block() == last.number() && checkpoint.hash().equals(last.hash())
                ? Optional.empty()
                : Optional.of(checkpoint + " is not of block " + last.number());
    }

    /** A proof is about one moment: a trusted key may have signed it even if that key handed over later. */
    private Optional<String> signatureFlaw(Collection<VerifyingKey> believed) {
        var keys = new KeyRing(believed);
        if (believed.stream().anyMatch(key -> key.id().equals(checkpoint.key()))) {
            return keys.refusal(checkpoint).map(why -> checkpoint + ": " + why);
        }
        for (Checkpoint handover : handovers) {
            Optional<String> refusal = keys.refusal(handover);
            if (refusal.isPresent()) {
                return refusal.map(why -> handover + ": " + why);
            }
        }
        return keys.refusal(checkpoint).map(why -> checkpoint + ": " + why);
    }
}
