package io.holdfast.standalone.log;

import com.mongodb.MongoException;
import io.holdfast.eventstore.integrity.BadInputException;
import io.holdfast.eventstore.integrity.ExportFile;
import io.holdfast.eventstore.integrity.UnreadableBlockException;
import io.holdfast.standalone.cli.CommandLineException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code holdfast export}: writes the log, or the proof of one event, to a file that can be verified without a
 * database.
 */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description =
                "Writes the event log with its checkpoints to a file: one JSON line a block, gzipped when the name ends"
                        + " with .gz. With --event, the proof that one event is in the log, for somebody who may see no other.")
public final class ExportCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "Where to; an existing file is replaced.")
    private Path file = Path.of("");

    @Mixin
    private LogOptions log = new LogOptions();

    @Option(names = "--event", paramLabel = "ID", description = "Prove the event with this identifier instead.")
    private @Nullable String event;

    @Override
    public Integer call() {
        try (var opened = log.open()) {
            return event == null ? export(opened) : prove(opened, event);
        } catch (UnreadableBlockException bad) {
            System.err.println(
                    "nothing is exported: block " + bad.number() + ": " + bad.getMessage() + "; verify the log");
            return 1;
        } catch (BadInputException bad) {
            throw new CommandLineException(String.valueOf(bad.getMessage()));
        } catch (MongoException silent) {
            throw new CommandLineException("the database does not answer: " + silent.getMessage());
        } catch (IOException unwritable) {
            throw new CommandLineException("cannot write " + file + ": " + unwritable.getMessage());
        }
    }

    private int export(OpenLog opened) throws IOException {
        try (var source = opened.archive().now();
                var progress = new BlockProgress(
                        System.err, "exported", source.header().blocks())) {
            ExportFile.write(source, file, progress);
            System.out.println("exported " + source.header().blocks() + " blocks and "
                    + source.header().checkpoints() + " checkpoints to " + file);
        }
        return 0;
    }

    private int prove(OpenLog opened, String id) throws IOException {
        opened.archive().prove(id).write(file);
        System.out.println("wrote the proof of event " + id + " to " + file);
        return 0;
    }
}
