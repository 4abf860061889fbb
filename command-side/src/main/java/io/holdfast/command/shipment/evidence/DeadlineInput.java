package io.holdfast.command.shipment.evidence;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * An input stream that must be read completely by a deadline, however slowly the bytes arrive; the wait for a single
 * byte is limited by the server.
 */
final class DeadlineInput extends FilterInputStream {
    private final LongSupplier nanos;
    private final long begun;
    private final Duration within;

    /** @param nanos a monotonic time source, such as {@link System#nanoTime} */
    DeadlineInput(InputStream in, Duration within, LongSupplier nanos) {
        super(in);
        this.nanos = nanos;
        this.begun = nanos.getAsLong();
        this.within = within;
    }

    @Override
    public int read() throws IOException {
        int next = super.read();
        check();
        return next;
    }

    /** @throws UploadTooSlowException after the deadline */
    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int some = super.read(into, offset, length);
        check();
        return some;
    }

    private void check() {
        if (nanos.getAsLong() - begun > within.toNanos()) {
            throw new UploadTooSlowException(within);
        }
    }
}
