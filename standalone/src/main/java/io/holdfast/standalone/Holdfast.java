package io.holdfast.standalone;

import io.holdfast.standalone.cli.CommandLineException;
import io.holdfast.standalone.demo.DemoCommand;
import io.holdfast.standalone.intake.ImportCommand;
import io.holdfast.standalone.log.ExportCommand;
import io.holdfast.standalone.log.VerifyCommand;
import io.holdfast.standalone.server.RunCommand;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line. Exit codes: 0 success, 1 failure, 2 invalid request (one line says why). */
@Command(
        name = "holdfast",
        description = "Event-sourced case management for cargo targeting and inspection.",
        mixinStandardHelpOptions = true,
        version = "holdfast 0.1.0",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            RunCommand.class,
            DemoCommand.class,
            ImportCommand.class,
            VerifyCommand.class,
            ExportCommand.class,
            BenchCommand.class
        })
public final class Holdfast {
    /** Runs the command that the arguments name and exits with its exit code. */
    public static void main(String[] arguments) {
        System.exit(execute(arguments));
    }

    /** As {@link #main}, but returns the exit code. */
    public static int execute(String... arguments) {
        return new CommandLine(new Holdfast())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler((refused, given) -> oneLine(refused.getCommandLine(), refused))
                .setExecutionExceptionHandler((failure, line, given) -> failed(line, failure))
                .execute(arguments.length == 0 ? new String[] {"--help"} : arguments);
    }

    private static int failed(CommandLine line, Exception failure) throws Exception {
        if (failure instanceof CommandLineException) {
            return oneLine(line, failure);
        }
        throw failure;
    }

    private static int oneLine(CommandLine line, Exception refused) {
        PrintWriter error = line.getErr();
        error.println("holdfast: " + refused.getMessage() + " (see holdfast " + helpOf(line) + "--help)");
        error.flush();
        return 2;
    }

    private static String helpOf(CommandLine line) {
        return line.getParent() == null ? "" : line.getCommandName() + " ";
    }
}
