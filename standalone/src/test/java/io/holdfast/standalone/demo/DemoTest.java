package io.holdfast.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.holdfast.standalone.Api;
import io.holdfast.standalone.server.HoldfastServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The demo as a user starts it: one process on a file, used over HTTP. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DemoTest {
    private static final Pattern CURL = Pattern.compile(
            "curl -u (\\w+):\\w+ (?:-H 'Accept: ([^']+)' )?'?http://localhost:\\d+/api/v1(/[^'\\s]+)'?");
    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir
    static Path data;

    private static HoldfastServer server;
    private static String welcome;
    private static Api api;

    @BeforeAll
    static void play() {
        server = HoldfastServer.start(0, data, true);
        welcome = Demo.on(server.url()).play();
        api = new Api(server.url(), "supervisor");
        await().atMost(SOON).untilAsserted(() -> assertThat(lagging()).isEmpty());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static List<String> lagging() {
        return stream(api.as("admin").get("/admin/projections").path("projections"))
                .filter(projection -> projection.path("lag").asLong(1) != 0)
                .map(projection -> projection.path("name").asString())
                .toList();
    }

    @Test
    void the_walked_cases_stand_in_all_five_statuses() {
        var statuses = new TreeSet<String>();
        for (int i = 1; i <= 13; i++) {
            statuses.add(
                    api.get("/shipments/HF26-0" + (1000 + i)).path("status").asString());
        }

        assertThat(statuses).containsExactly("HELD", "INSPECTED", "RELEASED", "SEIZED", "TARGETED");
    }

    @Test
    void a_seizure_was_requested_by_one_person_and_approved_by_another() {
        var actors = new TreeMap<String, String>();
        stream(api.get("/shipments/HF26-01001/audit?limit=500").path("items"))
                .forEach(entry -> actors.put(
                        entry.path("action").asString(), entry.path("actor").asString()));

        assertThat(actors)
                .containsEntry("shipment.seizure-requested", "inspector")
                .containsEntry("shipment.seized", "supervisor");
    }

    @Test
    void each_line_that_the_demo_prints_works() {
        List<MatchResult> lines = CURL.matcher(welcome).results().toList();

        assertThat(lines).hasSize(5).allSatisfy(line -> {
            String accept = line.group(2) == null ? "application/json" : line.group(2);
            var answer = api.as(line.group(1)).answer(line.group(3), accept);
            assertThat(answer.statusCode()).as(line.group()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith(accept);
            assertThat(answer.body()).hasSizeGreaterThan(20);
        });
    }

    @Test
    void playing_it_again_on_the_same_data_changes_nothing() {
        Map<String, Long> before = versions();

        Demo.on(server.url()).play();

        assertThat(versions()).isEqualTo(before);
    }

    @Test
    void a_rebuild_of_each_projection_gives_the_same_answers() {
        Map<String, String> before = answers();

        for (JsonNode projection : api.as("admin").get("/admin/projections").path("projections")) {
            String name = projection.path("name").asString();
            long generation = projection.path("generation").asLong();
            api.as("admin").post("/admin/projections/" + name + "/rebuild", "");
            await().atMost(SOON)
                    .until(() -> api.as("admin")
                                    .get("/admin/projections/" + name)
                                    .path("generation")
                                    .asLong()
                            > generation);
        }

        await().atMost(SOON).untilAsserted(() -> assertThat(lagging()).isEmpty());
        assertThat(answers()).isEqualTo(before);
    }

    private static Map<String, Long> versions() {
        var versions = new TreeMap<String, Long>();
        for (int i = 1; i <= 13; i++) {
            String id = "HF26-0" + (1000 + i);
            versions.put(id, api.get("/shipments/" + id).path("version").asLong());
        }
        return versions;
    }

    /** At least one response of each projection. */
    private static Map<String, String> answers() {
        var answers = new TreeMap<String, String>();
        for (String path : List.of(
                "/shipments/HF26-01001",
                "/shipments/HF26-01005",
                "/shipments/HF26-01010",
                "/queues",
                "/queues/open?limit=200",
                "/audit?limit=500",
                "/feedback/rules",
                "/feedback/rules/co-occurrence",
                "/feedback/outcomes?limit=1000",
                "/feedback/totals",
                "/reports/daily?from=2026-01-01&to=2026-12-31",
                "/reports/seizures")) {
            answers.put(path, api.answer(path, "application/json").body());
        }
        return answers;
    }

    private static java.util.stream.Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
