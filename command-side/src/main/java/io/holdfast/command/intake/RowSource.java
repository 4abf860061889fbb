package io.holdfast.command.intake;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The rows of a request, in order, read on demand. */
@FunctionalInterface
public interface RowSource {
    /**
     * The next row; null after the last.
     *
     * @throws IOException when the request cannot be read
     */
    @Nullable RawRow next() throws IOException;

    /** Skips the first rows, or all when there are fewer. */
    default void skip(long rows) throws IOException {
        for (long i = 0; i < rows && next() != null; i++) {
            // read and discard
        }
    }
}
