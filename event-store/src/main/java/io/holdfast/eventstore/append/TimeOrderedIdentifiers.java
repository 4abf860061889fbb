package io.holdfast.eventstore.append;

import java.security.SecureRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.axonframework.common.IdentifierFactory;

/**
 * Gives Axon's messages identifiers that grow with time: UUIDs of version 7 (RFC 9562, section 5.7; method 1 of its
 * section 6.2: the 12 bits after the milliseconds count the identifiers made within one).
 *
 * <p>Every event's identifier is a key of a unique index. Random identifiers each land on a different index page, and
 * every commit writes all of those pages; growing ones share the last page.
 *
 * <p>Axon finds this class by {@link java.util.ServiceLoader}. An application whose own {@link IdentifierFactory} comes
 * before it on the class path keeps its own.
 */
public final class TimeOrderedIdentifiers extends IdentifierFactory {

    private static final int COUNTER_BITS = 12;
    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 1L << 63;
    private static final long RANDOM_BITS = ~(3L << 62);

    private final SecureRandom random = new SecureRandom();
    private final AtomicLong last = new AtomicLong();
    private final LongSupplier millis;

    /** Uses the system clock. */
    public TimeOrderedIdentifiers() {
        this(System::currentTimeMillis);
    }

    TimeOrderedIdentifiers(LongSupplier millis) {
        this.millis = millis;
    }

    /** Greater than every identifier that this factory returned before, even when the clock is set back. */
    @Override
    public String generateIdentifier() {
        long now = millis.getAsLong() << COUNTER_BITS;
        long tick = last.updateAndGet(before -> Math.max(before + 1, now));
        long counter = tick & ((1L << COUNTER_BITS) - 1);
        long high = tick >>> COUNTER_BITS << 16 | VERSION_7 | counter;
        return new UUID(high, random.nextLong() & RANDOM_BITS | VARIANT).toString();
    }
}
