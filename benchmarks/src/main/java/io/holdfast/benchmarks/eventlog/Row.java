package io.holdfast.benchmarks.eventlog;

/**
 * A quantity measured for every peer to which it applies.
 *
 * @param id for the file of results
 * @param label for people
 */
record Row(String id, String label, Unit unit) {

    /** The unit of a value. */
    enum Unit {
        EVENTS_PER_SECOND("events/s", true),
        MILLISECONDS("ms", false),
        MICROSECONDS("µs", false),
        BYTES_PER_EVENT("bytes", false),
        MEGABYTES("MB", false);

        final String sign;
        final boolean moreIsBetter;

        Unit(String sign, boolean moreIsBetter) {
            this.sign = sign;
            this.moreIsBetter = moreIsBetter;
        }
    }

    static Row append(int writers) {
        return new Row(
                "append-" + writers,
                writers == 1 ? "append, 1 writer" : "append, %d writers".formatted(writers),
                Unit.EVENTS_PER_SECOND);
    }

    static Row processorTime(int writers) {
        return new Row(
                "processor-" + writers,
                "processor time per event, client and server, append, %d writers".formatted(writers),
                Unit.MICROSECONDS);
    }

    static Row load(int events, int log) {
        return new Row(
                "load-%d-of-%d".formatted(events, log),
                "load %d events, log of %,d".formatted(events, log),
                Unit.MILLISECONDS);
    }

    static Row replay(int log, long stepMillis) {
        return new Row(
                "replay-" + log,
                "replay, log of %,d, %,d events/s when written".formatted(log, 1_000 / stepMillis),
                Unit.EVENTS_PER_SECOND);
    }

    static Row replayOfBlocks(int log) {
        return new Row("find-blocks-" + log, "plain find of the same blocks", Unit.EVENTS_PER_SECOND);
    }

    static Row latency(String from, int percent) {
        return new Row(
                "latency-%s-p%d".formatted(from, percent),
                "append to projection, %s, p%d".formatted(from, percent),
                Unit.MILLISECONDS);
    }

    static Row bytesAppended() {
        return new Row("bytes-appended", "on disk per event, appended", Unit.BYTES_PER_EVENT);
    }

    static Row bytesFilled(int log) {
        return new Row("bytes-of-" + log, "on disk per event, log of %,d".formatted(log), Unit.BYTES_PER_EVENT);
    }

    static Row serverHeap(int log) {
        return new Row("server-heap-" + log, "live heap of the server, log of %,d".formatted(log), Unit.MEGABYTES);
    }

    static Row clientHeap(int log) {
        return new Row("client-heap-" + log, "live heap of the client, log of %,d".formatted(log), Unit.MEGABYTES);
    }
}
