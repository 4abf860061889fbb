package io.holdfast.eventstore;

import org.axonframework.eventhandling.EventBusSpanFactory;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.AbstractEventStore;
import org.axonframework.lifecycle.Lifecycle;
import org.axonframework.lifecycle.Phase;
import org.axonframework.monitoring.MessageMonitor;
import org.jspecify.annotations.Nullable;

/**
 * Axon's event store on top of the log. Its streams announce new events: at once for events of this process, within the
 * poll interval for those of other processes.
 */
public final class BlockEventStore extends AbstractEventStore implements Lifecycle, AutoCloseable {

    private final BlockEventStorageEngine engine;

    private BlockEventStore(Builder builder, BlockEventStorageEngine engine) {
        super(builder);
        this.engine = engine;
    }

    /** A builder; the engine is required. */
    public static Builder builder(BlockEventStorageEngine engine) {
        return new Builder(engine);
    }

    /** @throws IllegalArgumentException when the token belongs to another kind of event store */
    @Override
    public TrackingEventStream openStream(@Nullable TrackingToken trackingToken) {
        return engine.openStream(trackingToken);
    }

    /** The position of the last event in the log, read from the database; -1 when there is none. */
    public long head() {
        GlobalSequenceTrackingToken token = engine.createHeadToken();
        return token == null ? -1 : token.getGlobalIndex();
    }

    /** The position of the last event known to this process, without a query; -1 when it knows none. */
    public long knownHead() {
        return engine.knownHead();
    }

    /** Closes after the event processors and the command bus have stopped, so nobody is left to append. */
    @Override
    public void registerLifecycleHandlers(LifecycleRegistry lifecycle) {
        lifecycle.onShutdown(Phase.EXTERNAL_CONNECTIONS, this::close);
    }

    /** Refuses further events and writes those in flight. Idempotent. */
    @Override
    public void close() {
        engine.close();
    }

    /** Collects the settings of an event store. */
    public static final class Builder extends AbstractEventStore.Builder {

        private final BlockEventStorageEngine engine;

        private Builder(BlockEventStorageEngine engine) {
            this.engine = engine;
            storageEngine(engine);
        }

        @Override
        public Builder messageMonitor(MessageMonitor<? super EventMessage<?>> messageMonitor) {
            super.messageMonitor(messageMonitor);
            return this;
        }

        @Override
        public Builder spanFactory(EventBusSpanFactory spanFactory) {
            super.spanFactory(spanFactory);
            return this;
        }

        /** The event store. */
        public BlockEventStore build() {
            return new BlockEventStore(this, engine);
        }
    }
}
