package io.holdfast.standalone.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.holdfast.projection.evidence.BundleLayout;
import io.holdfast.standalone.Holdfast;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files crafted to make verification endless or exhaust the memory: it must answer within seconds, in a few lines. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class HostileBundleTest {
    private static final GenuineBundle GENUINE =
            GenuineBundle.of(GenuineBundle.CASE).note("opened").file("e1", "a.jpg", "a photo".getBytes(UTF_8));
    private static final Map<String, byte[]> ENTRIES = GENUINE.entries();

    @TempDir
    private Path folder;

    private final PrintStream standard = System.out;
    private final PrintStream standardError = System.err;
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

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

    @ParameterizedTest
    @ValueSource(strings = {"1000000000000", "9223372036854775807", "3"})
    void a_number_of_events_is_not_counted_to(String version) throws IOException {
        assertThat(verify(with(manifest -> manifest.replace("\"version\":2", "\"version\":" + version))))
                .isEqualTo(1);
        assertThat(said()).contains("missing").hasSizeLessThan(1000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"version\":99999999999999999999999",
                "\"version\":1e999999999",
                "\"version\":2.5",
                "\"version\":\"2\"",
                "\"version\":null",
                "\"version\":2,\"version\":2",
                "\"version\":[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]"
            })
    void a_manifest_that_is_none_is_refused(String version) throws IOException {
        assertThat(verify(with(manifest -> manifest.replace("\"version\":2", version))))
                .isEqualTo(2);
        assertThat(said().lines()).singleElement().asString().contains("is not a bundle: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]", "{}", "", "\u0000", "{\"bundle\":1}", "{\"bundle\":2}"})
    void a_manifest_without_contents_is_refused(String manifest) throws IOException {
        assertThat(verify(with(_ -> manifest))).isEqualTo(2);
        assertThat(said().lines()).singleElement().asString().contains("is not a bundle: ");
    }

    @Test
    void an_entry_that_swells_is_not_read() throws IOException {
        for (String name : new String[] {
            BundleLayout.MANIFEST,
            BundleLayout.README,
            BundleLayout.KEY,
            BundleLayout.EVIDENCE,
            BundleLayout.event(1),
            BundleLayout.proof(1),
            "evidence/e1-a.jpg",
            "more"
        }) {
            var all = new LinkedHashMap<>(ENTRIES);
            all.put(name, new byte[40 << 20]);
            assertThat(verify(GenuineBundle.zip(folder, all))).as(name).isPositive();
            assertThat(said()).as(name).hasSizeLessThan(2000);
        }
    }

    @Test
    void what_the_two_descriptions_of_an_entry_say_is_the_same_and_true() throws IOException {
        byte[] whole = Files.readAllBytes(GenuineBundle.zip(folder, ENTRIES));
        int central = directory(whole);
        // flags, method, time, crc, sizes, offset of the first entry in the directory
        int[][] lies = {
            {8, 1},
            {8, 8},
            {10, 9},
            {12, 1},
            {16, 1},
            {20, 1},
            {20, 0x7fffffff},
            {24, 1},
            {24, 0x7fffffff},
            {24, -2},
            {34, 1},
            {38, 0xa000 << 16},
            {38, 0x10},
            {42, 1},
            {42, 0x7fffffff},
            {42, -1}
        };
        for (int[] lie : lies) {
            byte[] lying = whole.clone();
            var bytes = ByteBuffer.wrap(lying).order(ByteOrder.LITTLE_ENDIAN);
            if (lie[0] < 16) {
                bytes.putShort(central + lie[0], (short) (bytes.getShort(central + lie[0]) ^ lie[1]));
            } else {
                bytes.putInt(central + lie[0], bytes.getInt(central + lie[0]) ^ lie[1]);
            }
            assertThat(verify(Files.write(folder.resolve("lie.zip"), lying)))
                    .as("at %s", lie[0])
                    .isEqualTo(2);
            assertThat(said().lines())
                    .as("at %s", lie[0])
                    .singleElement()
                    .asString()
                    .contains("is not a bundle: ");
        }
    }

    @Test
    void a_directory_that_is_not_what_its_end_says_is_refused() throws IOException {
        byte[] whole = Files.readAllBytes(GenuineBundle.zip(folder, ENTRIES));
        int[][] lies = {
            {4, 1}, {8, 1}, {10, 1}, {10, 0x7fff}, {12, 1}, {12, 0x7fffffff}, {16, 1}, {16, 0x7fffffff}, {20, 1}
        };
        for (int[] lie : lies) {
            byte[] lying = whole.clone();
            var bytes = ByteBuffer.wrap(lying).order(ByteOrder.LITTLE_ENDIAN);
            int at = whole.length - 22 + lie[0];
            if (lie[0] == 12 || lie[0] == 16) {
                bytes.putInt(at, bytes.getInt(at) ^ lie[1]);
            } else {
                bytes.putShort(at, (short) (bytes.getShort(at) ^ lie[1]));
            }
            assertThat(verify(Files.write(folder.resolve("lie.zip"), lying)))
                    .as("at %s", lie[0])
                    .isEqualTo(2);
            assertThat(said().lines()).singleElement();
        }
    }

    @Test
    void bytes_before_between_and_behind_entries_are_refused() throws IOException {
        byte[] whole = Files.readAllBytes(GenuineBundle.zip(folder, ENTRIES));
        int central = directory(whole);
        for (int at : new int[] {central, whole.length - 22, whole.length}) {
            byte[] padded = new byte[whole.length + 9];
            System.arraycopy(whole, 0, padded, 0, at);
            System.arraycopy(whole, at, padded, at + 9, whole.length - at);
            if (at == central) {
                var end = ByteBuffer.wrap(padded).order(ByteOrder.LITTLE_ENDIAN);
                end.putInt(padded.length - 6, central + 9);
            }
            assertThat(verify(Files.write(folder.resolve("padded.zip"), padded)))
                    .as("at %s", at)
                    .isEqualTo(2);
            assertThat(said().lines()).singleElement();
        }
    }

    @Test
    void many_entries_of_nothing_are_counted_before_they_are_read() throws IOException {
        Path file = folder.resolve("many.zip");
        try (var zip =
                new java.util.zip.ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16))) {
            for (int i = 0; i <= ZipDirectory.MOST_ENTRIES; i++) {
                zip.putNextEntry(new java.util.zip.ZipEntry(Integer.toString(i)));
            }
        }
        assertThat(verify(file)).isEqualTo(2);
        assertThat(said()).contains("100001 entries");
    }

    @Test
    void so_many_faults_are_not_all_told() throws IOException {
        var all = new LinkedHashMap<>(ENTRIES);
        for (int i = 3; i < 3000; i++) {
            all.put(BundleLayout.event(i), new byte[] {'{'});
            all.put(BundleLayout.proof(i), new byte[] {'{'});
        }
        Map<String, byte[]> fitted = GenuineBundle.fitted(all, GenuineBundle.CASE, 1_000_000);
        assertThat(verify(GenuineBundle.zip(folder, fitted))).isEqualTo(1);
        assertThat(said().lines()).hasSizeLessThan(110).last().asString().contains("and more");
    }

    @Test
    void beyond_65_535_entries_a_zip_is_read_too() throws IOException {
        var all = new LinkedHashMap<>(ENTRIES);
        for (int i = 0; i < 70_000; i++) {
            all.put("x" + i, new byte[0]);
        }
        assertThat(verify(GenuineBundle.zip(folder, all))).isEqualTo(1);
        assertThat(said()).contains("x0 does not belong to the bundle");
    }

    private Path with(java.util.function.UnaryOperator<String> change) throws IOException {
        var all = new LinkedHashMap<>(ENTRIES);
        all.compute(
                BundleLayout.MANIFEST,
                (_, bytes) -> change.apply(new String(bytes, UTF_8)).getBytes(UTF_8));
        return GenuineBundle.zip(folder, all);
    }

    private static int directory(byte[] zip) {
        return ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN).getInt(zip.length - 6);
    }

    private int verify(Path bundle) throws IOException {
        String key = GENUINE.keyIn(folder).toString();
        return assertTimeoutPreemptively(
                Duration.ofSeconds(30), () -> Holdfast.execute("verify", bundle.toString(), "--key", key));
    }

    private String said() {
        String text = said.toString(UTF_8);
        said.reset();
        return text;
    }
}
