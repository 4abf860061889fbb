package io.holdfast.benchmarks.peer;

import io.holdfast.embeddedmongo.EmbeddedMongo;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/**
 * The embedded server in a process of its own, with the same heap size that the product has for everything. It prints
 * its address, answers each line on its standard input with its live heap in bytes, and ends when its input ends.
 */
public final class EmbeddedProcess implements AutoCloseable {
    private static final int SECONDS_TO_END = 30;

    private final Path folder;
    private final Process process;
    private final BufferedReader answers;
    private final PrintWriter questions;
    private final String uri;

    private EmbeddedProcess(Path folder, Process process) {
        this.folder = folder;
        this.process = process;
        this.answers = process.inputReader(StandardCharsets.UTF_8);
        this.questions = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
        this.uri = answer();
    }

    /** Starts a server on a file in the folder. */
    public static EmbeddedProcess start(Path folder) {
        try {
            return new EmbeddedProcess(
                    folder,
                    new ProcessBuilder(
                                    Path.of(System.getProperty("java.home"), "bin", "java")
                                            .toString(),
                                    "-Xmx512m",
                                    "-XX:+UseSerialGC",
                                    "-XX:+ExitOnOutOfMemoryError",
                                    "--enable-native-access=ALL-UNNAMED",
                                    "--sun-misc-unsafe-memory-access=allow",
                                    "-cp",
                                    System.getProperty("java.class.path"),
                                    EmbeddedProcess.class.getName(),
                                    folder.toString())
                            .redirectError(ProcessBuilder.Redirect.INHERIT)
                            .start());
        } catch (IOException e) {
            throw new UncheckedIOException("The embedded server could not be started", e);
        }
    }

    /** The server itself. */
    public static void main(String[] folder) throws IOException {
        try (EmbeddedMongo server = EmbeddedMongo.onFile(Path.of(folder[0]));
                var questions = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            System.out.println(server.connectionString());
            while (questions.readLine() != null) {
                System.gc();
                System.out.println(
                        ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
            }
        }
    }

    /** The connection string. */
    public String uri() {
        return uri;
    }

    /** Its live heap in bytes, after a garbage collection. */
    public long heap() {
        questions.println("heap");
        return Long.parseLong(answer());
    }

    /** Its CPU time in nanoseconds. */
    OptionalLong processorTime() {
        return process.toHandle()
                .info()
                .totalCpuDuration()
                .map(time -> OptionalLong.of(time.toNanos()))
                .orElse(OptionalLong.empty());
    }

    private String answer() {
        try {
            String line = answers.readLine();
            if (line == null) {
                throw new IllegalStateException("The embedded server has ended; its standard error says why");
            }
            return line;
        } catch (IOException e) {
            throw new UncheckedIOException("The embedded server does not answer", e);
        }
    }

    /** The size of all its files. */
    public long bytesOnDisk() {
        try (var files = Files.list(folder)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        questions.close();
        try {
            if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
