package io.holdfast.benchmarks;

import io.holdfast.benchmarks.eventlog.EventLogCommand;
import io.holdfast.benchmarks.queues.QueuesCommand;
import io.holdfast.benchmarks.retune.RetuneCommand;
import io.holdfast.benchmarks.screening.ScreeningCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code holdfast bench}. Exit codes: 0 done, 1 failed, 2 refused because of its arguments. */
@Command(
        name = "holdfast bench",
        description = "Measures this system beside its peers, in one run.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {EventLogCommand.class, QueuesCommand.class, ScreeningCommand.class, RetuneCommand.class})
public final class Bench {
    /** Runs the benchmark that the arguments name and ends the process with its exit code. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Bench()).execute(arguments.length == 0 ? new String[] {"--help"} : arguments));
    }
}
