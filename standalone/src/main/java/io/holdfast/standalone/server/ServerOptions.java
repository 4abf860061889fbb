package io.holdfast.standalone.server;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that {@code run} and {@code demo} share. */
public final class ServerOptions {
    @Option(names = "--port", description = "The port to listen on (8080).")
    private @Nullable Integer port;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description =
                    "The folder of the embedded database (./data). Without meaning when MONGODB_URI names a server.")
    private @Nullable Path data;

    /** The port to listen on; 0 takes any free one. */
    public int port() {
        return port == null ? 8080 : port;
    }

    /** The folder of the embedded database, or the given one when none was named. */
    public Path dataOr(Path otherwise) {
        return data == null ? otherwise : data;
    }
}
