package io.holdfast.standalone.intake;

import io.holdfast.standalone.cli.CommandLineException;
import java.io.Console;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code holdfast import}: sends a CSV file of declarations to a running instance. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description =
                "Brings a CSV file of declarations to a running instance. Repeating it, or running it again after a"
                        + " stop, makes no duplicates. Bad rows go to a reject file with their line number and reason.")
public final class ImportCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "The declarations, with a header line.")
    private Path file = Path.of("");

    @Option(names = "--url", defaultValue = "http://localhost:8080", description = "The instance (${DEFAULT-VALUE}).")
    private URI url = URI.create("");

    @Mixin
    private Credentials credentials = new Credentials();

    @Option(
            names = "--encoding",
            description = "How the file is encoded, when it is not recognised rightly: windows-1252, UTF-16LE, …")
    private @Nullable Charset encoding;

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
            throw new CommandLineException("there is no readable file " + file);
        }
        if (batch < 1 || batch > 10_000) {
            throw new CommandLineException("--batch must be between 1 and 10000");
        }
        String authorization = credentials.authorization(System.getenv(), System.err);
        var endpoint = new IntakeEndpoint(url, authorization, Duration.ofSeconds(retrySeconds));
        Path rejectFile = rejects != null ? rejects : Path.of(file.getFileName() + ".rejects.csv");
        if (Files.exists(rejectFile) && Files.isSameFile(rejectFile, file)) {
            throw new CommandLineException(
                    "the rejected rows cannot go to the file that is imported; name another with --rejects");
        }
        Charset charset = encoding != null ? encoding : FileEncoding.of(file);
        var progress = new Progress(System.err, Files.size(file), onTerminal());
        try (var rejected = new RejectFile(rejectFile)) {
            ImportSummary tally =
                    new Import(endpoint, batch, rejected, progress).run(file, charset, mapping, System.out);
            progress.end();
            if (tally.rejected() > 0) {
                System.err.println("rejected rows are in " + rejectFile);
            }
            if (!tally.addsUp()) {
                System.err.println("holdfast: not every row is accounted for (" + tally.account()
                        + "); nothing is stored twice, so run the same command again");
                return 1;
            }
            System.out.println(tally.account());
            System.out.println(tally);
        }
        return 0;
    }

    private static boolean onTerminal() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }
}
