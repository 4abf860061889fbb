package io.holdfast.eventstore.integrity;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Iterator;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * The auditor's file of checkpoints: one line each, in order, readable by its owner only. Several processes may write
 * to one file, each in its own {@link Turn}.
 */
public final class AuditFile {

    /** Much longer than any real line. */
    private static final int LONGEST_LINE = 4096;

    /** The file lock keeps other processes out, this lock other threads. */
    private static final ReentrantLock IN_THIS_PROCESS = new ReentrantLock();

    private final Path file;
    private Known known = Known.NOTHING; // guarded by IN_THIS_PROCESS

    /** The part of the file already compared with the database: its length from the beginning, and its digest. */
    private record Known(
            long bytes,
            byte[] digest,
            @Nullable Checkpoint last,
            @Nullable FileTime changed) {
        static final Known NOTHING = new Known(0, new byte[0], null, null);
    }

    /** @param file need not exist yet; its folder does */
    public AuditFile(Path file) {
        this.file = file;
    }

    /**
     * Locks the file for this thread until it closes the turn; waits for other writers.
     *
     * @param begun whether checkpoints exist already, so that the file must exist too
     * @throws DisagreementException when the file is missing and should not be
     * @throws IOException when it cannot be opened for writing
     */
    public Turn turn(boolean begun) throws IOException {
        IN_THIS_PROCESS.lock();
        boolean opened = false;
        try {
            if (begun && !Files.exists(file)) {
                throw new DisagreementException(
                        file + " is missing, but the database has checkpoints. Put the auditor's copy"
                                + " in its place; if the file is to begin only now, create it empty");
            }
            OwnersFiles.create(file);
            var turn = new Turn(FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE));
            opened = true;
            return turn;
        } finally {
            if (!opened) {
                IN_THIS_PROCESS.unlock();
            }
        }
    }

    /** Exclusive access to the file. */
    public final class Turn implements AutoCloseable {
        private final FileChannel channel;

        private Turn(FileChannel channel) throws IOException {
            this.channel = channel;
            boolean locked = false;
            try {
                channel.lock();
                locked = true;
            } finally {
                if (!locked) {
                    channel.close();
                }
            }
        }

        /**
         * Compares every line of the file with the database; lines compared before are not read again while the file is
         * unchanged. A last line torn by a crash is cut off when it is the beginning of the database's line.
         *
         * @param database returns the checkpoints that follow a number; -1 asks for all
         * @throws DisagreementException at the first line that is not a checkpoint, or whose checkpoint is missing
         *     or different in the database
         */
        public void compare(LongFunction<Iterator<Checkpoint>> database) throws IOException {
            Known start = isUnchanged() ? known : isContinued() ? known : Known.NOTHING;
            checkLast(start.last(), database);
            var check = new Comparison(start, database);
            channel.position(start.bytes());
            InputStream in = new BufferedInputStream(Channels.newInputStream(channel), 1 << 16);
            for (byte[] line = readLine(in); line.length > 0; line = readLine(in)) {
                if (line[line.length - 1] != '\n') {
                    check.torn(line);
                    channel.truncate(check.bytes);
                    break;
                }
                check.next(line);
            }
            known = new Known(check.bytes, digest(check.bytes), check.last, null);
        }

        private void checkLast(@Nullable Checkpoint last, LongFunction<Iterator<Checkpoint>> database) {
            if (last != null) {
                Iterator<Checkpoint> stored = database.apply(last.number() - 1);
                refuseUnlessSame(last, stored.hasNext() ? stored.next() : null);
            }
        }

        private boolean isUnchanged() throws IOException {
            return known.changed() != null
                    && channel.size() == known.bytes()
                    && Files.getLastModifiedTime(file).equals(known.changed());
        }

        private boolean isContinued() throws IOException {
            return channel.size() >= known.bytes() && Arrays.equals(digest(known.bytes()), known.digest());
        }

        private byte[] digest(long bytes) throws IOException {
            MessageDigest digest = MerkleTree.sha256();
            var buffer = ByteBuffer.allocate(1 << 16);
            for (long at = 0; at < bytes; at += buffer.limit()) {
                buffer.clear().limit((int) Math.min(buffer.capacity(), bytes - at));
                while (buffer.hasRemaining() && channel.read(buffer, at + buffer.position()) >= 0) {
                    // repeat until the buffer is full
                }
                digest.update(buffer.flip());
                if (buffer.limit() == 0) {
                    break;
                }
            }
            return digest.digest();
        }

        /** The number of the last checkpoint in the file, after {@link #compare}; -1 when there is none. */
        public long last() {
            Checkpoint last = known.last();
            return last == null ? -1 : last.number();
        }

        /**
         * Appends checkpoints; returns once they are on disk.
         *
         * @param missing those that follow {@link #last}
         */
        public void append(Iterator<Checkpoint> missing) throws IOException {
            Checkpoint last = known.last();
            channel.position(known.bytes());
            var bytes = new ByteArrayOutputStream();
            while (missing.hasNext()) {
                last = missing.next();
                bytes.writeBytes(LogJson.line(last));
                if (bytes.size() > 1 << 16 || !missing.hasNext()) {
                    writeFully(bytes.toByteArray());
                    bytes.reset();
                }
            }
            if (channel.position() > known.bytes()) {
                channel.force(true);
            }
            long size = channel.position();
            byte[] digest = size == known.bytes() ? known.digest() : digest(size);
            known = new Known(size, digest, last, Files.getLastModifiedTime(file));
        }

        private void writeFully(byte[] bytes) throws IOException {
            var buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
        }

        @Override
        public void close() throws IOException {
            try {
                channel.close();
            } finally {
                IN_THIS_PROCESS.unlock();
            }
        }
    }

    private final class Comparison {
        private final Iterator<Checkpoint> stored;
        private long bytes;
        private @Nullable Checkpoint last;

        Comparison(Known start, LongFunction<Iterator<Checkpoint>> database) {
            this.bytes = start.bytes();
            this.last = start.last();
            this.stored = database.apply(last == null ? -1 : last.number());
        }

        void next(byte[] line) {
            Checkpoint kept = checkpoint(line);
            refuseUnlessSame(kept, stored.hasNext() ? stored.next() : null);
            last = kept;
            bytes += line.length;
        }

        void torn(byte[] line) {
            byte[] whole = stored.hasNext() ? LogJson.line(stored.next()) : new byte[0];
            if (line.length > whole.length || !Arrays.equals(line, 0, line.length, whole, 0, line.length)) {
                throw new DisagreementException(
                        file + " ends, after checkpoint " + (last == null ? "none" : last.number())
                                + ", with half a line that the database does not know");
            }
        }

        private Checkpoint checkpoint(byte[] line) {
            String after = last == null ? "at its beginning" : "after checkpoint " + last.number();
            try {
                if (LogJson.parse(line, "the line " + after + " of " + file) instanceof Checkpoint checkpoint) {
                    return checkpoint;
                }
            } catch (BadInputException e) {
                throw new DisagreementException(e.getMessage() + "; it was altered");
            }
            throw new DisagreementException(file + " holds something else than a checkpoint " + after);
        }
    }

    private void refuseUnlessSame(Checkpoint kept, @Nullable Checkpoint stored) {
        if (!kept.equals(stored)) {
            throw new DisagreementException(file + " has " + describe(kept) + ", the database has "
                    + (stored == null ? "no such checkpoint" : describe(stored))
                    + ". Either the database was restored, wiped or replaced, or the file was altered");
        }
    }

    private static String describe(Checkpoint checkpoint) {
        return checkpoint + " with the hash " + checkpoint.hash().hex().substring(0, 16) + "… by the key "
                + checkpoint.key().hex().substring(0, 16) + "…";
    }

    /** The next line with its line feed, if it has one; empty at the end. */
    private byte[] readLine(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream(512);
        for (int next = in.read(); next >= 0; next = in.read()) {
            line.write(next);
            if (next == '\n') {
                break;
            }
            if (line.size() > LONGEST_LINE) {
                throw new DisagreementException(file + " holds a line that is too long for a checkpoint");
            }
        }
        return line.toByteArray();
    }
}
