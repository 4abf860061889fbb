package io.holdfast.eventstore;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Passes everything on; subclasses put faults in between. */
class GatedLogStore implements LogStore {

    final LogStore store;

    GatedLogStore(LogStore store) {
        this.store = store;
    }

    @Override
    public Outcome.OfInsert insert(Draft draft) {
        return store.insert(draft);
    }

    @Override
    public Optional<BlockHeader> header(long number) {
        return store.header(number);
    }

    @Override
    public BlockHeader head(long from) {
        return store.head(from);
    }

    @Override
    public List<Block> read(long first, int most) {
        return store.read(first, most);
    }

    @Override
    public Outcome.ConflictsFound find(Collection<String> keys, Collection<String> ids) {
        return store.find(keys, ids);
    }

    @Override
    public AggregateEvents ofAggregate(String aggregate, long firstSequence, int most) {
        return store.ofAggregate(aggregate, firstSequence, most);
    }

    @Override
    public OptionalLong lastSequence(String aggregate) {
        return store.lastSequence(aggregate);
    }

    /** Holds inserts back while it is shut. */
    static final class Gate {
        private volatile CountDownLatch opened = new CountDownLatch(0);
        private final CountDownLatch inserting = new CountDownLatch(1);

        LogStore guard(LogStore store) {
            return new GatedLogStore(store) {
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
