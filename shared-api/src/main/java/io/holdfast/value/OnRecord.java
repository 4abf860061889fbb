package io.holdfast.value;

import java.util.function.Supplier;

/**
 * Distinguishes new input from values that are read back from what this system has stored.
 *
 * <p>Rules on the length and legibility of texts apply to new input only. Stored values were accepted under the rules
 * of their time, and a history that cannot be read is worse than a text that is too long, so these rules are off inside
 * {@link #read}. Rules on the structure of a value (format, sign, required parts) always apply.
 */
public final class OnRecord {
    private static final ScopedValue<Boolean> READING = ScopedValue.newInstance();

    private OnRecord() {}

    /** Reads something that this system stored, now or earlier. */
    public static <T> T read(Supplier<T> reading) {
        return ScopedValue.where(READING, true).call(reading::get);
    }

    /** Whether the value under construction is being read back from storage. */
    public static boolean isRead() {
        return READING.isBound();
    }
}
