package io.holdfast.projection.workqueue;

import io.holdfast.actor.UserId;
import io.holdfast.value.Check;
import io.holdfast.value.InvalidValueException;
import io.holdfast.value.PortCode;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A named set of queue parameters. It is a preference: no decision depends on it, so it is not an event, and rebuilds
 * leave it alone.
 *
 * @param key its owner and name
 * @param terms the query parameters that it stands for, including sort order
 * @param savedBy who saved it last
 */
public record SavedFilter(Key key, FilterTerms terms, UserId savedBy, Instant savedAt) {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

    /**
     * Identifies a filter: a person's own, or one shared at a port.
     *
     * @param owner the person; absent for a port's filter
     * @param port the port; absent for a person's filter
     */
    public record Key(@Nullable UserId owner, @Nullable PortCode port, String name) {
        /**
         * Checks the name.
         *
         * @throws InvalidValueException unless the name is 1 to 40 lower-case letters, digits or hyphens
         */
        public Key {
            Check.matching(name, "name", NAME, "1 to 40 lower-case letters, digits or hyphens");
            if ((owner == null) == (port == null)) {
                throw new InvalidValueException("name", "must belong to a person or to a port");
            }
        }

        /** A person's own filter. */
        public static Key own(UserId owner, String name) {
            return new Key(owner, null, name);
        }

        /** A filter shared at a port. */
        public static Key at(PortCode port, String name) {
            return new Key(null, port, name);
        }
    }
}
