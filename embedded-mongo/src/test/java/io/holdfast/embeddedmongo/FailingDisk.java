package io.holdfast.embeddedmongo;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.util.concurrent.atomic.AtomicReference;
import org.h2.store.fs.FileBase;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/** A disk that can be told to be full, or not to sync: the file system {@code failing:}. */
public final class FailingDisk extends FilePathWrapper {
    enum Fault {
        NONE,
        FULL,
        NO_SYNC
    }

    static final AtomicReference<Fault> FAULT = new AtomicReference<>(Fault.NONE);

    static String name(String file) {
        FilePath.register(new FailingDisk());
        return "failing:" + file;
    }

    @Override
    public String getScheme() {
        return "failing";
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new Channel(getBase().open(mode));
    }

    private static void failOn(Fault fault) throws IOException {
        if (FAULT.get() == fault) {
            throw new IOException(fault == Fault.FULL ? "No space left on device" : "Input/output error");
        }
    }

    private static final class Channel extends FileBase {
        private final FileChannel file;

        Channel(FileChannel file) {
            this.file = file;
        }

        @Override
        public int read(ByteBuffer to) throws IOException {
            return file.read(to);
        }

        @Override
        public synchronized int read(ByteBuffer to, long position) throws IOException {
            return file.read(to, position);
        }

        @Override
        public int write(ByteBuffer from) throws IOException {
            failOn(Fault.FULL);
            return file.write(from);
        }

        @Override
        public synchronized int write(ByteBuffer from, long position) throws IOException {
            failOn(Fault.FULL);
            return file.write(from, position);
        }

        @Override
        public void force(boolean metaData) throws IOException {
            failOn(Fault.NO_SYNC);
            file.force(metaData);
        }

        @Override
        public long position() throws IOException {
            return file.position();
        }

        @Override
        public FileChannel position(long position) throws IOException {
            file.position(position);
            return this;
        }

        @Override
        public long size() throws IOException {
            return file.size();
        }

        @Override
        public FileChannel truncate(long size) throws IOException {
            file.truncate(size);
            return this;
        }

        @Override
        public synchronized FileLock tryLock(long position, long size, boolean shared) throws IOException {
            return file.tryLock(position, size, shared);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            file.close();
        }
    }
}
