package io.holdfast.projection.workqueue;

import io.holdfast.actor.Actor;
import io.holdfast.actor.Permission;
import io.holdfast.projection.workqueue.SavedFilter.Key;
import io.holdfast.value.InvalidValueException;
import io.holdfast.value.PortCode;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Manages saved filters and who may see and change them. Everybody has their own; supervisors of a port also maintain
 * those of the port.
 */
@Component
public class Filters {
    /** The maximum number of filters per person, and per port. */
    static final int MOST = 50;

    private static final int SHOWN = 500;

    private final SavedFilters filters;
    private final Clock clock;

    Filters(SavedFilters filters, Clock clock) {
        this.filters = filters;
        this.clock = clock;
    }

    /**
     * Finds the filter that the actor means by a name. {@code name} is their own or else one of their ports', home port
     * first; {@code PORT:name} is the filter of that port.
     *
     * @throws InvalidValueException if the name is invalid, or if several ports share a filter of that name
     */
    public Optional<SavedFilter> named(String text, Actor actor) {
        int colon = text.indexOf(':');
        if (colon >= 0) {
            var port = new PortCode(text.substring(0, colon));
            var key = Key.at(port, text.substring(colon + 1));
            return actor.scope().includes(port) ? filters.find(key) : Optional.empty();
        }
        return filters.find(Key.own(actor.id(), text)).or(() -> shared(text, actor));
    }

    private Optional<SavedFilter> shared(String name, Actor actor) {
        PortCode home = actor.homePort();
        if (home != null && actor.scope().includes(home)) {
            Optional<SavedFilter> there = filters.find(Key.at(home, name));
            if (there.isPresent()) {
                return there;
            }
        }
        List<SavedFilter> found = filters.shared(name, actor.scope(), 2);
        if (found.size() > 1) {
            throw new InvalidValueException("filter", "is shared at several ports; write PORT:" + name);
        }
        return found.stream().findFirst();
    }

    /** All filters that the actor can use. */
    public List<SavedFilter> visible(Actor actor) {
        return filters.visible(actor.id(), actor.scope(), SHOWN);
    }

    /**
     * The key of a filter that the actor may write: their own, or a port's.
     *
     * @throws MayNotShareException if it is a port's filter and the actor is not a supervisor with that port in scope
     * @throws InvalidValueException if the name is invalid
     */
    public Key writable(String name, @Nullable PortCode port, Actor actor) {
        if (port == null) {
            return Key.own(actor.id(), name);
        }
        if (!actor.may(Permission.SHARE_FILTERS) || !actor.scope().includes(port)) {
            throw new MayNotShareException();
        }
        return Key.at(port, name);
    }

    /**
     * Saves a filter; true if there was none of that name.
     *
     * @throws InvalidValueException if a shared filter names another port, or if there are too many
     */
    public boolean save(Key key, FilterTerms terms, Actor actor) {
        PortCode port = key.port();
        String asked = terms.get("port");
        if (port != null && asked != null && !asked.equals(port.value())) {
            throw new InvalidValueException("port", "must be the port at which it is shared, or absent");
        }
        if (filters.find(key).isEmpty() && filters.count(key) >= MOST) {
            throw new InvalidValueException("name", "would be one more than the " + MOST + " that are kept");
        }
        return filters.save(new SavedFilter(key, terms, actor.id(), clock.instant()));
    }

    /** Deletes a filter; false if there was none. */
    public boolean remove(Key key) {
        return filters.remove(key);
    }
}
