package io.holdfast.eventstore;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.eventstore.block.StoredEvent;
import io.holdfast.eventstore.integrity.ExportFile;
import io.holdfast.eventstore.integrity.SigningKey;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A third party's verifier, written from docs/event-log.md with a JSON parser, SHA-256 and Ed25519, and none of our
 * code.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OutsidersVerifierTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    @TempDir
    private Path folder;

    @Test
    void whoever_has_the_page_the_key_and_an_export_can_verify_it() throws Exception {
        try (var log = new SignedLog()) {
            SigningKey next = twoKeys(log);
            Path export = folder.resolve("log.ndjson");
            ExportFile.write(log.archive().now(), export, _ -> {});

            byte[] key = pem(log.key.verifying().pem());
            assertThat(verify(Files.readAllLines(export), key)).isEqualTo("9 blocks, 27 events, 4 checkpoints");
            assertThat(next.verifying().id()).isNotEqualTo(log.key.verifying().id());
        }
    }

    @Test
    void whoever_has_the_page_the_key_and_a_proof_can_verify_it() throws Exception {
        try (var log = new SignedLog()) {
            twoKeys(log);
            for (int block : List.of(0, 4, 7)) {
                Path file = folder.resolve("proof.json");
                StoredEvent event = log.server.blocks().get(block).events().get(2);
                log.archive().prove(event.id()).write(file);
                String shown = verifyProof(
                        Files.readString(file), pem(log.key.verifying().pem()));
                assertThat(shown).contains(event.id()).contains("payload of shared " + (2 * block + 1));
            }
        }
    }

    private static SigningKey twoKeys(SignedLog log) throws Exception {
        SigningKey next = SigningKey.generate();
        log.append(3);
        log.sign();
        log.append(2);
        log.checkpointer(next, log.key, null).sign();
        log.append(1);
        log.checkpointer(next, log.key, null).sign();
        log.append(3);
        log.checkpointer(next, log.key, null).sign();
        return next;
    }

    // from here on as the page describes it

    private static String verify(List<String> lines, byte[] firstKey) throws Exception {
        List<byte[]> hashes = new ArrayList<>();
        List<Long> totals = new ArrayList<>();
        byte[] key = firstKey;
        int checkpoints = 0;
        long total = 0;
        long maxAt = Long.MIN_VALUE;
        JsonNode header = JSON.readTree(lines.getFirst()).get("export");
        assertThat(header.get("version").asInt()).isEqualTo(1);
        for (String line : lines.subList(1, lines.size())) {
            JsonNode json = JSON.readTree(line);
            if (json.has("block")) {
                JsonNode block = json.get("block");
                assertThat(block.get("number").asLong()).isEqualTo(hashes.size());
                byte[] before = hashes.isEmpty() ? new byte[32] : hashes.getLast();
                assertThat(hex(block, "previousHash")).isEqualTo(before);
                List<byte[]> leaves = new ArrayList<>();
                for (JsonNode event : block.get("events")) {
                    leaves.add(sha256(new byte[] {0}, canonical(event)));
                    maxAt = Math.max(maxAt, Long.parseLong(event.get("at").asString()));
                }
                assertThat(hex(block, "root")).isEqualTo(root(leaves));
                assertThat(block.get("maxAt").asString()).isEqualTo(Long.toString(maxAt));
                byte[] hash = blockHash(block, leaves.size());
                assertThat(hex(block, "hash")).isEqualTo(hash);
                hashes.add(hash);
                total += leaves.size();
                totals.add(total);
            } else {
                JsonNode checkpoint = json.get("checkpoint");
                assertThat(checkpoint.get("number").asInt()).isEqualTo(checkpoints++);
                key = verifyCheckpoint(checkpoint, key);
                int block = checkpoint.get("block").asInt();
                assertThat(hex(checkpoint, "hash")).isEqualTo(hashes.get(block));
                assertThat(checkpoint.get("events").asLong()).isEqualTo(totals.get(block));
            }
        }
        assertThat(header.get("blocks").asLong()).isEqualTo(hashes.size());
        assertThat(header.get("checkpoints").asLong()).isEqualTo(checkpoints);
        return hashes.size() + " blocks, " + total + " events, " + checkpoints + " checkpoints";
    }

    /** The text of the proved event. */
    private static String verifyProof(String line, byte[] firstKey) throws Exception {
        JsonNode proof = JSON.readTree(line).get("proof");
        byte[] event = Base64.getDecoder().decode(proof.get("event").asString());
        byte[] hash = sha256(new byte[] {0}, event);
        int at = proof.get("index").asInt();
        int width = proof.get("headers").get(0).get("count").asInt();
        int used = 0;
        while (width > 1) {
            if ((at ^ 1) < width) {
                byte[] sibling =
                        HexFormat.of().parseHex(proof.get("path").get(used++).asString());
                hash = at % 2 == 0 ? sha256(new byte[] {1}, hash, sibling) : sha256(new byte[] {1}, sibling, hash);
            }
            at /= 2;
            width = (width + 1) / 2;
        }
        assertThat(hash).isEqualTo(hex(proof.get("headers").get(0), "root"));
        byte[] previous = hex(proof.get("headers").get(0), "previousHash");
        for (JsonNode header : proof.get("headers")) {
            assertThat(hex(header, "previousHash")).isEqualTo(previous);
            previous = blockHash(header, header.get("count").asInt());
        }
        assertThat(hex(proof.get("checkpoint"), "hash")).isEqualTo(previous);
        byte[] key = firstKey;
        for (JsonNode handover : proof.get("handovers")) {
            key = verifyCheckpoint(handover, key);
        }
        verifyCheckpoint(proof.get("checkpoint"), key);
        return new String(event, UTF_8);
    }

    /** The key that signs the next checkpoint. */
    private static byte[] verifyCheckpoint(JsonNode checkpoint, byte[] key) throws Exception {
        assertThat(hex(checkpoint, "key")).isEqualTo(sha256(key));
        String next = checkpoint.has("nextKey") ? checkpoint.get("nextKey").asString() : "-";
        String signed = "holdfast checkpoint 1\n"
                + "number " + checkpoint.get("number") + "\n"
                + "block " + checkpoint.get("block") + "\n"
                + "hash " + checkpoint.get("hash").asString() + "\n"
                + "events " + checkpoint.get("events") + "\n"
                + "at " + checkpoint.get("at").asString() + "\n"
                + "key " + checkpoint.get("key").asString() + "\n"
                + "next " + next + "\n";
        var verifier = Signature.getInstance("Ed25519");
        verifier.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(key)));
        verifier.update(signed.getBytes(UTF_8));
        assertThat(verifier.verify(
                        Base64.getDecoder().decode(checkpoint.get("signature").asString())))
                .isTrue();
        return next.equals("-") ? key : Base64.getDecoder().decode(next);
    }

    private static byte[] blockHash(JsonNode block, int count) throws Exception {
        UUID uuid = UUID.fromString(block.get("uuid").asString());
        return sha256(ByteBuffer.allocate(101)
                .put((byte) 2)
                .put(hex(block, "previousHash"))
                .putLong(block.get("number").asLong())
                .putLong(uuid.getMostSignificantBits())
                .putLong(uuid.getLeastSignificantBits())
                .putLong(Long.parseLong(block.get("maxAt").asString()))
                .putInt(count)
                .put(hex(block, "root"))
                .array());
    }

    private static byte[] root(List<byte[]> leaves) throws Exception {
        List<byte[]> level = leaves;
        while (level.size() > 1) {
            List<byte[]> above = new ArrayList<>();
            for (int i = 0; i < level.size(); i += 2) {
                above.add(
                        i + 1 == level.size() ? level.get(i) : sha256(new byte[] {1}, level.get(i), level.get(i + 1)));
            }
            level = above;
        }
        return level.getFirst();
    }

    private static byte[] canonical(JsonNode event) {
        var out = new ByteArrayOutputStream();
        text(out, event.get("aggregate"));
        text(out, event.get("type"));
        number(out, event.get("sequence").asLong());
        text(out, event.get("id"));
        text(out, event.get("name"));
        text(out, event.get("revision"));
        number(out, Long.parseLong(event.get("at").asString()));
        text(out, event.get("payload"));
        text(out, event.get("metadata"));
        return out.toByteArray();
    }

    private static void number(ByteArrayOutputStream out, long number) {
        out.writeBytes(ByteBuffer.allocate(8).putLong(number).array());
    }

    private static void text(ByteArrayOutputStream out, JsonNode json) {
        if (json == null) {
            out.writeBytes(new byte[] {-1, -1, -1, -1});
            return;
        }
        byte[] bytes = json.isObject()
                ? Base64.getDecoder().decode(json.get("base64").asString())
                : json.asString().getBytes(UTF_8);
        out.writeBytes(ByteBuffer.allocate(4).putInt(bytes.length).array());
        out.writeBytes(bytes);
    }

    private static byte[] hex(JsonNode json, String field) {
        return HexFormat.of().parseHex(json.get(field).asString());
    }

    private static byte[] sha256(byte[]... parts) throws Exception {
        var digest = MessageDigest.getInstance("SHA-256");
        for (byte[] part : parts) {
            digest.update(part);
        }
        return digest.digest();
    }

    private static byte[] pem(String text) {
        String body = Arrays.stream(text.split("\n"))
                .filter(line -> !line.startsWith("-----"))
                .collect(Collectors.joining());
        return Base64.getDecoder().decode(body);
    }
}
