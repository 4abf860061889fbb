package io.holdfast.command.shipment.evidence;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.function.LongSupplier;

/** Bytes that have to be there by a deadline, however slowly they come; the wait for one byte is the server's to bound. */
final class DeadlineInput extends FilterInputStream {
    private final LongSupplier nanos;
    private final long begun;
    private final Duration within;

    /** @param nanos time that only passes, as {@link System#nanoTime} */
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
