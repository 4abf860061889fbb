package io.holdfast.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** There is no Docker engine on the build machine, so the test checks the file's structure and mandatory contents. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ComposeFileTest {
    private static final String PINNED = "[a-z/-]+:[0-9a-z.-]+@sha256:[0-9a-f]{64}";

    private final Map<String, Object> file = read();
    private final Map<String, Map<String, Object>> services = nested(file, "services");

    @Test
    void it_has_a_database_and_both_sides_and_each_says_when_it_is_healthy() {
        assertThat(services.keySet()).containsExactlyInAnyOrder("mongodb", "command-side", "query-side");
        assertThat(services.values())
                .allSatisfy(service -> assertThat(nested(service, "healthcheck"))
                        .containsKeys("test", "interval", "timeout", "retries"));
    }

    @Test
    void the_database_is_a_replica_set_of_mongodb_8_on_a_named_volume() {
        Map<String, Object> mongodb = services.get("mongodb");

        assertThat(mongodb.get("image").toString()).startsWith("mongo:8");
        assertThat(mongodb.get("command").toString()).contains("--replSet");
        assertThat(mongodb.get("volumes").toString()).contains("mongodb-data:/data/db");
        assertThat(nested(file, "volumes")).containsKey("mongodb-data");
    }

    @Test
    void the_database_lets_in_nobody_without_a_password_and_no_password_stands_in_an_environment() {
        Map<String, Object> mongodb = services.get("mongodb");

        assertThat(mongodb.get("command").toString()).contains("--keyFile");
        assertThat(nested(mongodb, "environment")).containsKey("MONGO_INITDB_ROOT_PASSWORD_FILE");
        for (String side : List.of("command-side", "query-side")) {
            assertThat(services.get(side).get("secrets")).isEqualTo(List.of("mongodb-password"));
        }
        assertThat(services.values())
                .allSatisfy(service -> assertThat(
                                nested(service, "environment").values().toString())
                        .doesNotContain("HOLDFAST_MONGODB"));
        assertThat(nested(file, "secrets").keySet())
                .containsExactlyInAnyOrder("mongodb-root-password", "mongodb-password", "mongodb-key");
    }

    @Test
    void the_sides_read_the_password_from_a_file_of_the_container(@TempDir Path secrets) throws IOException {
        Files.writeString(secrets.resolve("mongodb-password"), "s3cret");
        String uri = nested(services.get("query-side"), "environment")
                .get("MONGODB_URI")
                .toString()
                .replace("$$", "$"); // as Compose unescapes it

        try (var context = new SpringApplicationBuilder(Object.class)
                .web(WebApplicationType.NONE)
                .run("--spring.config.import=configtree:" + secrets + "/", "--MONGODB_URI=" + uri)) {
            assertThat(context.getEnvironment().getProperty("spring.mongodb.uri"))
                    .startsWith("mongodb://holdfast:s3cret@mongodb:27017/holdfast?authSource=holdfast");
        }
    }

    @Test
    void an_image_that_is_fetched_is_named_by_its_digest() throws IOException {
        var built = services.values().stream().filter(service -> service.containsKey("build"));
        assertThat(built).hasSize(2);
        assertThat(services.get("mongodb").get("image").toString()).matches(PINNED);
        assertThat(Files.readAllLines(Path.of("..", "Dockerfile")).stream()
                        .filter(line -> line.startsWith("FROM "))
                        .map(line -> line.split(" ")[1]))
                .hasSize(2)
                .allMatch(image -> image.matches(PINNED));
    }

    @Test
    void both_sides_wait_for_a_healthy_database_and_write_to_a_majority_with_a_journal() {
        for (String side : List.of("command-side", "query-side")) {
            assertThat(services.get(side).get("depends_on").toString()).contains("condition=service_healthy");
            assertThat(nested(services.get(side), "environment")
                            .get("MONGODB_URI")
                            .toString())
                    .contains("replicaSet=rs0", "w=majority", "journal=true");
            assertThat(nested(services.get(side), "environment")
                            .get("HOLDFAST_JWT_ISSUER")
                            .toString())
                    .startsWith("${HOLDFAST_JWT_ISSUER:?");
            assertThat(nested(services.get(side), "environment")
                            .get("HOLDFAST_JWT_AUDIENCE")
                            .toString())
                    .startsWith("${HOLDFAST_JWT_AUDIENCE:?");
        }
    }

    @Test
    void the_command_side_knows_where_to_ask_for_the_next_case() {
        assertThat(nested(services.get("command-side"), "environment"))
                .containsEntry("HOLDFAST_QUERY_SIDE_URL", "http://query-side:8080");
    }

    @Test
    void ports_of_the_host_are_given_out_once() {
        assertThat(services.values().stream()
                        .map(service -> service.get("ports"))
                        .filter(java.util.Objects::nonNull)
                        .flatMap(ports -> ((List<?>) ports).stream())
                        .map(port -> port.toString().split(":")[0]))
                .hasSize(2)
                .doesNotHaveDuplicates();
    }

    private static Map<String, Object> read() {
        try {
            return new Yaml(new SafeConstructor(new LoaderOptions()))
                    .load(Files.readString(Path.of("..", "docker-compose.yml")));
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    @SuppressWarnings("unchecked")
    private static <T> Map<String, T> nested(Map<String, ?> map, String key) {
        return (Map<String, T>) map.get(key);
    }
}
