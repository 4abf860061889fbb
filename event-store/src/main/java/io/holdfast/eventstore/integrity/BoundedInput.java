package io.holdfast.eventstore.integrity;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Limits how much of an untrusted input is read: the sizes that a file claims for itself and its parts may be wrong.
 * Reading fails with a {@link BadInputException} at the first byte beyond the limit.
 */
public final class BoundedInput extends InputStream {

    /** How many bytes a compressed file may expand to regardless of its size. */
    private static final long ALWAYS = 512L << 20;

    /** Beyond that, the allowed expansion per compressed byte; genuine exports and bundles stay below ten. */
    private static final int RATIO = 30;

    private final InputStream in;
    private final long most;
    private final String what;
    private long read;

    /**
     * Limits a stream; closing this closes the stream.
     *
     * @param most maximum number of bytes
     * @param what is read, for the message
     */
    public BoundedInput(InputStream in, long most, String what) {
        this.in = in;
        this.most = most;
        this.what = what;
    }

    /**
     * Opens a file.
     *
     * @throws BadInputException when it is no regular file: a device or a pipe may have no end
     * @throws IOException when it cannot be read
     */
    static InputStream of(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new BadInputException("there is no readable file " + file);
        }
        return Files.newInputStream(file);
    }

    /** The maximum expanded size of a compressed file of this size, in bytes. */
    public static long inflated(long stored) {
        return ALWAYS + RATIO * stored;
    }

    @Override
    public int read() throws IOException {
        count(0); // reading on beyond the limit fails again
        int next = in.read();
        if (next >= 0) {
            count(1);
        }
        return next;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        count(0);
        // ask for one byte more than allowed, to find out whether there is one
        int some = in.read(into, offset, (int) Math.min(length, most - read + 1));
        if (some > 0) {
            count(some);
        }
        return some;
    }

    private void count(int more) {
        read += more;
        if (read > most) {
            throw new BadInputException(what + " is too large: it has more than " + most + " bytes");
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
