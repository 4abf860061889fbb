package io.holdfast.projection.workqueue;

import io.holdfast.actor.PortScope;
import io.holdfast.actor.UserId;
import io.holdfast.projection.workqueue.SavedFilter.Key;
import java.util.List;
import java.util.Optional;

/** Stores saved filters. */
public interface SavedFilters {
    /** The filter, if there is one. */
    Optional<SavedFilter> find(Key key);

    /** The filters of this name that are shared at ports in scope; at most {@code limit}. */
    List<SavedFilter> shared(String name, PortScope ports, int limit);

    /** A person's own filters and those shared at ports in scope, by name; at most {@code limit}. */
    List<SavedFilter> visible(UserId person, PortScope ports, int limit);

    /** How many filters the owner of this key has, person or port. */
    long count(Key like);

    /** Saves a filter, replacing an earlier one; true if there was none. */
    boolean save(SavedFilter filter);

    /** Deletes a filter; false if there was none. */
    boolean remove(Key key);
}
