package io.holdfast.runtime.connections;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint.NioSocketWrapper;
import org.apache.tomcat.util.net.SocketBufferHandler;
import org.jspecify.annotations.Nullable;

/** A channel that enforces the pace. Tomcat reuses channels: each {@link #reset} starts another connection. */
final class PlainChannel extends NioChannel implements Connection.Known {
    private final Pace pace;
    private volatile @Nullable Connection connection;

    PlainChannel(SocketBufferHandler buffers, Pace pace) {
        super(buffers);
        this.pace = pace;
    }

    @Override
    public void reset(SocketChannel channel, NioSocketWrapper wrapper) throws IOException {
        super.reset(channel, wrapper);
        connection = channel == null ? null : new Connection(channel, pace);
    }

    @Override
    public @Nullable Connection connection() {
        return connection;
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        Connection known = connection;
        if (known == null) {
            return super.read(into);
        }
        known.beforeRead();
        return known.read(super.read(into));
    }

    @Override
    public int write(ByteBuffer from) throws IOException {
        Connection known = connection;
        if (known == null || !from.hasRemaining()) {
            return super.write(from);
        }
        known.beforeWrite();
        return known.wrote(super.write(from));
    }
}
