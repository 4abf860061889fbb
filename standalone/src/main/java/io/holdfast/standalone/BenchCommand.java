package io.holdfast.standalone;

import io.holdfast.standalone.cli.CommandLineException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/**
 * {@code holdfast bench}: only listed here. The script in the root of the sources starts the benchmarks module before
 * it gets here, because the competing systems that are measured must not be on the product's class path.
 */
@Command(
        name = "bench",
        description =
                "Measures the event log and the screening beside their peers, work queues, and what retuning achieves"
                        + " (holdfast bench --help); from the sources only.")
final class BenchCommand implements Callable<Integer> {
    @Unmatched
    private List<String> given = new ArrayList<>();

    @Override
    public Integer call() {
        throw new CommandLineException(
                "bench " + String.join(" ", given)
                        + ": measurements are no part of the product, start them with the script holdfast in the root of the sources");
    }
}
