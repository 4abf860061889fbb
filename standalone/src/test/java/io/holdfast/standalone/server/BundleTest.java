package io.holdfast.standalone.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.model.Updates;
import io.holdfast.eventstore.integrity.SigningKey;
import io.holdfast.projection.evidence.BundleLayout;
import io.holdfast.standalone.Api;
import io.holdfast.standalone.Holdfast;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.http.ContentDisposition;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A case with a file, from the upload to a third party who verifies the bundle, and everything that can be altered in
 * between.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class BundleTest {
    private static final byte[] PHOTO = photo();
    private static final String CASES = "/api/v1/shipments/";
    private static final String CASE = "BUNDLE-1";

    @TempDir
    static Path folder;

    private static WholeSystem system;
    private static Api inspector;
    private static String evidence;
    private static Path key;
    private static Path bundle;

    private final PrintStream standard = System.out;
    private final PrintStream standardError = System.err;
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @BeforeAll
    static void workACase() throws IOException {
        Path signing = folder.resolve("checkpoint.key");
        key = folder.resolve("checkpoint.key.pub");
        String prefix = "--holdfast.event-store.checkpoint.";
        // An interval so long that a bundle has to trigger the signing itself.
        system =
                new WholeSystem("", prefix + "key-file=" + signing, prefix + "create-key=true", prefix + "interval=1h");
        inspector = new Api(system.url(), "inspector");
        inspector.as("analyst").target("OTHER", "2704", "MANUAL");
        inspector.as("analyst").target(CASE, "2704", "MANUAL");
        evidence = upload(CASE, "fileName=seal%20no%201.jpg", PHOTO);
        seize();
        bundle = fetch(CASE, "?files=true");
    }

    @AfterAll
    static void stop() {
        system.close();
    }

    @BeforeEach
    void listen() {
        System.setOut(new PrintStream(said, true, UTF_8));
        System.setErr(new PrintStream(said, true, UTF_8));
    }

    @AfterEach
    void restore() {
        System.setOut(standard);
        System.setErr(standardError);
    }

    @Test
    void a_bundle_is_verified_without_a_database_and_tells_the_case() throws IOException {
        assertThat(verify(bundle, "--key", key.toString())).isZero();
        assertThat(said())
                .startsWith("proved: shipment " + CASE + ", events 1 to ")
                .contains("signed by checkpoint");

        Map<String, byte[]> entries = entries(bundle);
        JsonNode manifest = JsonMapper.shared().readTree(entries.get(BundleLayout.MANIFEST));
        assertThat(manifest.path("unproved").isEmpty()).isTrue();
        assertThat(manifest.path("madeBy").asString()).isEqualTo("auditor");
        assertThat(entries.get("evidence/" + evidence + "-seal_no_1.jpg")).isEqualTo(PHOTO);
        assertThat(new String(entries.get(BundleLayout.EVIDENCE), UTF_8)).contains(sha256(PHOTO), "\"inspector\"");
        assertThat(new String(entries.get(BundleLayout.CUSTODY), UTF_8))
                .contains("shipment.seized", "shipment.custody-transferred", "shipment.custody-discrepancy-found");
        assertThat(new String(entries.get(BundleLayout.README), UTF_8)).contains(CASE, "./holdfast verify");
        assertThat(new String(entries.get(BundleLayout.KEY), UTF_8)).isEqualTo(Files.readString(key));
    }

    @Test
    void without_a_key_the_enclosed_one_is_used_and_said_to_be_worth_little() {
        assertThat(verify(bundle)).isZero();
        assertThat(said()).contains("whoever forges the one can put in the other");
    }

    @Test
    void a_key_that_did_not_sign_proves_nothing() throws IOException {
        Path other = Files.writeString(
                folder.resolve("other.pub"), SigningKey.generate().verifying().pem());
        assertThat(verify(bundle, "--key", other.toString())).isEqualTo(1);
        assertThat(said()).contains("not proved: event 1", "unknown key");
    }

    @Test
    void files_come_only_when_they_are_asked_for() throws IOException {
        Path lean = fetch(CASE, "");
        assertThat(verify(lean, "--key", key.toString())).isZero();
        assertThat(entries(lean).keySet()).noneMatch(name -> name.startsWith("evidence/"));
    }

    @Test
    void an_event_that_was_just_recorded_is_signed_for_the_bundle() throws IOException {
        inspector.post("/shipments/OTHER/notes", "{\"text\": \"new\"}");
        Path fresh = fetch("OTHER", "");
        assertThat(verify(fresh, "--key", key.toString())).isZero();
        assertThat(said()).contains("events 1 to 2");
    }

    @Test
    void what_is_no_bundle_is_one_line_and_exit_code_2() throws IOException {
        byte[] whole = Files.readAllBytes(bundle);
        Path cut = Files.write(folder.resolve("cut.zip"), java.util.Arrays.copyOf(whole, whole.length / 2));
        assertThat(verify(cut)).isEqualTo(2);
        assertThat(said().lines()).hasSize(1);
        Path empty = zip(Map.of("a", new byte[] {1}));
        assertThat(verify(empty, "--key", key.toString())).isEqualTo(2);
        assertThat(said().lines()).hasSize(1);
    }

    /** Which change to which entry, and what verification reports. */
    static Stream<Arguments> forgeries() {
        return Stream.of(
                forged("events/000002.json", changed("seal no 1", "seal no 2"), "event 2: it is not the event"),
                forged("events/000001.json", changed("a tip", "a hint"), "event 1: it is not the event"),
                forged("events/000003.json", _ -> null, "event 3 is missing"),
                forged("proofs/000003.json", _ -> null, "event 3 has no proof"),
                forged("proofs/000002.json", changed("\"index\":0", "\"index\":1"), "event 2: its proof does not hold"),
                forged("proofs/000002.json", changed("\"signature\":\"", "\"signature\":\"A"), "signature is wrong"),
                forged("proofs/000002.json", changed("\"at\":\"20", "\"at\":\"19"), "signature is wrong"),
                forged("proofs/000002.json", changed("{", "["), "event 2: proofs/000002.json is damaged"),
                forged("evidence.json", changed(sha256(PHOTO), "0".repeat(64)), "evidence.json does not say"),
                forged("evidence.json", changed("inspector", "somebody"), "evidence.json does not say"),
                forged("evidence.json", _ -> "[]", "evidence.json does not say"),
                forged("custody.json", changed("The vault", "My garage"), "custody.json does not say"),
                forged("custody.json", _ -> null, "there is no custody.json"),
                forged("README.txt", changed("Everything", "Nothing"), "README.txt is not as it was written"));
    }

    @ParameterizedTest
    @MethodSource("forgeries")
    void whatever_is_altered_is_named(String entry, UnaryOperator<String> change, String found) throws IOException {
        Map<String, byte[]> entries = entries(bundle);
        String altered = change.apply(new String(entries.get(entry), UTF_8));
        assertThat(altered).isNotEqualTo(new String(entries.get(entry), UTF_8));
        if (altered == null) {
            entries.remove(entry);
        } else {
            entries.put(entry, altered.getBytes(UTF_8));
        }
        boolean onlyTheManifestKnows = entry.equals(BundleLayout.README);
        assertThat(verify(zip(onlyTheManifestKnows ? entries : fitted(entries)), "--key", key.toString()))
                .isEqualTo(1);
        assertThat(said()).startsWith("not proved: ").contains(found);
    }

    @Test
    void another_file_in_the_place_of_the_evidence_is_found() throws IOException {
        Map<String, byte[]> entries = entries(bundle);
        String name = "evidence/" + evidence + "-seal_no_1.jpg";
        entries.get(name)[PHOTO.length / 2] ^= 1;
        assertThat(verify(zip(fitted(entries)), "--key", key.toString())).isEqualTo(1);
        assertThat(said()).contains(name + " is not the file that event 2 attached");
    }

    @Test
    void an_event_of_another_case_is_found() throws IOException {
        Map<String, byte[]> entries = entries(bundle);
        Map<String, byte[]> foreign = entries(fetch("OTHER", ""));
        entries.put("events/000001.json", foreign.get("events/000001.json"));
        entries.put("proofs/000001.json", foreign.get("proofs/000001.json"));
        assertThat(verify(zip(fitted(entries)), "--key", key.toString())).isEqualTo(1);
        assertThat(said()).contains("event 1: its proof is of event 0 of OTHER");
    }

    @Test
    void something_that_was_added_is_found() throws IOException {
        Map<String, byte[]> entries = entries(bundle);
        entries.put("evidence/confession.txt", "it was me".getBytes(UTF_8));
        assertThat(verify(zip(entries), "--key", key.toString())).isEqualTo(1);
        assertThat(said()).contains("evidence/confession.txt does not belong to the bundle");
    }

    @Test
    void a_file_comes_back_as_it_went_in_to_be_saved_and_nothing_else() throws IOException {
        HttpResponse<InputStream> file = system.ask("inspector", "GET", CASES + CASE + "/evidence/" + evidence);
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.body().readAllBytes()).isEqualTo(PHOTO);
        Map<String, String> headers = Map.of(
                "Content-Type", "image/jpeg",
                "Content-Length", Integer.toString(PHOTO.length),
                "X-Content-Type-Options", "nosniff",
                "Cache-Control", "no-store",
                "ETag", "\"" + sha256(PHOTO) + "\"");
        headers.forEach((name, value) ->
                assertThat(file.headers().firstValue(name)).as(name).contains(value));
        assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment; filename=");
        assertThat(file.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'");
        assertThat(file.headers().firstValue("Repr-Digest").orElseThrow()).startsWith("sha-256=:");
    }

    @Test
    void every_name_that_is_taken_in_comes_back_as_it_was_and_never_as_another_header() throws IOException {
        inspector.as("analyst").target("NAMES", "2704", "MANUAL");
        String[] names = {
            "seal no 1.jpg",
            "é.jpg",
            "\u05e9\u05dc\u05d5\u05dd.jpg",
            "100% \"new\"; filename=x.exe",
            "a'b.jpg",
            "\uD83D\uDEA2.jpg",
            "a=?b?=.jpg"
        };
        for (String name : names) {
            String id = upload("NAMES", "fileName=" + URLEncoder.encode(name, UTF_8), PHOTO);
            HttpResponse<InputStream> file = system.ask("inspector", "GET", CASES + "NAMES/evidence/" + id);
            file.body().close();
            String header = file.headers().firstValue("Content-Disposition").orElseThrow();
            assertThat(header).startsWith("attachment;").matches("[\\x20-\\x7e]+");
            assertThat(ContentDisposition.parse(header).getFilename()).isEqualTo(name);
        }
    }

    @Test
    void who_had_a_file_or_a_bundle_is_recorded_and_so_is_who_only_asked_for_its_headers() throws IOException {
        String file = CASES + CASE + "/evidence/" + evidence;
        system.ask("inspector", "GET", file, "X-Correlation-Id", "who-had")
                .body()
                .close();
        system.ask("inspector", "HEAD", file, "X-Correlation-Id", "who-had")
                .body()
                .close();
        system.ask("auditor", "GET", CASES + CASE + "/bundle", "X-Correlation-Id", "who-had")
                .body()
                .readAllBytes();
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(inspector
                                .as("auditor")
                                .get("/security-log?order=oldest&correlation=who-had")
                                .path("items"))
                        .extracting(entry -> entry.path("actor").asString() + " "
                                + entry.path("method").asString() + " "
                                + entry.path("path").asString())
                        .containsExactlyInAnyOrder(
                                "inspector GET " + file,
                                "inspector HEAD " + file,
                                "auditor GET " + CASES + CASE + "/bundle"));
    }

    @Test
    void a_file_that_was_altered_in_the_database_is_not_handed_out_and_that_is_recorded() throws IOException {
        inspector.as("analyst").target("ALTERED", "2704", "MANUAL");
        String id = upload("ALTERED", "fileName=a.jpg", PHOTO);
        var database = system.bean(MongoClient.class).getDatabase("holdfast");
        Document file = database.getCollection("evidence.files")
                .find(new Document("metadata.shipment", "ALTERED"))
                .first();
        var chunk = new Document("files_id", file.get("_id")).append("n", 1);
        byte[] bytes = database.getCollection("evidence.chunks")
                .find(chunk)
                .first()
                .get("data", Binary.class)
                .getData();
        bytes[0] ^= 1;
        database.getCollection("evidence.chunks").updateOne(chunk, Updates.set("data", new Binary(bytes)));

        for (String path : new String[] {"/evidence/" + id, "/bundle?files=true"}) {
            HttpResponse<InputStream> refused = system.ask("auditor", "GET", CASES + "ALTERED" + path);
            assertThat(refused.statusCode()).isEqualTo(409);
            assertThat(new String(refused.body().readAllBytes(), UTF_8)).contains("/problems/evidence-altered");
        }
        assertThat(system.ask("auditor", "GET", CASES + "ALTERED/bundle").statusCode())
                .isEqualTo(200);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(inspector
                                .as("auditor")
                                .get("/security-log?status=409")
                                .toString())
                        .contains("/problems/evidence-altered", "/ALTERED/evidence/" + id));
    }

    @Test
    void only_a_description_is_known_of_a_file_that_is_kept_elsewhere() throws IOException {
        inspector.as("analyst").target("ELSEWHERE", "2704", "MANUAL");
        String id = inspector
                .post("/shipments/ELSEWHERE/evidence", """
                {"fileName": "a.jpg", "mediaType": "image/jpeg", "sizeInBytes": 5, "sha256": "%s"}""".formatted(sha256(PHOTO)))
                .path("id")
                .asString();
        assertThat(system.ask("inspector", "GET", CASES + "ELSEWHERE/evidence/" + id)
                        .statusCode())
                .isEqualTo(404);
        assertThat(verify(fetch("ELSEWHERE", "?files=true"), "--key", key.toString()))
                .isZero();
    }

    private static Arguments forged(String entry, UnaryOperator<String> change, String found) {
        return Arguments.of(entry, change, found);
    }

    private static UnaryOperator<String> changed(String from, String to) {
        return text -> text.replaceFirst(java.util.regex.Pattern.quote(from), to);
    }

    private int verify(Path file, String... options) {
        String[] arguments = Stream.concat(Stream.of("verify", file.toString()), Stream.of(options))
                .toArray(String[]::new);
        return Holdfast.execute(arguments);
    }

    private String said() {
        String text = said.toString(UTF_8);
        said.reset();
        return text;
    }

    private static String upload(String shipment, String query, byte[] bytes) {
        HttpResponse<String> answer =
                inspector.upload("/shipments/" + shipment + "/evidence?" + query, "image/jpeg", bytes);
        return Api.ok(answer).path("id").asString();
    }

    private static void seize() {
        String path = "/shipments/" + CASE;
        inspector.post(path + "/holds", """
                {"type": "MANIFEST", "reason": "undeclared", "location": "Pier 4"}""");
        String exam = inspector
                .post(path + "/exams", "{\"type\": \"INTENSIVE\"}")
                .path("id")
                .asString();
        inspector.post(path + "/exams/" + exam + "/start", "{}");
        inspector.post(path + "/exams/" + exam + "/complete", """
                {"findings": ["CONTRABAND_CONFIRMED"], "techniques": ["VISUAL"]}""");
        var requested = inspector.post(path + "/seizure-requests", """
                {"extent": "FULL", "lines": [{"goods": "fentanyl", "hs6": "293333",
                 "quantity": {"amount": 24.1, "unit": "KG"}, "legalAuthority": "21 USC 881"}]}""");
        Api.ok(inspector
                .as("supervisor")
                .decide(
                        path + "/seizure-requests/" + requested.path("id").asString() + "/approve",
                        "\"" + requested.path("version").asLong() + "\"",
                        "{\"fpfCaseNumber\": \"2026-1\"}"));
        inspector.post(path + "/custody-transfers", """
                {"from": "The pier", "to": "The vault", "weighed": {"amount": 20, "unit": "KG"}, "reason": "to keep"}""");
    }

    private static Path fetch(String shipment, String query) throws IOException {
        HttpResponse<InputStream> answer = system.ask("auditor", "GET", CASES + shipment + "/bundle" + query);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/zip");
        Path file = Files.createTempFile(folder, shipment, ".zip");
        Files.write(file, answer.body().readAllBytes());
        return file;
    }

    private static Map<String, byte[]> entries(Path file) throws IOException {
        var entries = new LinkedHashMap<String, byte[]>();
        try (var zip = new ZipInputStream(Files.newInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), zip.readAllBytes());
            }
        }
        return entries;
    }

    /** Adds a manifest that matches the altered entries, as a forger would. */
    private static Map<String, byte[]> fitted(Map<String, byte[]> entries) {
        var manifest = (ObjectNode) JsonMapper.shared().readTree(entries.get(BundleLayout.MANIFEST));
        ObjectNode digests = manifest.putObject("sha256");
        entries.forEach((name, bytes) -> {
            if (!name.equals(BundleLayout.MANIFEST)) {
                digests.put(name, sha256(bytes));
            }
        });
        entries.put(BundleLayout.MANIFEST, JsonMapper.shared().writeValueAsBytes(manifest));
        return Collections.unmodifiableMap(entries);
    }

    private static Path zip(Map<String, byte[]> entries) throws IOException {
        Path file = Files.createTempFile(folder, "forged", ".zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (var entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
        return file;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] photo() {
        byte[] bytes = new byte[700_000];
        new java.util.Random(7).nextBytes(bytes);
        System.arraycopy(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF}, 0, bytes, 0, 3);
        return bytes;
    }
}
