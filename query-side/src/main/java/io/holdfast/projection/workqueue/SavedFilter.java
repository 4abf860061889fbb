package io.holdfast.projection.workqueue;

import io.holdfast.actor.UserId;
import io.holdfast.value.Check;
import io.holdfast.value.InvalidValueException;
import io.holdfast.value.PortCode;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A way to look at queues that somebody gave a name. It is a preference: nothing is decided by it, so it is no event, and a
 * rebuild of read models leaves it alone.
 *
 * @param key whose it is, and its name
 * @param terms the query parameters that it stands for, one of order included
 * @param savedBy who wrote it last
 */
public record SavedFilter(Key key, FilterTerms terms, UserId savedBy, Instant savedAt) {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

    /**
     * Which one: a person's own, or the one of all who work at a port.
     *
     * @param owner the person; absent when it is the port's
     * @param port the port; absent when it is the person's
     */
    public record Key(@Nullable UserId owner, @Nullable PortCode port, String name) {
        /** @throws InvalidValueException unless the name is 1 to 40 lower-case letters, digits or hyphens */
        public Key {
            Check.matching(name, "name", NAME, "1 to 40 lower-case letters, digits or hyphens");
            if ((owner == null) == (port == null)) {
                throw new InvalidValueException("name", "must belong to a person or to a port");
            }
        }

        /** Somebody's own. */
        public static Key own(UserId owner, String name) {
            return new Key(owner, null, name);
        }

        /** The one of a port. */
        public static Key at(PortCode port, String name) {
            return new Key(null, port, name);
        }
    }
}
