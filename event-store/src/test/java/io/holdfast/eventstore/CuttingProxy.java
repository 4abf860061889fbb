package io.holdfast.eventstore;

import com.mongodb.ServerAddress;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands between driver and server and breaks connections around inserts: half of the time before the server has the
 * request, half of the time after it has it and before the driver has the reply.
 */
final class CuttingProxy implements AutoCloseable {

    private final ServerSocket entrance;
    private final ServerAddress server;
    private final Random random;
    private final AtomicInteger inserts = new AtomicInteger();
    private final AtomicInteger cuts = new AtomicInteger();
    private volatile int every;

    CuttingProxy(String server, Random random) throws IOException {
        this.entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.server = new ServerAddress(server);
        this.random = random;
        Thread.startVirtualThread(this::accept);
    }

    int port() {
        return entrance.getLocalPort();
    }

    int cuts() {
        return cuts.get();
    }

    /** Cuts at every n-th insert; never when 0. */
    void cutEvery(int n) {
        every = n;
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                Socket driver = entrance.accept();
                Socket mongo = new Socket(server.getHost(), server.getPort());
                Thread.startVirtualThread(() -> requests(driver, mongo));
                Thread.startVirtualThread(() -> pipe(mongo, driver));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void requests(Socket driver, Socket mongo) {
        try (driver;
                mongo) {
            InputStream in = driver.getInputStream();
            OutputStream out = mongo.getOutputStream();
            while (true) {
                byte[] length = in.readNBytes(4);
                if (length.length < 4) {
                    return;
                }
                int size = (length[0] & 0xff)
                        | (length[1] & 0xff) << 8
                        | (length[2] & 0xff) << 16
                        | (length[3] & 0xff) << 24;
                byte[] body = in.readNBytes(size - 4);
                boolean cut = isInsert(body) && every > 0 && inserts.incrementAndGet() % every == 0;
                if (cut) {
                    cuts.incrementAndGet();
                    if (random.nextBoolean()) {
                        return; // the server never hears of it
                    }
                    driver.shutdownOutput(); // the driver never hears of the outcome
                }
                out.write(length);
                out.write(body);
                out.flush();
                if (cut) {
                    mongo.shutdownOutput(); // and the server still carries it out
                    return;
                }
            }
        } catch (IOException e) {
            // a cut connection is what this is for
        }
    }

    private static boolean isInsert(byte[] message) {
        return new String(message, 0, Math.min(message.length, 64), StandardCharsets.ISO_8859_1).contains("insert\0");
    }

    private static void pipe(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // as above
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
