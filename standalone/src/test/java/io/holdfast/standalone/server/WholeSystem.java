package io.holdfast.standalone.server;

import io.holdfast.embeddedmongo.EmbeddedMongo;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** Both sides in one context with the demo users, on an in-memory database, with every endpoint of either side. */
final class WholeSystem implements AutoCloseable {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final EmbeddedMongo mongo = EmbeddedMongo.inMemory();
    private final ConfigurableApplicationContext context;
    private boolean lost;

    /** @param uriOptions of the connection to the database, such as {@code ?serverSelectionTimeoutMS=500} */
    WholeSystem(String uriOptions, String... arguments) {
        String uri = mongo.connectionString().replaceFirst("(:[0-9]+).*", "$1/holdfast" + uriOptions);
        var all = Stream.concat(Stream.of("--server.port=0", "--spring.mongodb.uri=" + uri), Stream.of(arguments));
        context = new SpringApplicationBuilder(StandaloneApplication.class)
                .profiles("demo")
                .run(all.toArray(String[]::new));
    }

    /** The method and path pattern of an endpoint. */
    record Endpoint(String method, String pattern) implements Comparable<Endpoint> {
        static Endpoint parse(String text) {
            String[] parts = text.strip().split(" +");
            return new Endpoint(parts[0], parts[1]);
        }

        /** The path with a value in each variable that does not exist. */
        String path() {
            return pattern.replaceAll("\\{version}", "99999")
                    .replaceAll("\\{[^}]+}", "NO-SUCH")
                    .replace("**", "NO-SUCH");
        }

        @Override
        public int compareTo(Endpoint other) {
            return toString().compareTo(other.toString());
        }

        @Override
        public String toString() {
            return method + " " + pattern;
        }
    }

    /**
     * The endpoints of all handler mappings: ours, the actuator's, the API descriptions. One without a method is
     * requested by GET.
     */
    Set<Endpoint> endpoints() {
        return context.getBeansOfType(RequestMappingInfoHandlerMapping.class).values().stream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .flatMap(WholeSystem::endpoints)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<Endpoint> endpoints(RequestMappingInfo mapped) {
        Collection<RequestMethod> methods = mapped.getMethodsCondition().getMethods();
        return (methods.isEmpty() ? List.of(RequestMethod.GET) : methods)
                .stream()
                        .flatMap(method ->
                                mapped.getPatternValues().stream().map(path -> new Endpoint(method.name(), path)));
    }

    /** The response to a demo user, or to an anonymous caller. The body is left for the test to read. */
    HttpResponse<InputStream> ask(@Nullable String user, String method, String path, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(url() + path))
                .timeout(Duration.ofMinutes(1))
                .header("Content-Type", "application/json");
        if (user != null) {
            byte[] both = (user + ":" + user).getBytes(StandardCharsets.UTF_8);
            request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(both));
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        boolean bodiless = method.equals("GET") || method.equals("HEAD");
        try {
            return HTTP.send(
                    request.method(method, bodiless ? BodyPublishers.noBody() : BodyPublishers.ofString("{}"))
                            .build(),
                    BodyHandlers.ofInputStream());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    String url() {
        var server = ((WebServerApplicationContext) context).getWebServer();
        return "http://localhost:" + server.getPort();
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** Makes the database unavailable from now on. */
    void loseDatabase() {
        lost = true;
        mongo.close();
    }

    @Override
    public void close() {
        context.close();
        if (!lost) {
            mongo.close();
        }
    }
}
