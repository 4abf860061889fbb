package io.holdfast.command.automation;

import io.holdfast.runtime.log.LogFollower;
import io.holdfast.runtime.log.ParkedItem;
import io.holdfast.runtime.log.ReaderStatus;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The clock book as a reader of the event log. It is rebuilt automatically after a restore of the log. */
final class LegalClocks implements LogFollower {
    static final String NAME = "legal-clocks";

    private static final Logger LOG = LoggerFactory.getLogger(LegalClocks.class);

    private final ClockBook book;
    private final ClockScheduler round;
    private final Clock clock;

    LegalClocks(ClockBook book, ClockScheduler round, Clock clock) {
        this.book = book;
        this.round = round;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public ReaderStatus status() {
        var first = book.parked(1).stream().findFirst().orElse(null);
        return new ReaderStatus(
                NAME,
                book.reached().position(),
                book.countParked(),
                first,
                round.failure().orElse(null),
                null);
    }

    @Override
    public List<ParkedItem> parked(int limit) {
        return book.parked(limit);
    }

    @Override
    public void retry(String by) {
        LOG.info("Parked legal clocks are tried again, asked for by {}", by);
        book.retryAll(clock.instant());
        round.go();
    }

    @Override
    public void rebuild(String by) {
        LOG.info("The book of legal clocks is written anew, asked for by {}", by);
        book.clear();
    }
}
