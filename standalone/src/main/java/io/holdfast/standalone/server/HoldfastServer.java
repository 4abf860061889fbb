package io.holdfast.standalone.server;

import io.holdfast.embeddedmongo.EmbeddedMongo;
import io.holdfast.runtime.ops.UnsafeStartException;
import io.holdfast.standalone.cli.CommandLineException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/**
 * The server process: the embedded database (unless MONGODB_URI names a server) with both sides on top of it. Closing
 * it finishes the requests in progress, then closes the database.
 */
public final class HoldfastServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HoldfastServer.class);
    private static final String MONGODB_URI = "MONGODB_URI";
    private static final String DEMO = "demo";

    /** A failed start is reported by a {@link CommandLineException} only, without the framework's own report. */
    private static final String ONE_LINE_IS_ENOUGH = "--logging.level.org.springframework.boot.diagnostics=off";

    private final ConfigurableApplicationContext context;
    private final @Nullable EmbeddedMongo embedded;

    private HoldfastServer(ConfigurableApplicationContext context, @Nullable EmbeddedMongo embedded) {
        this.context = context;
        this.embedded = embedded;
    }

    /**
     * Starts the server and returns once it answers requests.
     *
     * @param port to listen on; 0 takes any free one
     * @param data the folder of the embedded database
     * @param demo whether to enable the demo users; the server is then reachable from this machine only
     * @throws CommandLineException when the port or the data folder is in use, or the configuration is unsafe: no
     *     issuer or audience of tokens, or a demo that other machines could reach
     */
    public static HoldfastServer start(int port, Path data, boolean demo) {
        String uri = System.getenv(MONGODB_URI);
        EmbeddedMongo embedded = uri == null || uri.isBlank() ? open(data) : null;
        try {
            var server = new HoldfastServer(startContext(port, data, demo, embedded), embedded);
            LOG.info(
                    "ready in {} s on {} (database: {})",
                    String.format(
                            Locale.ROOT,
                            "%.1f",
                            ManagementFactory.getRuntimeMXBean().getUptime() / 1000.0),
                    server.url(),
                    embedded == null
                            ? MONGODB_URI
                            : "embedded in " + data + ", mongodb://127.0.0.1:" + embedded.port());
            return server;
        } catch (RuntimeException failed) {
            if (embedded != null) {
                embedded.close();
            }
            throw asRefusal(failed, port);
        }
    }

    /** The address of the server. */
    public String url() {
        return ((WebServerApplicationContext) context).getWebServer() instanceof TomcatWebServer server
                ? server.getTomcat().getConnector().getScheme() + "://localhost:" + server.getPort()
                : "nowhere";
    }

    /** Shuts down cleanly when the process is asked to end, and delays its end until then. */
    public void closeOnShutdown() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "shutdown"));
    }

    @Override
    public void close() {
        context.close();
        if (embedded != null) {
            embedded.close();
        }
        LOG.info("stopped");
    }

    private static EmbeddedMongo open(Path data) {
        try {
            return EmbeddedMongo.onFile(data);
        } catch (RuntimeException unusable) {
            throw new CommandLineException(String.valueOf(unusable.getMessage()));
        }
    }

    private static ConfigurableApplicationContext startContext(
            int port, Path data, boolean demo, @Nullable EmbeddedMongo embedded) {
        var arguments = new ArrayList<>(List.of("--server.port=" + port, ONE_LINE_IS_ENOUGH));
        if (embedded != null) {
            arguments.add("--spring.mongodb.uri=" + embedded.connectionString());
            arguments.add("--holdfast.intake.spool-folder=" + data.resolve("spools"));
        }
        if (demo) {
            arguments.add("--server.address=127.0.0.1");
            arguments.addAll(checkpointsIn(data));
        }
        return new SpringApplicationBuilder(StandaloneApplication.class)
                .web(WebApplicationType.SERVLET)
                .profiles(demo ? new String[] {DEMO} : new String[0])
                .initializers(context -> requireNoDemoBut(demo, context.getEnvironment()))
                .registerShutdownHook(false)
                .run(arguments.toArray(String[]::new));
    }

    /**
     * Refuses profile demo however it was set: by an environment variable, a system property or a file in the working
     * folder.
     */
    private static void requireNoDemoBut(boolean demo, Environment environment) {
        if (!demo && environment.acceptsProfiles(Profiles.of(DEMO))) {
            throw new UnsafeStartException(
                    "run has no demo users: take profile demo out of the settings, or run the demo");
        }
    }

    /** The demo creates its own key to sign the log's checkpoints; a real installation supplies one. */
    private static List<String> checkpointsIn(Path data) {
        String prefix = "--holdfast.event-store.checkpoint.";
        return List.of(
                prefix + "key-file=" + data.resolve("checkpoint.key"),
                prefix + "create-key=true",
                prefix + "audit-file=" + data.resolve("checkpoints.jsonl"));
    }

    private static RuntimeException asRefusal(RuntimeException failed, int port) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof PortInUseException) {
                return new CommandLineException("port " + port + " is in use; choose another with --port");
            }
            if (cause instanceof UnsafeStartException) {
                return new CommandLineException(String.valueOf(cause.getMessage()));
            }
        }
        return failed;
    }
}
