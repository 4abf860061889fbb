package io.holdfast.eventstore;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** A separate JVM that appends until its standard input ends or it is killed; its reports go to a ledger. */
final class WriterProcess {

    private static final int THREADS = 6;
    private static final String COMPLETE = " .";

    private final Process process;
    private final CompletableFuture<Void> read;

    private WriterProcess(Process process, Ledger ledger) {
        this.process = process;
        this.read = CompletableFuture.runAsync(
                () -> process.inputReader()
                        .lines()
                        .filter(line -> line.endsWith(COMPLETE))
                        .forEach(ledger::note),
                task -> Thread.ofVirtual().start(task));
    }

    static WriterProcess start(TestServer server, String name, Ledger ledger) throws IOException {
        return new WriterProcess(java(List.of(), WriterProcess.class, server.uri, server.database, name), ledger);
    }

    /** Starts a main class of the tests in a JVM. */
    static Process java(List<String> before, Class<?> main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(before);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "-Daxon.update-check.disabled=true",
                "-Ddisable-axoniq-console-message=true",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** Sends SIGKILL, and reads everything reported until then. */
    void kill() throws Exception {
        // via its handle: killing it via Process would close its streams unread
        process.toHandle().destroyForcibly();
        process.waitFor();
        read.get(30, TimeUnit.SECONDS);
    }

    void stop() throws Exception {
        process.getOutputStream().close();
        read.get(60, TimeUnit.SECONDS);
        if (process.waitFor() != 0) {
            throw new AssertionError("A writer ended with " + process.exitValue());
        }
    }

    public static void main(String[] arguments) throws Exception {
        String name = arguments[2];
        var stopped = new AtomicBoolean();
        try (MongoClient client = MongoClients.create(arguments[0]);
                BlockEventStorageEngine engine = engine(client, arguments[1])) {
            List<Thread> threads = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                var load = new Load(engine, name + "-" + i, (name + i).hashCode(), WriterProcess::tell);
                threads.add(Thread.startVirtualThread(() -> load.run(() -> !stopped.get())));
            }
            while (System.in.read() >= 0) {
                // run until standard input ends
            }
            stopped.set(true);
            for (Thread thread : threads) {
                thread.join();
            }
        }
    }

    private static BlockEventStorageEngine engine(MongoClient client, String database) {
        var builder = BlockEventStorageEngine.builder()
                .client(client)
                .database(database)
                .appendTimeout(Duration.ofSeconds(30));
        builder.eventSerializer(Serializers.text()).snapshotSerializer(Serializers.text());
        return builder.build();
    }

    private static synchronized void tell(String line) {
        byte[] bytes = (line + COMPLETE + "\n").getBytes(StandardCharsets.UTF_8);
        System.out.write(bytes, 0, bytes.length);
        System.out.flush();
    }
}
