package io.holdfast.eventstore;

import io.holdfast.embeddedmongo.EmbeddedMongo;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The embedded server in a JVM of its own, so that tests can kill it or give it a nearly full disk. */
final class ServerJvm implements AutoCloseable {

    private static final String READY = "listening ";

    private final Process process;
    private final int port;

    private ServerJvm(Process process) throws IOException {
        this.process = process;
        String line = process.inputReader().readLine();
        while (line != null && !line.startsWith(READY)) {
            line = process.inputReader().readLine();
        }
        if (line == null) {
            throw new IOException("The server did not start");
        }
        this.port = Integer.parseInt(line.substring(READY.length()));
    }

    /** @param port 0 for any free port */
    static ServerJvm start(Path directory, int port) throws IOException {
        return new ServerJvm(
                WriterProcess.java(List.of(), ServerJvm.class, directory.toString(), String.valueOf(port)));
    }

    /** Starts with the operating system's limit on file sizes: every write beyond it fails. */
    static ServerJvm startOnSmallDisk(Path directory, int kilobytes) throws IOException {
        List<String> limited = List.of("bash", "-c", "ulimit -f " + kilobytes + " && exec \"$@\"", "bash");
        return new ServerJvm(WriterProcess.java(limited, ServerJvm.class, directory.toString(), "0"));
    }

    int port() {
        return port;
    }

    String uri() {
        return "mongodb://127.0.0.1:" + port;
    }

    /** Kill -9. */
    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }

    public static void main(String[] arguments) throws IOException {
        try (var server = EmbeddedMongo.openToAll(Path.of(arguments[0]), Integer.parseInt(arguments[1]))) {
            String uri = server.connectionString();
            System.out.println(READY
                    + new com.mongodb.ConnectionString(uri)
                            .getHosts()
                            .getFirst()
                            .split(":")[1]);
            System.out.flush();
            while (System.in.read() >= 0) {
                // run until standard input ends
            }
        }
    }
}
