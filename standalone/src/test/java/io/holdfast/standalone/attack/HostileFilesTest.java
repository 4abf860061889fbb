package io.holdfast.standalone.attack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.eventstore.integrity.SigningKey;
import io.holdfast.standalone.attack.VerifierProcess.Ending;
import io.holdfast.standalone.log.GenuineBundle;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** For any file, {@code verify} answers with a few lines and exit code 1 or 2 within ten seconds and 512 MB. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class HostileFilesTest {
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final String HEADER =
            "{\"export\":{\"version\":1,\"log\":\"x\",\"blocks\":9223372036854775807,\"checkpoints\":0,\"at\":\"2026-11-24T12:00:00Z\"}}\n";
    private static final String MANIFEST = """
            {"bundle":1,"shipmentId":"S1","version":1000000000000,"madeAt":"2026-11-24T12:00:00Z","madeBy":"x",
             "unproved":[],"sha256":{}}""";

    @TempDir
    private static Path folder;

    private static String key;

    @BeforeAll
    static void key() throws IOException {
        key = Files.writeString(
                        folder.resolve("checkpoint.pub"),
                        SigningKey.generate().verifying().pem())
                .toString();
    }

    /** What is repeated many times, and where. */
    enum Flood {
        ZEROS_IN_AN_EVENT("events/000001.json", "\0", 255 << 20),
        ZEROS_IN_A_PROOF("proofs/000001.json", "\0", 255 << 20),
        ZEROS_IN_A_FILE("evidence/e1-a.jpg", "\0", 255 << 20),
        ZEROS_IN_A_KEY("checkpoint.pub", "\0", 255 << 20),
        ZEROS_IN_AN_EXCERPT("evidence.json", "\0", 255 << 20),
        LISTS_IN_A_PROOF("proofs/000001.json", "[", 30 << 20),
        A_TEXT_IN_A_PROOF("proofs/000001.json", "{\"proof\":{\"event\":\"", "x", 30 << 20),
        HASHES_IN_A_PROOF("proofs/000001.json", "{\"proof\":{\"path\":[", "\"" + "0".repeat(64) + "\",", 30 << 20),
        A_NUMBER_IN_A_PROOF("proofs/000001.json", "{\"proof\":{\"index\":", "9", 30 << 20),
        NAMES_IN_A_PROOF("proofs/000001.json", "{\"", "n", 30 << 20),
        LISTS_IN_AN_EXCERPT("custody.json", "[", 200 << 20);

        final String entry;
        final String begin;
        final String again;
        final long bytes;

        Flood(String entry, String again, long bytes) {
            this(entry, "", again, bytes);
        }

        Flood(String entry, String begin, String again, long bytes) {
            this.entry = entry;
            this.begin = begin;
            this.again = again;
            this.bytes = bytes;
        }
    }

    @Test
    void two_hundred_and_fifty_five_megabytes_of_zeros_and_a_trillion_events_are_answered() throws Exception {
        answered(bundle("events/000001.json", "", "\0", 255 << 20), "--key", key);
    }

    @Test
    void a_line_of_three_hundred_megabytes_is_answered() throws Exception {
        answered(export("long.ndjson", "{\"block\":{\"format\":2,\"uuid\":\"", "x", 300 << 20), "--key", key);
    }

    @Tag("thorough")
    @ParameterizedTest
    @EnumSource
    void a_flood_in_any_entry_is_answered(Flood flood) throws Exception {
        answered(bundle(flood.entry, flood.begin, flood.again, flood.bytes), "--key", key);
    }

    @Tag("thorough")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "manifest.json|{\"sha256\":{|\"%d\":\"\",|0",
                "manifest.json|{\"bundle\":1,\"unproved\":[|1,|0",
                "manifest.json|[|[|0",
                "manifest.json|{\"shipmentId\":\"|x|0"
            })
    void a_flood_in_the_manifest_is_answered(String flood) throws Exception {
        String[] parts = flood.split("\\|");
        answered(bundle(parts[0], parts[1], parts[2], 255 << 20), "--key", key);
    }

    @Tag("thorough")
    @ParameterizedTest
    @ValueSource(strings = {"plain.ndjson", "zipped.ndjson.gz"})
    void a_flood_in_an_export_is_answered(String name) throws Exception {
        String[][] floods = {
            {"", "\0"},
            {"", "\n"},
            {HEADER, "x"},
            {HEADER, "\n"},
            {HEADER, "{\"block\":}\n"},
            {HEADER, "{\"checkpoint\":}\n"},
            {HEADER + "{\"block\":{\"events\":[", "[],"},
            {HEADER + "{\"block\":{\"events\":[", "{},"},
            {HEADER + "{\"block\":{\"number\":", "9"},
            {HEADER + "{\"block\":{\"hash\":\"", "x"},
            {HEADER + "{\"block\":{\"", "x"},
            {HEADER + "{\"block\":{\"maxAt\":\"", "9"},
            {HEADER + "{\"checkpoint\":{\"signature\":\"", "x"},
            {"{\"proof\":{\"event\":\"", "x"},
            {"{\"export\":{\"log\":\"", "x"}
        };
        for (String[] flood : floods) {
            answered(export(name, flood[0], flood[1], 300 << 20), "--key", key);
        }
    }

    @Tag("thorough")
    @Test
    void a_flood_in_a_key_or_in_an_auditors_file_is_answered() throws Exception {
        Path small = export("small.ndjson", "", "", 0);
        Path flood = export("flood", "", "x", 300 << 20);
        answered(small, "--key", flood.toString());
        answered(small, "--key", key, "--checkpoints", flood.toString());
        answered(small, "--key", "/dev/zero");
        answered(Path.of("/dev/zero"), "--key", key);
        answered(small, "--key", key, "--checkpoints", "/dev/zero");
        answered(folder, "--key", key);
    }

    /** Larger than the heap, so it must be read as a stream. */
    @Tag("thorough")
    @Test
    void a_large_bundle_that_is_genuine_is_proved() throws Exception {
        var large = GenuineBundle.of("LARGE");
        byte[] scan = new byte[50_000_000];
        new Random(12).nextBytes(scan);
        for (int i = 0; i < 14; i++) {
            large.file("e" + i, "scan.jpg", scan);
        }
        for (int i = 0; i < 2000; i++) {
            large.note("note " + i);
        }
        Ending ending = VerifierProcess.verify(
                folder,
                GenuineBundle.zip(folder, large.entries()),
                "--key",
                large.keyIn(folder).toString());
        assertThat(ending.said()).startsWith("proved: shipment LARGE, events 1 to 2014, 14 of 14 files");
        assertThat(ending.code()).isZero();
    }

    @Tag("thorough")
    @Test
    void many_bombs_side_by_side_are_answered() throws Exception {
        Path file = folder.resolve("many.zip");
        byte[] zeros = new byte[10 << 20];
        try (var zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16))) {
            put(zip, "manifest.json", MANIFEST);
            for (int i = 1; i < 200; i++) {
                zip.putNextEntry(new ZipEntry("events/%06d.json".formatted(i)));
                zip.write(zeros);
            }
        }
        answered(file, "--key", key);
    }

    private static void answered(Path file, String... options) throws Exception {
        Ending ending = VerifierProcess.verify(folder, file, options);
        assertThat(ending.code()).as(ending.said()).isIn(1, 2);
        assertThat(ending.taken()).as(ending.said()).isLessThan(LIMIT);
        assertThat(ending.said()).hasSizeLessThan(3000).doesNotContain("\tat ", "OutOfMemory");
        if (ending.code() == 2) {
            assertThat(ending.said().lines()).hasSize(1);
        }
    }

    private static Path bundle(String entry, String begin, String again, long bytes) throws IOException {
        Path file = folder.resolve("flood.zip");
        try (var zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16))) {
            if (!entry.equals("manifest.json")) {
                put(zip, "manifest.json", MANIFEST);
            }
            for (String other : new String[] {"events/000001.json", "proofs/000001.json"}) {
                if (!other.equals(entry)) {
                    put(zip, other, "{}");
                }
            }
            zip.putNextEntry(new ZipEntry(entry));
            flood(zip, begin, again, bytes);
        }
        return file;
    }

    private static Path export(String name, String begin, String again, long bytes) throws IOException {
        Path file = folder.resolve(name);
        OutputStream plain = Files.newOutputStream(file);
        try (var out = new BufferedOutputStream(name.endsWith(".gz") ? new GZIPOutputStream(plain) : plain, 1 << 16)) {
            out.write(begin.isEmpty() && again.isEmpty() ? HEADER.getBytes(UTF_8) : new byte[0]);
            flood(out, begin, again, bytes);
        }
        return file;
    }

    private static void put(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(UTF_8));
    }

    private static void flood(OutputStream out, String begin, String again, long bytes) throws IOException {
        out.write(begin.getBytes(UTF_8));
        byte[] some = new byte[0];
        if (!again.isEmpty()) {
            some = again.repeat((1 << 16) / again.length() + 1).getBytes(UTF_8);
        }
        for (long written = 0; written < bytes; written += some.length) {
            out.write(some);
        }
    }
}
