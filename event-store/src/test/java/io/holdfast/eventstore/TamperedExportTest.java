package io.holdfast.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.eventstore.integrity.BadInputException;
import io.holdfast.eventstore.integrity.ExportFile;
import io.holdfast.eventstore.integrity.Fault;
import io.holdfast.eventstore.integrity.Verdict;
import io.holdfast.eventstore.integrity.Verification;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Forgeries with a text editor: line 0 is the header, lines 1 to 10 are blocks 0 to 9, lines 11 and 12 the checkpoints.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TamperedExportTest {

    @TempDir
    private static Path folder;

    private SignedLog log;
    private List<String> original;
    private List<String> lines;

    @BeforeAll
    void export() throws Exception {
        log = SignedLog.ofTenBlocks();
        Path file = folder.resolve("original.ndjson");
        try (var source = log.archive().now()) {
            ExportFile.write(source, file, _ -> {});
        }
        original = Files.readAllLines(file);
    }

    @BeforeEach
    void copy() {
        lines = new ArrayList<>(original);
    }

    @AfterAll
    void close() {
        log.close();
    }

    @Test
    void an_untouched_export_is_intact() throws Exception {
        assertThat(original).hasSize(13);
        assertThat(verified().toString())
                .startsWith("intact: 10 blocks, 30 events")
                .contains("checkpoint 1 (block 7");
    }

    @Test
    void a_changed_line_is_found() throws Exception {
        lines.set(6, lines.get(6).replace("payload of shared", "payload or shared"));
        assertBroken(5, Fault.CHANGED);
    }

    @Test
    void a_removed_line_is_found() throws Exception {
        lines.remove(6);
        assertBroken(5, Fault.REMOVED);
    }

    @Test
    void lines_that_changed_places_are_found() throws Exception {
        Collections.swap(lines, 4, 8);
        assertBroken(3, Fault.OUT_OF_ORDER);
    }

    @Test
    void a_repeated_line_is_found() throws Exception {
        lines.add(7, lines.get(6));
        assertBroken(5, Fault.INSERTED);
    }

    @Test
    void a_cut_export_is_found_with_and_without_its_checkpoints() throws Exception {
        lines.subList(7, 11).clear();
        assertBroken(6, Fault.CUT_OFF);
        lines.subList(7, 9).clear();
        assertBroken(6, Fault.CUT_OFF);
    }

    @Test
    void an_export_without_the_checkpoints_that_it_announces_is_bad_input() throws Exception {
        lines.removeLast();
        assertThatThrownBy(this::verified)
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("1 of 2 checkpoints");
    }

    @Test
    void what_is_no_line_of_an_export_is_bad_input_and_its_line_is_named() {
        for (String bad : List.of(
                "{",
                "[]",
                "{\"block\":{}}",
                "{\"block\":null}",
                "{\"other\":{}}",
                lines.get(6).substring(0, 200),
                lines.get(6) + "x",
                lines.get(6).replace("\"format\":2", "\"format\":2,\"more\":1"),
                lines.get(6).replace("\"number\":5,", ""),
                lines.get(6).replaceFirst("\"hash\":\"..", "\"hash\":\""),
                lines.get(6).replaceFirst("\"uuid\":\"[^\"]*\"", "\"uuid\":null"))) {
            lines.set(6, bad);
            assertThatThrownBy(this::verified)
                    .as(bad)
                    .isInstanceOf(BadInputException.class)
                    .hasMessageContaining("line 7 of ");
        }
    }

    @Test
    void what_is_no_export_at_all_is_bad_input() throws Exception {
        for (String bad : List.of(
                "",
                "\n",
                "hello",
                "{\"export\":{\"version\":9,\"log\":\"x\",\"blocks\":0,"
                        + "\"checkpoints\":0,\"at\":\"2026-11-24T12:00:00Z\"}}")) {
            Path file = Files.writeString(folder.resolve("bad"), bad);
            assertThatThrownBy(() -> ExportFile.open(file)).as(bad).isInstanceOf(BadInputException.class);
        }
        assertThatThrownBy(() -> ExportFile.open(folder.resolve("absent"))).isInstanceOf(BadInputException.class);
        assertThatThrownBy(() -> ExportFile.open(folder)).isInstanceOf(BadInputException.class);
    }

    @Test
    void a_half_surrogate_does_not_pass_for_a_question_mark() throws Exception {
        lines.set(6, lines.get(6).replaceFirst("\"own-5\"", "\"own-?\""));
        assertBroken(5, Fault.CHANGED);
        lines.set(6, lines.get(6).replaceFirst("\"own-\\?\"", "\"own-\\\\ud800\""));
        assertThat(lines.get(6)).contains("\\ud800");
        assertBroken(5, Fault.CHANGED);
    }

    private void assertBroken(long block, Fault fault) throws Exception {
        assertThat(verified()).isInstanceOfSatisfying(Verdict.Broken.class, broken -> {
            assertThat(broken.block()).as(broken.toString()).isEqualTo(block);
            assertThat(broken.fault()).as(broken.toString()).isEqualTo(fault);
        });
    }

    private Verdict verified() throws Exception {
        Path file = Files.write(folder.resolve("tampered.ndjson"), lines);
        try (var source = ExportFile.open(file)) {
            return new Verification(List.of(log.key.verifying()), null, 100).of(source, _ -> {});
        }
    }
}
