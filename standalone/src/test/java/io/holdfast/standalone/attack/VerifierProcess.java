package io.holdfast.standalone.attack;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** {@code holdfast verify} in a process of its own with the launcher's heap size. */
final class VerifierProcess {
    private static final Duration MOST = Duration.ofSeconds(30);

    private VerifierProcess() {}

    /**
     * The result of the process.
     *
     * @param code exit code; -1 when it had to be killed
     * @param said what it wrote to stdout and stderr
     * @param taken its CPU time, which other processes do not lengthen
     */
    record Ending(int code, String said, Duration taken) {}

    static Ending verify(Path folder, Path file, String... options) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-cp",
                System.getProperty("java.class.path"),
                "io.holdfast.standalone.Holdfast",
                "verify",
                file.toString()));
        command.addAll(List.of(options));
        Path output = folder.resolve("verify.log");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        Duration taken = Duration.ZERO;
        boolean ended = false;
        for (int i = 0; i < 1200 && !ended && taken.compareTo(MOST) < 0; i++) {
            taken = process.info().totalCpuDuration().orElse(taken);
            ended = process.waitFor(50, TimeUnit.MILLISECONDS);
        }
        if (!ended) {
            process.destroyForcibly().waitFor(30, TimeUnit.SECONDS);
        }
        return new Ending(ended ? process.exitValue() : -1, java.nio.file.Files.readString(output), taken);
    }
}
