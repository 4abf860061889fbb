package io.holdfast.standalone;

import io.holdfast.command.CommandSideApplication;
import io.holdfast.embeddedmongo.EmbeddedMongo;
import io.holdfast.projection.QuerySideApplication;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** Several nodes of either side as separate applications on one database. */
final class Cluster implements AutoCloseable {
    private final EmbeddedMongo database = EmbeddedMongo.inMemory();
    private final Issuer issuer;
    private final List<ConfigurableApplicationContext> queries = new ArrayList<>();
    private final List<ConfigurableApplicationContext> commands = new ArrayList<>();

    Cluster(Issuer issuer) {
        this.issuer = issuer;
    }

    /** Adds a query node; nodes are numbered from 0. */
    Cluster withQueries(String... properties) {
        queries.add(start(QuerySideApplication.class, properties));
        return this;
    }

    /** Adds a command node, which queries the query node of the same number for work. */
    Cluster withCommands(String... properties) {
        var all = new ArrayList<>(List.of(properties));
        if (commands.size() < queries.size()) {
            all.add("holdfast.query-side.url=" + query(commands.size()));
        }
        commands.add(start(CommandSideApplication.class, all.toArray(String[]::new)));
        return this;
    }

    private ConfigurableApplicationContext start(Class<?> application, String... properties) {
        var arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--spring.mongodb.uri=" + database.connectionString(),
                "--holdfast.security.jwt-issuer=" + issuer.url(),
                "--holdfast.security.audience=" + Issuer.AUDIENCE));
        for (String property : properties) {
            arguments.add("--" + property);
        }
        return new SpringApplicationBuilder(application)
                .web(WebApplicationType.SERVLET)
                .registerShutdownHook(false)
                .run(arguments.toArray(String[]::new));
    }

    String query(int node) {
        return url(queries.get(node));
    }

    String command(int node) {
        return url(commands.get(node));
    }

    List<ConfigurableApplicationContext> contexts() {
        var all = new ArrayList<>(queries);
        all.addAll(commands);
        return all;
    }

    private static String url(ConfigurableApplicationContext context) {
        var server = ((WebServerApplicationContext) context).getWebServer();
        return "http://localhost:" + (server == null ? 0 : server.getPort());
    }

    /** The query node as seen by a user, who sends commands to a command node. */
    Api asks(int node, String person, String role, String port) {
        return Api.bearer(query(node), issuer.token(person, role, port));
    }

    Api does(int node, String person, String role, String port) {
        return Api.bearer(command(node), issuer.token(person, role, port));
    }

    void stopQueries(int node) {
        queries.get(node).close();
    }

    @Override
    public void close() {
        contexts().forEach(ConfigurableApplicationContext::close);
        database.close();
    }
}
