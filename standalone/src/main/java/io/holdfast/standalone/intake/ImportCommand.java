package io.holdfast.standalone.intake;

import io.holdfast.standalone.Refusal;
import java.io.Console;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code holdfast import}: brings a CSV of declarations to a running instance. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description =
                "Brings a CSV file of declarations to a running instance. Repeating it, or running it again after a"
                        + " stop, makes no duplicates. Bad rows go to a reject file with their line number and reason.")
public final class ImportCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "The declarations, UTF-8, with a header line.")
    private Path file = Path.of("");

    @Option(names = "--url", defaultValue = "http://localhost:8080", description = "The instance (${DEFAULT-VALUE}).")
    private URI url = URI.create("");

    @Option(names = "--user", defaultValue = "analyst:analyst", description = "NAME:PASSWORD (the demo's analyst).")
    private String user = "";

    @Option(names = "--token", description = "A JWT to send instead of a user and password.")
    private @Nullable String token;

    @Option(names = "--mapping", description = "A layout for other columns than the shipped ones; see docs/import.md.")
    private @Nullable Path mapping;

    @Option(names = "--rejects", description = "Where bad rows go (FILE's name with .rejects.csv, in this folder).")
    private @Nullable Path rejects;

    @Option(names = "--batch", defaultValue = "1000", description = "Rows in one request (${DEFAULT-VALUE}).")
    private int batch;

    @Option(
            names = "--retry-for",
            defaultValue = "60",
            description = "Seconds to wait for a server that does not answer before giving up (${DEFAULT-VALUE}).")
    private long retrySeconds;

    @Override
    public Integer call() throws Exception {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new Refusal("there is no readable file " + file);
        }
        if (batch < 1 || batch > 10_000) {
            throw new Refusal("--batch must be between 1 and 10000");
        }
        var endpoint = new IntakeEndpoint(url, authorization(), Duration.ofSeconds(retrySeconds));
        Path rejectFile = rejects != null ? rejects : Path.of(file.getFileName() + ".rejects.csv");
        var progress = new Progress(System.err, Files.size(file), onTerminal());
        try (var rejected = new RejectFile(rejectFile)) {
            Tally tally = new Import(endpoint, batch, rejected, progress).run(file, mapping);
            progress.end();
            if (tally.rejected() > 0) {
                System.err.println("rejected rows are in " + rejectFile);
            }
            System.out.println(tally);
        }
        return 0;
    }

    private static boolean onTerminal() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }

    private String authorization() {
        if (token != null) {
            return "Bearer " + token;
        }
        if (user.indexOf(':') < 1) {
            throw new Refusal("--user must be NAME:PASSWORD");
        }
        return IntakeEndpoint.basic(user);
    }
}
