package io.holdfast.runtime.connections;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.channels.SocketChannel;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/** What is known of a connection while it is open. */
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

    /** That of a socket; null when it is closed. */
    static @Nullable Connection of(SocketWrapperBase<NioChannel> wrapper) {
        return wrapper.getSocket() instanceof Known known ? known.connection() : null;
    }

    /** To be called before each read. */
    void beforeRead() throws IOException {
        in.check(System.nanoTime());
    }

    /** To be called after each read, with what it returned. */
    int read(int count) {
        return moved(in, count);
    }

    /** To be called before each write. */
    void beforeWrite() throws IOException {
        out.check(System.nanoTime());
    }

    /** To be called after each write of something, with what it returned. */
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

    /** Takes down how the connection was left when nobody works on it any more. */
    void left(SocketState state, boolean async) {
        if (state == SocketState.LONG && async) {
            return; // In the middle of a request, as far as bytes go.
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

    /** Whether a header was begun so long ago. */
    boolean headerIsOlderThan(long nanos) {
        return inHeader && System.nanoTime() - headerSince > nanos;
    }

    /** From where. */
    InetAddress address() {
        return address;
    }

    /** Whether it waits for the other side: for a request, for the rest of one, or for an answer to be read. */
    boolean isWaiting() {
        return !givenUp && (in.isWaiting() || out.isWaiting());
    }

    /** Whether it was told to give way and is as good as closed. */
    boolean isGivenUp() {
        return givenUp;
    }

    /** For how long it waits, in nanoseconds; of a header, since it was begun. */
    long waits(long now) {
        if (inHeader) {
            return now - headerSince;
        }
        return now - (out.isWaiting() ? out.since() : in.since());
    }

    /**
     * Ends the direction that is waited for. Whoever waits learns it from the socket, as if the other side had hung up, so nothing
     * that works on the connection is disturbed, and a request that came in at this very moment is still answered.
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
