package io.holdfast.runtime.connections;

import static java.util.stream.Collectors.groupingBy;

import java.net.InetAddress;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.SocketBufferHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A Tomcat endpoint that keeps room for new connections. When seven eighths of the allowed connections are open, it
 * closes some that are waiting for their client: those of the address with the most of them, longest waiting first. A
 * connection with work in progress is never closed.
 */
final class BoundedEndpoint extends NioEndpoint {
    private static final Logger LOG = LoggerFactory.getLogger(BoundedEndpoint.class);
    private static final int SHARE = 32;
    private static final long QUIET_NANOS = Duration.ofSeconds(10).toNanos();

    private Pace pace = new Pace(0, Duration.ofDays(1));
    private long told;
    private long closed;

    /** Must be called before the endpoint starts. */
    void keep(Pace slowest) {
        pace = slowest;
    }

    @Override
    protected NioChannel createChannel(SocketBufferHandler buffers) {
        return isSSLEnabled() ? new TlsChannel(buffers, this, pace) : new PlainChannel(buffers, pace);
    }

    /** Called for each new connection, on the single acceptor thread. */
    @Override
    protected boolean setSocketOptions(SocketChannel socket) {
        if (connections.size() >= most()) {
            makeRoom();
        }
        return super.setSocketOptions(socket);
    }

    private int most() {
        return Math.max(1, getMaxConnections() / 8 * 7);
    }

    private void makeRoom() {
        var waiting = new ArrayList<Connection>();
        int open = 0;
        for (var wrapper : connections.values()) {
            Connection connection = Connection.of(wrapper);
            if (connection != null && !connection.isGivenUp()) {
                open++;
                if (connection.isWaiting()) {
                    waiting.add(connection);
                }
            }
        }
        if (open >= most() && !waiting.isEmpty()) {
            giveUp(waiting);
        }
    }

    private void giveUp(List<Connection> waiting) {
        Map.Entry<InetAddress, List<Connection>> most =
                waiting.stream().collect(groupingBy(Connection::address)).entrySet().stream()
                        .max(Comparator.comparingInt(entry -> entry.getValue().size()))
                        .orElseThrow();
        long now = System.nanoTime();
        List<Connection> longest = most.getValue().stream()
                .sorted(Comparator.comparingLong(connection -> -connection.waits(now)))
                .limit(Math.max(1, getMaxConnections() / SHARE))
                .toList();
        longest.forEach(Connection::giveUp);
        closed += longest.size();
        if (told == 0 || now - told > QUIET_NANOS) {
            LOG.warn(
                    "{} connections are open, of at most {}; {} that waited longest were closed, the last ones from {}",
                    connections.size(),
                    getMaxConnections(),
                    closed,
                    most.getKey().getHostAddress());
            told = now;
            closed = 0;
        }
    }
}
