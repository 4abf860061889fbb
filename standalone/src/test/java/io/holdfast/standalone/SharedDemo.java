package io.holdfast.standalone;

import io.holdfast.standalone.server.HoldfastServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.util.FileSystemUtils;

/** The demo shared by all tests of this JVM that leave other tests' cases alone; started at its first use. */
final class SharedDemo {
    private static final HoldfastServer SERVER = start();

    private SharedDemo() {}

    static HoldfastServer server() {
        return SERVER;
    }

    private static HoldfastServer start() {
        try {
            Path data = Files.createTempDirectory("shared-demo");
            HoldfastServer server = HoldfastServer.start(0, data, true);
            Runtime.getRuntime()
                    .addShutdownHook(new Thread(
                            () -> {
                                server.close();
                                FileSystemUtils.deleteRecursively(data.toFile());
                            },
                            "end of the shared demo"));
            return server;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
