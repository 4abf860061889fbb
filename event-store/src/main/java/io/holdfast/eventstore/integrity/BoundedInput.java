package io.holdfast.eventstore.integrity;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Whatever a verifier reads goes through this: a file says itself how large it is and how large its parts are, and may lie. Reading ends
 * with a {@link BadInputException} at the first byte that is too many.
 */
public final class BoundedInput extends InputStream {

    /** What a compressed file may hold whatever its size, in bytes. */
    private static final long ALWAYS = 512L << 20;

    /** Beyond that, how many bytes each of its own may become; honest exports and bundles stay below ten. */
    private static final int RATIO = 30;

    private final InputStream in;
    private final long most;
    private final String what;
    private long read;

    /**
     * Bounds a stream, which is closed along with this one.
     *
     * @param most how many bytes it may have
     * @param what is read, for the message
     */
    public BoundedInput(InputStream in, long most, String what) {
        this.in = in;
        this.most = most;
        this.what = what;
    }

    /**
     * A file, from its beginning.
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

    /** How many bytes may come out of a compressed file of this many. */
    public static long inflated(long stored) {
        return ALWAYS + RATIO * stored;
    }

    @Override
    public int read() throws IOException {
        count(0); // who goes on after the end is told again
        int next = in.read();
        if (next >= 0) {
            count(1);
        }
        return next;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        count(0);
        // one more than is allowed, to find out whether there is one
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
