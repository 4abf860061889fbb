package io.holdfast.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Compares the API description that the instance serves with docs/api.md. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ApiDocumentTest {
    private static final Pattern ROW =
            Pattern.compile("^\\| (GET|POST|PUT|DELETE) \\| `(/[^`]+)` \\|.*", Pattern.MULTILINE);

    @Test
    void the_page_lists_every_operation_and_no_other() throws Exception {
        Set<String> documented = ROW.matcher(Files.readString(Path.of("..", "docs", "api.md")))
                .results()
                .map(row -> row.group(1) + " " + row.group(2))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(operations()).isNotEmpty().isEqualTo(documented);
    }

    @Test
    void the_page_to_try_it_is_served() throws Exception {
        assertThat(fetch("/swagger-ui.html").statusCode()).isIn(200, 302);
        assertThat(fetch("/swagger-ui/index.html").body()).contains("swagger-ui");
    }

    private static Set<String> operations() throws IOException, InterruptedException {
        JsonNode paths =
                JsonMapper.shared().readTree(fetch("/v3/api-docs").body()).path("paths");
        var operations = new TreeSet<String>();
        paths.properties()
                .forEach(path -> path.getValue()
                        .propertyNames()
                        .forEach(method -> operations.add(method.toUpperCase(Locale.ROOT) + " "
                                + path.getKey().replaceFirst("^/api/v1", ""))));
        return operations;
    }

    private static HttpResponse<String> fetch(String path) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(
                    HttpRequest.newBuilder(URI.create(SharedDemo.server().url() + path))
                            .build(),
                    BodyHandlers.ofString());
        }
    }
}
