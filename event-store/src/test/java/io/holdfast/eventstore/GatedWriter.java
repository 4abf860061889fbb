package io.holdfast.eventstore;

import io.holdfast.eventstore.append.Draft;
import io.holdfast.eventstore.append.LogWriter;
import io.holdfast.eventstore.append.Outcome;
import io.holdfast.eventstore.block.BlockHeader;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Forwards every call; subclasses inject faults. */
class GatedWriter implements LogWriter {

    final LogWriter log;

    GatedWriter(LogWriter log) {
        this.log = log;
    }

    @Override
    public Outcome.OfInsert insert(Draft draft) {
        return log.insert(draft);
    }

    @Override
    public Optional<BlockHeader> header(long number) {
        return log.header(number);
    }

    @Override
    public BlockHeader head(long from) {
        return log.head(from);
    }

    @Override
    public Outcome.ConflictsFound find(Collection<String> keys, Collection<String> ids) {
        return log.find(keys, ids);
    }

    /** Holds inserts back while it is closed. */
    static final class Gate {
        private volatile CountDownLatch opened = new CountDownLatch(0);
        private final CountDownLatch inserting = new CountDownLatch(1);

        LogWriter guard(LogWriter log) {
            return new GatedWriter(log) {
                @Override
                public Outcome.OfInsert insert(Draft draft) {
                    inserting.countDown();
                    try {
                        opened.await();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                    return super.insert(draft);
                }
            };
        }

        void shut() {
            opened = new CountDownLatch(1);
        }

        void open() {
            opened.countDown();
        }

        void awaitInsert() throws InterruptedException {
            if (!inserting.await(10, TimeUnit.SECONDS)) {
                throw new AssertionError("No insert arrived");
            }
        }
    }
}
