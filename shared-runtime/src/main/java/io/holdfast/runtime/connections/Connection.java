package io.holdfast.runtime.connections;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.channels.SocketChannel;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/** Tracks an open connection: what it waits for and since when. */
final class Connection {
    private final SocketChannel socket;
    private final InetAddress address;
    private final Flow in;
    private final Flow out;
    private volatile boolean inHeader;
    private volatile long headerSince;
    private volatile boolean givenUp;

    Connection(SocketChannel socket, Pace pace) {
        this.socket = socket;
        this.address = socket.socket().getInetAddress();
        in = new Flow(pace);
        out = new Flow(pace);
        in.await(System.nanoTime());
    }

    /** A channel that knows its connection. */
    interface Known {
        /** The connection; null before the first one. */
        @Nullable Connection connection();
    }

    /** The connection of a socket; null when it is closed. */
    static @Nullable Connection of(SocketWrapperBase<NioChannel> wrapper) {
        return wrapper.getSocket() instanceof Known known ? known.connection() : null;
    }

    /** Must be called before each read. */
    void beforeRead() throws IOException {
        in.check(System.nanoTime());
    }

    /** Must be called after each read, with the returned count. */
    int read(int count) {
        return moved(in, count);
    }

    /** Must be called before each write. */
    void beforeWrite() throws IOException {
        out.check(System.nanoTime());
    }

    /** Must be called after each write that wrote something, with the returned count. */
    int wrote(int count) {
        return moved(out, count);
    }

    private static int moved(Flow flow, int count) {
        if (count > 0) {
            flow.moved(count, System.nanoTime());
        } else if (count == 0) {
            flow.await(System.nanoTime());
        }
        return count;
    }

    /** Records the state of the connection when no thread works on it any more. */
    void left(SocketState state, boolean async) {
        if (state == SocketState.LONG && async) {
            return; // An asynchronous request is still in progress.
        }
        long now = System.nanoTime();
        in.restart(now);
        out.restart(now);
        boolean begun = state == SocketState.LONG;
        if (begun && !inHeader) {
            headerSince = now;
        }
        inHeader = begun;
    }

    /** Whether a header has been incomplete for longer than this. */
    boolean headerIsOlderThan(long nanos) {
        return inHeader && System.nanoTime() - headerSince > nanos;
    }

    /** The address of the client. */
    InetAddress address() {
        return address;
    }

    /** Whether it waits for the client: for a request, for the rest of one, or for the client to read an answer. */
    boolean isWaiting() {
        return !givenUp && (in.isWaiting() || out.isWaiting());
    }

    /** Whether it was told to give way; it is about to close. */
    boolean isGivenUp() {
        return givenUp;
    }

    /** How long it has waited, in nanoseconds; within a header, the time since the header began. */
    long waits(long now) {
        if (inHeader) {
            return now - headerSince;
        }
        return now - (out.isWaiting() ? out.since() : in.since());
    }

    /**
     * Shuts down the direction that is being waited for. To the waiting code it looks as if the client had hung up, so
     * no work on the connection is disturbed, and a request that arrives at this moment is still answered.
     */
    void giveUp() {
        givenUp = true;
        try {
            if (out.isWaiting()) {
                socket.shutdownOutput();
            } else {
                socket.shutdownInput();
            }
        } catch (IOException closedAlready) {
            givenUp = true;
        }
    }
}
