package io.holdfast.standalone.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.projection.evidence.BundleLayout;
import io.holdfast.standalone.Holdfast;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every change to a bundle is detected with the right key, even when the manifest, which is not signed, is made to
 * match.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ForgedBundleTest {
    private static final String CASE = GenuineBundle.CASE;
    private static final GenuineBundle GENUINE = GenuineBundle.of(CASE)
            .event("shipment.targeted", "{\"why\":\"a tip\"}")
            .file("e1", "seal no 1.jpg", "a photo".getBytes(UTF_8))
            .note("opened")
            .custody("the vault")
            .file("e2", "list.pdf", "another file".getBytes(UTF_8));
    private static final Map<String, byte[]> ENTRIES = GENUINE.entries();
    private static final int EVENTS = 5;

    @TempDir
    private static Path folder;

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

    @Test
    void a_genuine_bundle_is_proved_in_one_line() throws IOException {
        assertThat(verify(ENTRIES)).isZero();
        assertThat(said().lines())
                .singleElement()
                .asString()
                .startsWith("proved: shipment GENUINE-1, events 1 to 5, 2 of 2 files, signed by checkpoint 4");
    }

    @Test
    void a_file_with_the_longest_name_that_is_taken_in_is_no_obstacle() throws IOException {
        var genuine = GenuineBundle.of("LONG").file("e".repeat(64), "a".repeat(251) + ".jpg", new byte[] {1});
        Path bundle = GenuineBundle.zip(folder, genuine.entries());
        assertThat(Holdfast.execute(
                        "verify",
                        bundle.toString(),
                        "--key",
                        genuine.keyIn(folder).toString()))
                .isZero();
    }

    @Test
    void a_bundle_without_files_says_so() throws IOException {
        Map<String, byte[]> lean = GenuineBundle.of("LEAN")
                .attached("e1", "a.jpg", 3, "0".repeat(64))
                .entries();
        assertThat(Holdfast.execute("verify", GenuineBundle.zip(folder, lean).toString()))
                .isZero();
        assertThat(said()).contains("without its 1 file,");
    }

    @Test
    void a_file_that_is_kept_elsewhere_has_to_be_named() throws IOException {
        var mixed = GenuineBundle.of("MIXED")
                .file("e1", "a.jpg", new byte[] {1})
                .attached("e2", "b.jpg", 3, "0".repeat(64));
        Path bundle = GenuineBundle.zip(folder, mixed.entries());
        String key = mixed.keyIn(folder).toString();
        assertThat(Holdfast.execute("verify", bundle.toString(), "--key", key)).isEqualTo(1);
        assertThat(said())
                .contains("b.jpg, which event 2 attached, is not in it")
                .contains("--elsewhere 2");
        assertThat(Holdfast.execute("verify", bundle.toString(), "--key", key, "--elsewhere", "2"))
                .isZero();
        assertThat(said()).contains("1 of 2 files");
    }

    @Test
    void an_entry_that_is_taken_out_is_found_whether_or_not_the_manifest_knows() throws IOException {
        for (String name : ENTRIES.keySet()) {
            found(name + " is gone", name.equals(BundleLayout.KEY) ? "" : "fit", all -> all.remove(name));
        }
    }

    @Test
    void an_entry_that_is_altered_is_found_wherever_its_bytes_are() throws IOException {
        var random = new Random(18);
        for (String name : ENTRIES.keySet()) {
            for (int i = 0; i < 4 && !name.equals(BundleLayout.MANIFEST); i++) {
                byte[] altered = ENTRIES.get(name).clone();
                int at = random.nextInt(altered.length);
                altered[at] ^= (byte) (1 << random.nextInt(7));
                found(name + " altered at " + at, "fit", all -> all.put(name, altered));
            }
            found(name + " longer", "", all -> all.put(name, longer(all.get(name))));
            found(name + " empty", name.equals(BundleLayout.MANIFEST) ? "" : "fit", all -> all.put(name, new byte[0]));
        }
    }

    private static byte[] longer(byte[] bytes) {
        byte[] longer = java.util.Arrays.copyOf(bytes, bytes.length + 1);
        longer[bytes.length] = 'x';
        return longer;
    }

    @Test
    void entries_that_have_changed_places_are_found() throws IOException {
        List<String> names = new ArrayList<>(ENTRIES.keySet());
        names.remove(BundleLayout.MANIFEST);
        for (int i = 0; i < names.size(); i++) {
            for (int j = i + 1; j < names.size(); j++) {
                String a = names.get(i);
                String b = names.get(j);
                found(a + " and " + b + " swapped", "fit", all -> {
                    byte[] bytes = all.get(a);
                    all.put(a, all.get(b));
                    all.put(b, bytes);
                });
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evidence/e3-confession.txt",
                "evidence/e1-other.jpg",
                "evidence/e1-seal_no_1.jpg.exe",
                "evidence/E1-seal_no_1.jpg",
                "evidence/../evidence/e1-seal_no_1.jpg",
                "../x",
                "/etc/passwd",
                "..\\x",
                "C:\\x",
                "C:x",
                "evidence\\e1-seal_no_1.jpg",
                "evidence/e1-seal_no_1.jpg/",
                "evidence/",
                "events/000006.json",
                "events/6.json",
                "events/0000001.json",
                "proofs/000006.json",
                "events/999999999999999999.json",
                "x\u0000y",
                "\u202Egpj.exe",
                "a\u001B[2Jb",
                "readme.txt",
                "checkpoint.pub2",
                " "
            })
    void an_entry_that_is_added_is_found_and_named(String name) throws IOException {
        found(name, "fit", all -> all.put(name, "it was me".getBytes(UTF_8)));
        found(name, "", all -> all.put(name, "it was me".getBytes(UTF_8)));
        assertThat(said()).doesNotContain("\u001B", "\u202E", "\u0000");
    }

    @Test
    void a_long_name_is_named_in_short() throws IOException {
        found("long", "fit", all -> all.put("x".repeat(60_000), new byte[1]));
        assertThat(said()).hasSizeLessThan(2000);
    }

    @Test
    void an_entry_under_another_name_is_found() throws IOException {
        for (String name : ENTRIES.keySet()) {
            found(name + " renamed", "fit", all -> all.put("_" + name, all.remove(name)));
        }
    }

    @Test
    void an_entry_that_is_there_twice_is_found() throws IOException {
        for (String name : ENTRIES.keySet()) {
            // The same length, so that the second name can be changed to the first in the finished file.
            String twin = "~".repeat(name.length());
            var all = new LinkedHashMap<>(ENTRIES);
            all.put(twin, "another".getBytes(UTF_8));
            byte[] zip = Files.readAllBytes(GenuineBundle.zip(folder, all));
            byte[] doubled = replaced(zip, twin.getBytes(UTF_8), name.getBytes(UTF_8));
            assertThat(verify(Files.write(folder.resolve("doubled.zip"), doubled)))
                    .as(name)
                    .isEqualTo(1);
            assertThat(said()).contains(name + " is in it more than once");
        }
    }

    @Test
    void events_that_are_cut_off_are_missing_unless_all_that_follow_are() throws IOException {
        for (int cut = 1; cut < EVENTS; cut++) {
            int event = cut;
            found("event " + cut, "fit", all -> {
                all.remove(BundleLayout.event(event));
                all.remove(BundleLayout.proof(event));
            });
            assertThat(said()).contains("event " + cut + " is missing");
        }
        // The manifest lists five entries, and four are left.
        found("the last", "fit", all -> {
            all.remove(BundleLayout.event(EVENTS));
            all.remove(BundleLayout.proof(EVENTS));
        });
        assertThat(said()).contains("event 5 is missing");
    }

    @Test
    void the_case_of_somebody_else_under_this_name_is_found() throws IOException {
        assertThat(verify(GenuineBundle.fitted(ENTRIES, "OTHER", EVENTS))).isEqualTo(1);
        assertThat(said()).contains("event 1: its proof is of event 0 of GENUINE-1");
    }

    @Test
    void events_of_two_logs_that_one_key_has_signed_are_found() throws IOException {
        var other = new GenuineBundle(CASE, GENUINE.key);
        for (int i = 0; i < EVENTS; i++) {
            other.note("another history " + i);
        }
        for (int event = 1; event <= EVENTS; event++) {
            var all = new LinkedHashMap<>(ENTRIES);
            all.put(BundleLayout.event(event), other.entries().get(BundleLayout.event(event)));
            all.put(BundleLayout.proof(event), other.entries().get(BundleLayout.proof(event)));
            assertThat(verify(GenuineBundle.fitted(all, CASE, EVENTS))).isEqualTo(1);
            assertThat(said()).contains("its proof is of another log");
        }
    }

    @Test
    void a_bundle_that_is_cut_off_or_has_something_behind_it_is_no_bundle() throws IOException {
        byte[] whole = Files.readAllBytes(GenuineBundle.zip(folder, ENTRIES));
        for (int length : new int[] {4, 30, whole.length / 2, whole.length - 22, whole.length - 1, whole.length + 1}) {
            Path cut = Files.write(folder.resolve("cut.zip"), java.util.Arrays.copyOf(whole, length));
            assertThat(verify(cut)).as("%s bytes", length).isEqualTo(2);
            assertThat(said().lines()).singleElement().asString().contains("is not a bundle: ");
        }
    }

    @Test
    void a_bit_of_the_file_that_is_turned_is_found_or_changes_nothing_that_anybody_reads() throws IOException {
        byte[] whole = Files.readAllBytes(GenuineBundle.zip(folder, ENTRIES));
        var random = new Random(24);
        for (int i = 0; i < 150; i++) {
            byte[] turned = whole.clone();
            int at = random.nextInt(whole.length);
            turned[at] ^= (byte) (1 << random.nextInt(8));
            Path file = Files.write(folder.resolve("turned.zip"), turned);
            if (verify(file) == 0) {
                try (var zip = new java.util.zip.ZipFile(file.toFile())) {
                    var read = new LinkedHashMap<String, String>();
                    zip.stream().forEach(entry -> {
                        try {
                            read.put(
                                    entry.getName(),
                                    GenuineBundle.sha256(
                                            zip.getInputStream(entry).readAllBytes()));
                        } catch (IOException e) {
                            throw new java.io.UncheckedIOException(e);
                        }
                    });
                    var right = new LinkedHashMap<String, String>();
                    ENTRIES.forEach((name, bytes) -> right.put(name, GenuineBundle.sha256(bytes)));
                    assertThat(read).as("byte %s", at).isEqualTo(right);
                }
            }
        }
        said();
    }

    /** With a matching manifest, unless told otherwise; exit code 1, or 2 where the manifest itself is missing. */
    private void found(String what, String fit, Consumer<Map<String, byte[]>> change) throws IOException {
        said();
        var all = new LinkedHashMap<>(ENTRIES);
        change.accept(all);
        boolean manifest = java.util.Arrays.equals(all.get(BundleLayout.MANIFEST), ENTRIES.get(BundleLayout.MANIFEST));
        int code = verify(fit.isEmpty() || !manifest ? all : GenuineBundle.fitted(all, CASE, EVENTS));
        if (manifest) {
            assertThat(code).as(what).isEqualTo(1);
        } else {
            assertThat(code).as(what).isPositive();
        }
    }

    private int verify(Map<String, byte[]> entries) throws IOException {
        return verify(GenuineBundle.zip(folder, entries));
    }

    private int verify(Path bundle) throws IOException {
        return Holdfast.execute(
                "verify", bundle.toString(), "--key", GENUINE.keyIn(folder).toString());
    }

    private static byte[] replaced(byte[] in, byte[] from, byte[] to) {
        String text = new String(in, java.nio.charset.StandardCharsets.ISO_8859_1);
        return text.replace(
                        new String(from, java.nio.charset.StandardCharsets.ISO_8859_1),
                        new String(to, java.nio.charset.StandardCharsets.ISO_8859_1))
                .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
    }

    private String said() {
        String text = said.toString(UTF_8);
        said.reset();
        return text;
    }
}
