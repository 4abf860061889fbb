package io.holdfast.eventstore.integrity;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Iterator;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongFunction;

/** The file of checkpoints that an auditor holds: one line each, in order. Several processes may write to one file. */
public final class AuditFile {

    /** More than the longest line. */
    private static final int TAIL = 4096;

    /** The lock on the file keeps other processes away, this one the other threads. */
    private static final ReentrantLock IN_THIS_PROCESS = new ReentrantLock();

    private final Path file;

    /** @param file need not exist yet; its folder does */
    public AuditFile(Path file) {
        this.file = file;
    }

    /**
     * Appends the checkpoints that the file lacks, and returns when they are on the disk. A line that a crash has torn is
     * cut off first.
     *
     * @param after gives the checkpoints that follow a number; -1 asks for all
     * @throws IOException when the file cannot be written
     * @throws BadInputException when its last line is no checkpoint
     */
    public void catchUp(LongFunction<Iterator<Checkpoint>> after) throws IOException {
        IN_THIS_PROCESS.lock();
        try {
            append(after);
        } finally {
            IN_THIS_PROCESS.unlock();
        }
    }

    private void append(LongFunction<Iterator<Checkpoint>> after) throws IOException {
        try (var channel = FileChannel.open(
                        file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
                var _ = channel.lock()) {
            long last = lastNumber(channel);
            channel.position(channel.size());
            var bytes = new ByteArrayOutputStream();
            for (Iterator<Checkpoint> missing = after.apply(last); missing.hasNext(); ) {
                bytes.writeBytes(LogJson.line(missing.next()));
                if (bytes.size() > 1 << 16 || !missing.hasNext()) {
                    writeFully(channel, bytes.toByteArray());
                    bytes.reset();
                }
            }
            channel.force(true);
        }
    }

    /** Of the last whole line; -1 when there is none. */
    private long lastNumber(FileChannel channel) throws IOException {
        long start = Math.max(0, channel.size() - TAIL);
        var tail = ByteBuffer.allocate((int) (channel.size() - start));
        int read = 0;
        while (tail.hasRemaining() && read >= 0) {
            read = channel.read(tail, start + tail.position());
        }
        byte[] bytes = tail.array();
        int end = lastLineFeed(bytes, bytes.length);
        channel.truncate(start + end);
        if (end == 0) {
            if (start > 0) {
                throw new BadInputException(file + " does not end with a checkpoint");
            }
            return -1;
        }
        int begin = lastLineFeed(bytes, end - 1);
        byte[] line = Arrays.copyOfRange(bytes, begin, end);
        if (LogJson.parse(line, "the last line of " + file) instanceof Checkpoint last) {
            return last.number();
        }
        throw new BadInputException(file + " does not end with a checkpoint");
    }

    /** Where the line after the last line feed before the end begins. */
    private static int lastLineFeed(byte[] bytes, int end) {
        int at = end;
        while (at > 0 && bytes[at - 1] != '\n') {
            at--;
        }
        return at;
    }

    private static void writeFully(FileChannel channel, byte[] bytes) throws IOException {
        var buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }
}
