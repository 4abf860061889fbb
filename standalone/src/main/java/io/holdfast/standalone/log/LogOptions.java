package io.holdfast.standalone.log;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of {@code verify} and {@code export} that name the log. */
final class LogOptions {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The folder of an embedded database that no process has open (./data).")
    private @Nullable Path data;

    @Option(
            names = "--uri",
            paramLabel = "MONGODB_URI",
            description = "The server of the log (MONGODB_URI, if it is set).")
    private @Nullable String uri;

    @Option(
            names = "--database",
            paramLabel = "NAME",
            description = "The database of the log (the URI's, else holdfast).")
    private @Nullable String database;

    @Option(
            names = "--collection",
            paramLabel = "NAME",
            description = "The collection of the blocks (${DEFAULT-VALUE}).")
    private String collection = "events";

    /** Whether the options name a log in a database, as opposed to a file. */
    boolean given() {
        return data != null || uri != null;
    }

    OpenLog open() {
        String server = uri != null ? uri : System.getenv("MONGODB_URI");
        return data == null && server != null && !server.isBlank()
                ? OpenLog.onServer(server, database, collection)
                : OpenLog.inFolder(data == null ? Path.of("data") : data, database, collection);
    }
}
