package io.holdfast.benchmarks.eventlog;

import io.holdfast.benchmarks.peer.Peers;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** How much better our log is than a peer: above 1 it is better, whatever the row's unit. */
final class Ratios {
    private final Results results;

    Ratios(Results results) {
        this.results = results;
    }

    /** Empty when the row does not apply to both. */
    OptionalDouble oursTo(Row row, String peer) {
        OptionalDouble ours = results.median(row, Peers.OURS);
        OptionalDouble other = results.median(row, peer);
        if (ours.isEmpty() || other.isEmpty()) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(
                row.unit().moreIsBetter
                        ? ours.getAsDouble() / other.getAsDouble()
                        : other.getAsDouble() / ours.getAsDouble());
    }

    /** The ratio to the better of the two axon-mongo variants in this row. */
    double oursToBestOfAxonMongo(Row row) {
        return Stream.of(Peers.AXON_MONGO_EVENT, Peers.AXON_MONGO_COMMIT)
                .map(peer -> oursTo(row, peer))
                .flatMapToDouble(
                        ratio -> ratio.isPresent() ? DoubleStream.of(ratio.getAsDouble()) : DoubleStream.empty())
                .min()
                .orElseThrow();
    }

    /** The summary line at the end of a run. */
    String lastLine(Row append, Row replay) {
        return String.format(
                Locale.ROOT,
                "append64 ours/axon-mongo %.2f ours/raw %.2f replay ours/axon-mongo %.2f ours/raw %.2f",
                oursToBestOfAxonMongo(append),
                oursTo(append, Peers.RAW).orElseThrow(),
                oursToBestOfAxonMongo(replay),
                oursTo(replay, Peers.RAW).orElseThrow());
    }
}
