package io.holdfast.eventstore.read;

import java.util.AbstractList;
import org.axonframework.eventhandling.DomainEventData;

/** A batch of an aggregate's events that knows whether there are more: it may be small because its events are large. */
public final class AggregateBatch extends AbstractList<DomainEventData<?>> {
    private final LogReader.AggregateEvents read;

    public AggregateBatch(LogReader.AggregateEvents read) {
        this.read = read;
    }

    public boolean isLast() {
        return read.last();
    }

    @Override
    public DomainEventData<?> get(int index) {
        return read.events().get(index).domainData();
    }

    @Override
    public int size() {
        return read.events().size();
    }
}
