package io.holdfast.benchmarks.eventlog;

import com.mongodb.client.MongoClient;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.extensions.mongo.MongoTemplate;
import org.h2.mvstore.MVStore;
import org.hibernate.Session;

/**
 * The machine and software of a measurement.
 *
 * @param forceMillis median time to append 4 KB to a file and force it to the disk
 * @param loadAtStart runnable threads of the whole machine when the run began; above 1 other work was running as well
 * @param jars file names, with versions, of the measured libraries
 */
public record Machine(
        Instant at,
        String cpu,
        int cores,
        String system,
        String java,
        String fileSystem,
        double forceMillis,
        double loadAtStart,
        List<String> jars) {

    private static final int FORCES = 40;

    /**
     * Inspects this machine.
     *
     * @param data a folder on the disk that is measured
     */
    public static Machine look(Path data) throws IOException {
        return new Machine(
                Instant.now().truncatedTo(ChronoUnit.SECONDS),
                cpuModel(),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                System.getProperty("java.vm.name") + " " + Runtime.version(),
                Files.getFileStore(data).type(),
                forceOf(data),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                measuredJars());
    }

    private static String cpuModel() throws IOException {
        Path info = Path.of("/proc/cpuinfo");
        if (!Files.isReadable(info)) {
            return System.getProperty("os.arch");
        }
        return Files.readAllLines(info).stream()
                .filter(line -> line.startsWith("model name"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse(System.getProperty("os.arch"));
    }

    private static double forceOf(Path data) throws IOException {
        Path file = data.resolve("force");
        List<Double> millis = new ArrayList<>();
        try (var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            for (int i = 0; i < FORCES; i++) {
                channel.write(ByteBuffer.allocate(4096));
                long start = System.nanoTime();
                channel.force(false);
                millis.add((System.nanoTime() - start) / 1e6);
            }
        }
        Files.delete(file);
        return Results.percentile(millis, 50);
    }

    private static List<String> measuredJars() {
        return Stream.of(
                        EventMessage.class,
                        EventStore.class,
                        MongoTemplate.class,
                        MongoClient.class,
                        Session.class,
                        HikariDataSource.class,
                        MVStore.class)
                .map(type -> Path.of(type.getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .getPath())
                        .getFileName()
                        .toString()
                        .replace(".jar", ""))
                .toList();
    }
}
