package io.holdfast.benchmarks.peer;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.DSYNC;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/**
 * H2's file with every write forced to the disk. H2 writes a commit with one or two writes and never forces it, so this
 * is the cheapest way to make its commits as durable as the other peers'.
 */
public final class ForcedFile extends FilePathWrapper {
    static final String SCHEME = "forced";

    static void register() {
        FilePath.register(new ForcedFile());
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return mode.equals("r")
                ? super.open(mode)
                : FileChannel.open(Path.of(getBase().toString()), READ, WRITE, CREATE, DSYNC);
    }
}
