package io.holdfast.standalone.demo;

import io.holdfast.standalone.server.HoldfastServer;
import io.holdfast.standalone.server.ServerOptions;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * {@code holdfast demo}: starts the system with demo users, sample declarations and a dozen cases across all statuses.
 */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = "Runs both sides in one process with demo users (password = name), a sample of declarations and a"
                + " dozen cases in every status. Serves this machine only. Ctrl-C ends it.")
public final class DemoCommand implements Callable<Integer> {
    @Mixin
    private ServerOptions options = new ServerOptions();

    @Override
    public Integer call() throws InterruptedException {
        HoldfastServer server = HoldfastServer.start(options.port(), options.dataOr(Path.of("data", "demo")), true);
        server.closeOnShutdown();
        System.out.println(Demo.on(server.url()).play());
        Thread.currentThread().join();
        return 0;
    }
}
