package io.holdfast.standalone.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.holdfast.standalone.Api;
import io.holdfast.standalone.Holdfast;
import io.holdfast.standalone.server.HoldfastServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Real declarations over HTTP into one process on a file, if the data is present beside the project. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RealDeclarationsTest {
    private static final Path YEAR = Path.of("..", "..", "shared", "data", "declarations-train.csv");
    private static final int ROWS_OF_THE_YEAR = 37_385;
    private static final int ROWS_OF_JANUARY = 1_500;

    @TempDir
    Path folder;

    @BeforeEach
    void ifThere() {
        assumeTrue(Files.exists(YEAR), YEAR + " is not here, so the import of real declarations is not tested");
    }

    @Test
    void the_first_weeks_of_real_declarations_go_through_and_the_reports_count_them() throws IOException {
        try (Stream<String> lines = Files.lines(YEAR)) {
            Path january = folder.resolve("january.csv");
            Files.write(january, lines.limit(1 + ROWS_OF_JANUARY).toList());
            assertImported(january, ROWS_OF_JANUARY);
        }
    }

    @Tag("thorough")
    @Test
    void a_year_of_real_declarations_goes_through_and_the_reports_count_it() {
        assertImported(YEAR, ROWS_OF_THE_YEAR);
    }

    private void assertImported(Path file, int rows) {
        try (var server = HoldfastServer.start(0, folder.resolve("data"), true)) {
            Path rejects = folder.resolve("rejects.csv");
            int code =
                    Holdfast.execute("import", file.toString(), "--url", server.url(), "--rejects", rejects.toString());
            assertThat(code).isZero();
            assertThat(rejects).doesNotExist();

            var reporter = new Api(server.url(), "reporter");
            await().atMost(Duration.ofMinutes(2)).until(() -> count(reporter, "declared") >= rows);
            assertThat(count(reporter, "declared")).isEqualTo(rows);
            assertThat(count(reporter, "targeted") + count(reporter, "cleared")).isEqualTo(rows);
            JsonNode audit = new Api(server.url(), "auditor").get("/audit?limit=1");
            assertThat(audit.path("items").size()).isEqualTo(1);
        }
    }

    private static long count(Api reporter, String what) {
        return reporter.get("/reports/daily").path("total").path(what).asLong();
    }
}
