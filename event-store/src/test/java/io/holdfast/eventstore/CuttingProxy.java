package io.holdfast.eventstore;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.ServerAddress;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.connection.ClusterConnectionMode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** A proxy between driver and server that injects network faults into requests. */
final class CuttingProxy implements AutoCloseable {

    /** The faults of a request. */
    enum Fault {
        /** The connection breaks before the server has received the request. */
        CUT_BEFORE_THE_REQUEST,
        /** The connection breaks after the server has received the request and before the driver has the reply. */
        CUT_BEFORE_THE_REPLY,
        /** The request arrives late. */
        DELAY,
        /** The request arrives or not, and the driver hears nothing more on a connection that stays open. */
        STALL
    }

    private static final long LONGEST_DELAY = TimeUnit.MILLISECONDS.toNanos(60);

    private final ServerSocket entrance;
    private final ServerAddress server;
    private final Random random;
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicInteger broken = new AtomicInteger();
    private volatile int every;
    private volatile boolean onlyInserts;
    private volatile List<Fault> faults = List.of();

    CuttingProxy(String server, Random random) throws IOException {
        this.entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.server = new ServerAddress(server);
        this.random = random;
        Thread.startVirtualThread(this::accept);
    }

    /** Starts a proxy for the first server of the URI. */
    static CuttingProxy before(String uri, Random random) throws IOException {
        return new CuttingProxy(new ConnectionString(uri).getHosts().getFirst(), random);
    }

    /** A client that connects through this proxy, without the driver's retries and with short timeouts. */
    MongoClient client(String uri) {
        return MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(uri))
                .applyToClusterSettings(cluster -> cluster.hosts(List.of(new ServerAddress("127.0.0.1", port())))
                        .mode(ClusterConnectionMode.SINGLE)
                        .serverSelectionTimeout(2, TimeUnit.SECONDS))
                .retryWrites(false)
                .retryReads(false)
                .applyToSocketSettings(socket -> socket.readTimeout(400, TimeUnit.MILLISECONDS))
                .applyToServerSettings(settings -> settings.minHeartbeatFrequency(5, TimeUnit.MILLISECONDS)
                        .heartbeatFrequency(20, TimeUnit.MILLISECONDS))
                .build());
    }

    int port() {
        return entrance.getLocalPort();
    }

    /** How many requests had a fault. */
    int cuts() {
        return broken.get();
    }

    /** Breaks the connection at every n-th insert; never when 0. */
    void cutEvery(int n) {
        faults = List.of(Fault.CUT_BEFORE_THE_REQUEST, Fault.CUT_BEFORE_THE_REPLY);
        onlyInserts = true;
        every = n;
    }

    /** Injects one of these faults into one in n requests on average, heartbeats excluded. */
    void breakEvery(int n, Set<Fault> kinds) {
        faults = List.copyOf(EnumSet.copyOf(kinds));
        onlyInserts = false;
        every = n;
    }

    void heal() {
        every = 0;
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                Socket driver = entrance.accept();
                var connection = new Connection(driver, new Socket(server.getHost(), server.getPort()));
                Thread.startVirtualThread(connection::requests);
                Thread.startVirtualThread(connection::replies);
            } catch (IOException e) {
                return; // the proxy is closed, or the server is down
            }
        }
    }

    private synchronized Fault next(byte[] message) {
        int now = every;
        if (now == 0 || !isMeant(message)) {
            return null;
        }
        boolean due = onlyInserts ? requests.incrementAndGet() % now == 0 : random.nextInt(now) == 0;
        if (!due) {
            return null;
        }
        broken.incrementAndGet();
        return faults.get(random.nextInt(faults.size()));
    }

    private boolean isMeant(byte[] message) {
        String start = new String(message, 0, Math.min(message.length, 80), StandardCharsets.ISO_8859_1);
        return onlyInserts
                ? start.contains("insert\0")
                : !start.contains("hello\0")
                        && !start.toLowerCase(java.util.Locale.ROOT).contains("ismaster\0");
    }

    private final class Connection {
        private final Socket driver;
        private final Socket mongo;
        private volatile boolean mute;

        Connection(Socket driver, Socket mongo) {
            this.driver = driver;
            this.mongo = mongo;
        }

        void requests() {
            try (driver;
                    mongo) {
                InputStream in = driver.getInputStream();
                byte[] length = in.readNBytes(4);
                while (length.length == 4) {
                    int size = (length[0] & 0xff)
                            | (length[1] & 0xff) << 8
                            | (length[2] & 0xff) << 16
                            | (length[3] & 0xff) << 24;
                    byte[] body = in.readNBytes(size - 4);
                    if (!passOn(length, body, next(body))) {
                        return;
                    }
                    length = in.readNBytes(4);
                }
            } catch (IOException e) {
                // broken connections are expected
            }
        }

        /** False when the connection has ended. */
        private boolean passOn(byte[] length, byte[] body, Fault fault) throws IOException {
            switch (fault) {
                case null -> send(length, body);
                case CUT_BEFORE_THE_REQUEST -> {
                    return false;
                }
                case CUT_BEFORE_THE_REPLY -> {
                    driver.shutdownOutput();
                    send(length, body);
                    mongo.shutdownOutput(); // the server still carries it out
                    return false;
                }
                case DELAY -> {
                    LockSupport.parkNanos(random.nextLong(LONGEST_DELAY));
                    send(length, body);
                }
                case STALL -> {
                    mute = true;
                    if (random.nextBoolean()) {
                        send(length, body);
                    }
                }
            }
            return true;
        }

        private void send(byte[] length, byte[] body) throws IOException {
            OutputStream out = mongo.getOutputStream();
            out.write(length);
            out.write(body);
            out.flush();
        }

        void replies() {
            try (driver;
                    mongo) {
                InputStream in = mongo.getInputStream();
                OutputStream out = driver.getOutputStream();
                byte[] buffer = new byte[16 * 1024];
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    if (!mute) {
                        out.write(buffer, 0, read);
                        out.flush();
                    }
                }
            } catch (IOException e) {
                // broken connections are expected
            }
        }
    }

    @Override
    public void close() {
        try {
            entrance.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
