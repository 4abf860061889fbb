package io.holdfast.projection.workqueue;

import io.holdfast.actor.PortScope;
import io.holdfast.actor.UserId;
import io.holdfast.projection.workqueue.SavedFilter.Key;
import java.util.List;
import java.util.Optional;

/** Where filters are kept. */
public interface SavedFilters {
    /** The filter, if there is one. */
    Optional<SavedFilter> find(Key key);

    /** The filters of this name that are shared at ports in scope; at most so many. */
    List<SavedFilter> shared(String name, PortScope ports, int limit);

    /** A person's own filters and those shared at ports in scope, by name; at most so many. */
    List<SavedFilter> visible(UserId person, PortScope ports, int limit);

    /** How many a person, or a port, has. */
    long count(Key like);

    /** Keeps the filter instead of an earlier one; true when there was none. */
    boolean save(SavedFilter filter);

    /** Forgets the filter; false when there was none. */
    boolean remove(Key key);
}
