package io.holdfast.benchmarks.sample;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The contents of a log of a given size: aggregates of 5, 50 and 500 events to load, and others of 10 events to fill up
 * the size. All commits are shuffled over the whole log, so that the events of one aggregate are as far apart as
 * possible: the worst case for a log that reads blocks.
 */
public final class LogPlan {
    /** The event counts of the aggregates that are loaded. */
    public static final List<Integer> SIZES = List.of(5, 50, 500);

    private static final List<Integer> COUNTS = List.of(20, 8, 2);
    private static final int OTHERS = 10;

    private final int events;
    private final Instant start;
    private final long stepMillis;
    private final int[] sizes;

    /**
     * For each commit in the order of the log: its aggregate, first sequence number, number of events, and number of
     * events before it.
     */
    private final int[] owners;

    private final int[] firsts;
    private final int[] counts;
    private final int[] before;

    /**
     * @param events in the log, at least 2,000
     * @param stepMillis time between one event and the next
     */
    public LogPlan(int events, long stepMillis) {
        this.events = events;
        this.stepMillis = stepMillis;
        this.start = Instant.now().minusMillis(events * stepMillis + 3_600_000);
        this.sizes = sizes(events);
        this.owners = shuffledOwners();
        this.firsts = new int[owners.length];
        this.counts = new int[owners.length];
        this.before = new int[owners.length];
        number();
    }

    private static int[] sizes(int events) {
        IntStream.Builder all = IntStream.builder();
        int left = events;
        for (int i = 0; i < SIZES.size(); i++) {
            for (int j = 0; j < COUNTS.get(i); j++) {
                all.add(SIZES.get(i));
                left -= SIZES.get(i);
            }
        }
        if (left < 0) {
            throw new IllegalArgumentException("A log of " + events + " events is too small for this plan");
        }
        for (; left > 0; left -= OTHERS) {
            all.add(Math.min(OTHERS, left));
        }
        return all.build().toArray();
    }

    private int[] shuffledOwners() {
        int[] shuffled = IntStream.range(0, sizes.length)
                .flatMap(owner -> IntStream.generate(() -> owner).limit(commitsOf(owner)))
                .toArray();
        var random = new Random(11);
        for (int i = shuffled.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swapped = shuffled[i];
            shuffled[i] = shuffled[j];
            shuffled[j] = swapped;
        }
        return shuffled;
    }

    private int commitsOf(int owner) {
        int commits = 0;
        for (int left = sizes[owner]; left > 0; left -= Commit.size(owner + commits++)) {}
        return commits;
    }

    private void number() {
        int[] sequence = new int[sizes.length];
        int[] commits = new int[sizes.length];
        int soFar = 0;
        for (int i = 0; i < owners.length; i++) {
            int owner = owners[i];
            firsts[i] = sequence[owner];
            counts[i] = Math.min(Commit.size(owner + commits[owner]++), sizes[owner] - sequence[owner]);
            before[i] = soFar;
            sequence[owner] += counts[i];
            soFar += counts[i];
        }
    }

    /** The number of events in the log. */
    public int events() {
        return events;
    }

    /** The aggregates with this many events that are meant to be loaded. */
    public List<String> aggregatesOf(int size) {
        int last = COUNTS.stream().mapToInt(Integer::intValue).sum();
        return IntStream.range(0, last)
                .filter(owner -> sizes[owner] == size)
                .mapToObj(LogPlan::name)
                .toList();
    }

    /** All commits, in the order of the log. */
    public Stream<Commit> commits() {
        return commits(0, 1);
    }

    /** One of several writers' share: whole aggregates, so that each aggregate stays in order. */
    public Stream<Commit> commits(int writer, int writers) {
        return IntStream.range(0, owners.length)
                .filter(i -> owners[i] % writers == writer)
                .mapToObj(this::commit);
    }

    private Commit commit(int i) {
        Instant at = start.plusMillis(before[i] * stepMillis);
        return Commit.of(name(owners[i]), firsts[i], counts[i], at, stepMillis);
    }

    private static String name(int owner) {
        return "case-" + owner;
    }
}
