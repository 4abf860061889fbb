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

/** Who may see and change which saved filter. Everybody has their own; a supervisor of a port also keeps those of the port. */
@Component
public class Filters {
    /** So many a person may have, and a port. */
    static final int MOST = 50;

    private static final int SHOWN = 500;

    private final SavedFilters filters;
    private final Clock clock;

    Filters(SavedFilters filters, Clock clock) {
        this.filters = filters;
        this.clock = clock;
    }

    /**
     * The filter that the actor means: {@code name} is their own or else one of their ports', the port of duty first;
     * {@code PORT:name} is that port's.
     *
     * @throws InvalidValueException for what is no name, and for one that several ports share
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

    /** All that the actor can use. */
    public List<SavedFilter> visible(Actor actor) {
        return filters.visible(actor.id(), actor.scope(), SHOWN);
    }

    /**
     * Which filter the actor may write: their own, or a port's.
     *
     * @throws MayNotShareException when it is the port's and the actor no supervisor with that port in scope
     * @throws InvalidValueException for what is no name
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
     * Keeps a filter; true when there was none of that name.
     *
     * @throws InvalidValueException when a shared one looks at another port, or there are too many
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

    /** Forgets a filter; false when there was none. */
    public boolean remove(Key key) {
        return filters.remove(key);
    }
}
