package io.holdfast.standalone.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.holdfast.standalone.Api;
import io.holdfast.standalone.Holdfast;
import io.holdfast.standalone.server.HoldfastServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Imports files of declarations over HTTP into one process on a file. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ImportTest {
    /**
     * All its declarations are of one port, which no other file here has, so that the reports can count them
     * separately.
     */
    private static final String PORT = "2811";

    private static final String HEADER =
            "shipmentId,declaredOn,port,transportMode,declarant,hs6,countryOfDeparture,countryOfOrigin";
    private static final String REPORT = "/reports/daily?port=" + PORT;

    @TempDir
    Path folder;

    @TempDir
    static Path data;

    private static HoldfastServer server;

    @BeforeAll
    static void start() {
        server = HoldfastServer.start(0, data, true);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void an_import_that_is_run_again_makes_no_duplicates_and_says_the_same() throws IOException {
        Path file = declarations(1_200);

        Said first = runImport(file);
        Said second = runImport(file);

        assertThat(second.code()).isZero();
        assertThat(withoutSeconds(second)).isEqualTo(withoutSeconds(first));
        JsonNode total = totalOnce(1_200);
        assertThat(total.path("targeted").asLong()).isEqualTo(numberBefore("targeted", first));
        assertThat(total.path("cleared").asLong()).isEqualTo(numberBefore("released", first));
        assertThat(runImport(file).lastLine()).startsWith("imported 1200 declarations");
        totalOnce(1_200);
    }

    @Test
    void bad_rows_go_to_the_reject_file_with_line_field_and_reason_and_the_others_go_in() throws IOException {
        Path file = folder.resolve("mixed.csv");
        Files.writeString(file, HEADER + "\n" + """
                GOOD-1,2026-03-01,2704,AIR,B1,070200,CN,CN
                BAD-2,2026-03-01,2704,AIR,B1,07020,CN,CN
                BAD-3,yesterday,2704,AIR,B1,070200,CN,CN
                GOOD-4,2026-03-01,2704,AIR,B1,070200,CN,CN
                BAD-5,2026-03-01
                GOOD-1,2026-03-02,2704,AIR,B1,070200,CN,CN
                """);
        Path rejects = folder.resolve("rejects.csv");

        Said said = runImport(file, "--rejects", rejects.toString());

        assertThat(said.code()).isZero();
        assertThat(said.lastLine())
                .matches("imported 2 declarations: \\d targeted, \\d released, 4 rejected \\(.+ s\\)");
        List<String> lines = Files.readAllLines(rejects);
        assertThat(lines).hasSize(5);
        assertThat(lines.get(0)).startsWith("line,field,reason,shipmentId");
        assertThat(lines.get(1)).startsWith("3,hs6,").contains("six digits");
        assertThat(lines.get(2)).startsWith("4,declaredOn,");
        assertThat(lines.get(3)).startsWith("6,,").contains("2 fields instead of 8");
        assertThat(lines.get(4)).startsWith("7,").contains("GOOD-1");
    }

    @Test
    void every_row_of_a_file_is_new_repeated_or_rejected_however_it_is_written() throws IOException {
        assertAccount(HEADER + ",description\n" + """
                UQ-1,2026-11-20,4701,AIR,B1,070200,CN,CN,ok before
                UQ-2,2026-11-20,4701,AIR,B1,070200,CN,CN,"drum of 5
                UQ-3,2026-11-20,4701,AIR,B1,070200,CN,CN,swallowed one
                UQ-4,2026-11-20,4701,AIR,B1,070200,CN,CN,swallowed two
                """, "4 rows: 3 new, 0 repeated, 1 rejected", "3,,");
        assertAccount(HEADER + "\n" + """
                UM-1,2026-11-20,4701,AIR,B1,070200,CN,CN
                UM-2,2026-11-20,"4701,AIR,B1,070200,CN,CN
                UM-3,2026-11-20,4701,AIR,B1,070200,CN,CN
                """, "3 rows: 2 new, 0 repeated, 1 rejected", "3,,");
        assertAccount(HEADER + ",description\n" + """
                TQ-1,2026-11-20,4701,AIR,B1,070200,CN,CN,ok
                TQ-2,2026-11-20,4701,AIR,B1,070200,CN,CN,"5" pipe fitting
                TQ-3,2026-11-20,4701,AIR,B1,070200,CN,CN,"12"" quoted right"
                TQ-1,2026-11-20,4701,AIR,B1,070200,CN,CN,ok""", "4 rows: 2 new, 1 repeated, 1 rejected", "3,,has text");
        assertAccount(
                HEADER + ",netMass.amount,netMass.unit\rCR-1,2026-11-20,4701,AIR,B1,070200,CN,CN,12,KG\r\r"
                        + "CR-2,2026-11-20,4701,AIR,B1,070200,CN,CN,\"12,5\",KG\r"
                        + "CR-3,2026-11-20,4701,AIR,B1,070200,CN,CN,,KG\r"
                        + "CR\u00004,2026-11-20,4701,AIR,B1,070200,CN,CN,,\r",
                "4 rows: 1 new, 0 repeated, 3 rejected",
                "4,netMass.amount,\"must be a number with a decimal point, not a comma\"");
        assertAccount(HEADER + "\n", "0 rows: 0 new, 0 repeated, 0 rejected", "");
    }

    @Test
    void rejected_rows_are_imported_from_their_file_once_they_are_right() throws IOException {
        Path file = Files.writeString(folder.resolve("bad.csv"), HEADER + ",description\n" + """
                RE-1,2026-11-20,4701,AIR,B1,070200,CN,CN,"5" pipe
                RE-2,2026-11-20,4701,AIR,B1,07,CN,CN,=1+1;=2
                """);
        Path rejects = folder.resolve("bad.rejects.csv");
        runImport(file, "--rejects", rejects.toString());
        String written = Files.readString(rejects);
        assertThat(written).contains("'=1+1;'=2", "\"\"\"5\"\" pipe\"");

        Files.writeString(rejects, written.replace(",07,", ",070200,"));
        Said said = runImport(rejects, "--rejects", folder.resolve("still.csv").toString());

        assertThat(said.out()).contains("2 rows: 2 new, 0 repeated, 0 rejected");
        assertThat(declared("RE-1")).isEqualTo("\"5\" pipe");
        assertThat(declared("RE-2")).isEqualTo("=1+1;=2");
    }

    @Test
    void a_file_out_of_a_spreadsheet_is_recognised_and_a_file_with_a_wrong_column_is_refused() throws IOException {
        Path file = folder.resolve("latin.csv");
        Files.write(
                file,
                (HEADER + ",description,attributes.importType\nLA-1,2026-11-20,4701,AIR,B1,070200,CN,CN,caf\u00e9,15\n")
                        .replace(',', ';')
                        .getBytes(StandardCharsets.ISO_8859_1));
        Said said = runImport(file);
        assertThat(said.out()).contains("read as ISO-8859-1, separated by semicolons", "1 rows: 1 new");
        assertThat(declared("LA-1")).isEqualTo("caf\u00e9");

        Files.write(
                file,
                ("\uFEFF" + HEADER + "\nLA-2,2026-11-20,4701,AIR,B1,070200,CN,CN\n")
                        .replace(',', '\t')
                        .getBytes(StandardCharsets.UTF_16LE));
        assertThat(runImport(file).out()).contains("read as UTF-16LE, separated by tabs", "1 rows: 1 new");

        Files.writeString(file, HEADER + ",netMass.amnt\nLA-3,2026-11-20,4701,AIR,B1,070200,CN,CN,1\n");
        Said misspelt = runImport(file);
        assertThat(misspelt.code()).isEqualTo(2);
        assertThat(misspelt.error()).contains("\"netMass.amnt\", which is no field of a declaration");
    }

    @Test
    void a_user_who_may_not_bring_in_and_a_wrong_password_are_one_line_and_exit_code_2() throws IOException {
        Path file = declarations(3);

        Said inspector = runImport(file, "--user", "inspector:inspector");
        Said unknown = runImport(file, "--user", "analyst:wrong");

        assertThat(inspector.code()).isEqualTo(2);
        assertThat(inspector.error()).contains("this user may not bring in declarations");
        assertThat(unknown.code()).isEqualTo(2);
        assertThat(unknown.error()).contains("does not know this user or password");
    }

    private record Said(int code, String out, String error) {
        String lastLine() {
            return out.lines().reduce("", (_, line) -> line);
        }
    }

    private Said runImport(Path file, String... more) {
        var arguments = new ArrayList<>(List.of("import", file.toString(), "--url", server.url()));
        arguments.addAll(List.of(more));
        var out = new ByteArrayOutputStream();
        var error = new ByteArrayOutputStream();
        PrintStream outBefore = System.out;
        PrintStream errorBefore = System.err;
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(error, true, StandardCharsets.UTF_8));
        try {
            int code = Holdfast.execute(arguments.toArray(String[]::new));
            return new Said(code, out.toString(StandardCharsets.UTF_8), error.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(outBefore);
            System.setErr(errorBefore);
        }
    }

    /** Imports twice: the second time, everything that was new is reported as repeated. */
    private void assertAccount(String csv, String account, String firstReject) throws IOException {
        Path file = Files.writeString(folder.resolve("case.csv"), csv);
        Path rejects = folder.resolve("case.rejects.csv");
        Files.deleteIfExists(rejects);

        Said said = runImport(file, "--rejects", rejects.toString());

        assertThat(said.code()).isZero();
        assertThat(said.out()).contains("read as UTF-8, separated by commas", account);
        assertThat(Files.exists(rejects) ? Files.readAllLines(rejects).get(1) : "")
                .startsWith(firstReject);
        assertThat(runImport(file, "--rejects", rejects.toString()).out()).contains(": 0 new, ");
    }

    private String declared(String shipmentId) {
        await().atMost(Duration.ofMinutes(1))
                .until(() -> api("analyst")
                                .answer("/shipments/" + shipmentId, "application/json")
                                .statusCode()
                        == 200);
        return api("analyst")
                .get("/shipments/" + shipmentId)
                .findPath("description")
                .asString();
    }

    private static String withoutSeconds(Said said) {
        return said.lastLine().replaceAll(" \\(.*", "");
    }

    private static long numberBefore(String word, Said said) {
        return Long.parseLong(said.lastLine().replaceAll(".*?(\\d+) " + word + ".*", "$1"));
    }

    /** The totals of the daily report once it has this many declarations. */
    private JsonNode totalOnce(long declared) {
        await().atMost(Duration.ofMinutes(2))
                .until(() -> api("reporter")
                                .get(REPORT)
                                .path("total")
                                .path("declared")
                                .asLong()
                        >= declared);
        JsonNode total = api("reporter").get(REPORT).path("total");
        assertThat(total.path("declared").asLong()).isEqualTo(declared);
        return total;
    }

    private Api api(String user) {
        return new Api(server.url(), user);
    }

    private Path declarations(int rows) throws IOException {
        var csv = new StringBuilder(HEADER + "\n");
        for (int i = 0; i < rows; i++) {
            csv.append("IMP-%05d,2026-03-01,%s,%s,B%d,%s,CN,%s\n"
                    .formatted(
                            i,
                            PORT,
                            i % 3 == 0 ? "AIR" : "MARITIME",
                            i % 7,
                            i % 50 == 0 ? "293336" : "070200",
                            i % 2 == 0 ? "CN" : "VN"));
        }
        return Files.writeString(folder.resolve("made.csv"), csv);
    }
}
