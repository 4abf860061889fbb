package io.holdfast.value;

import java.util.function.Supplier;

/**
 * Tells values that come from outside from those that are read from what the system itself has written.
 *
 * <p>How long a text may be, and that there must be something to read in it, is asked of what comes in. What is on record
 * was taken in under the rules of its day, and a history that cannot be read is worse than a text that is too long: while
 * this reads, those rules refuse nothing. What a value is made of (a shape, a sign, a part that must be there) holds always.
 */
public final class OnRecord {
    private static final ScopedValue<Boolean> READING = ScopedValue.newInstance();

    private OnRecord() {}

    /** Reads something that was written by this system, now or earlier. */
    public static <T> T read(Supplier<T> reading) {
        return ScopedValue.where(READING, true).call(reading::get);
    }

    /** Whether what is being made is read from the record. */
    public static boolean isRead() {
        return READING.isBound();
    }
}
