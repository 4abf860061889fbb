package io.holdfast.benchmarks.screening;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code holdfast bench screening}: compares screening on one core with bare CEL. */
@Command(
        name = "screening",
        mixinStandardHelpOptions = true,
        description = "Declarations per second that 100 rules and 5 risk profiles screen on one core, beside a bare"
                + " evaluation of the same 100 conditions. About a minute.")
public final class ScreeningCommand implements Callable<Integer> {
    @Option(names = "--quick", description = "In ten seconds: fewer rounds.")
    private boolean quick;

    @Override
    public Integer call() {
        ScreeningBenchmark.Result result = new ScreeningBenchmark(quick ? 3 : 12).run();
        System.out.print(result.markdown());
        System.out.println(result.lastLine());
        return 0;
    }
}
