package io.holdfast.standalone.server;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code holdfast run}: starts the system without demo users and data. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description =
                "Runs both sides in one process. Needs the issuer and the audience of tokens (HOLDFAST_JWT_ISSUER, HOLDFAST_JWT_AUDIENCE); MONGODB_URI replaces the"
                        + " embedded database by a real one.")
public final class RunCommand implements Callable<Integer> {
    @Mixin
    private ServerOptions options = new ServerOptions();

    @Override
    public Integer call() throws InterruptedException {
        HoldfastServer server = HoldfastServer.start(options.port(), options.dataOr(Path.of("data")), false);
        server.closeOnShutdown();
        Thread.currentThread().join();
        return 0;
    }
}
