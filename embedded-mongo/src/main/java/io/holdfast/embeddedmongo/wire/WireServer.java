package io.holdfast.embeddedmongo.wire;

import de.bwaldvogel.mongo.wire.MongoExceptionHandler;
import de.bwaldvogel.mongo.wire.MongoWireProtocolHandler;
import de.bwaldvogel.mongo.wire.MongoWireReplyEncoder;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Listens on the loopback address. Netty's threads only read and write; commands run on virtual threads. */
public final class WireServer implements AutoCloseable {
    private static final int IO_THREADS = 2;
    private static final int BACKLOG = 512;

    private final EventLoopGroup loops = new MultiThreadIoEventLoopGroup(
            IO_THREADS, new DefaultThreadFactory("embedded-mongo", true), NioIoHandler.newFactory());
    private final ChannelGroup clients = new DefaultChannelGroup("embedded-mongo", GlobalEventExecutor.INSTANCE);
    private final InFlightRequests inFlight = new InFlightRequests();
    private final Channel channel;
    private final @Nullable String secret;

    /**
     * Starts listening.
     *
     * @param dispatcher asked anew for each request, because the store may have been reopened since the last one
     * @param secret that clients log in with; null admits every client
     * @param port 0 for any free port
     */
    public WireServer(Supplier<RequestDispatcher> dispatcher, @Nullable String secret, int port) {
        this.secret = secret;
        ServerBootstrap bootstrap = new ServerBootstrap()
                .group(loops)
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_BACKLOG, BACKLOG)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel client) {
                        client.pipeline()
                                .addLast(new MongoWireReplyEncoder())
                                .addLast(new ReplyEncoder())
                                .addLast(new MongoWireProtocolHandler())
                                .addLast(new RequestHandler(dispatcher, clients, inFlight, new Login(secret)))
                                .addLast(new MongoExceptionHandler());
                    }
                });
        boolean bound = false;
        try {
            channel = bootstrap
                    .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
                    .syncUninterruptibly()
                    .channel();
            bound = true;
        } finally {
            if (!bound) {
                stop();
            }
        }
    }

    public int port() {
        return ((InetSocketAddress) channel.localAddress()).getPort();
    }

    /** What a driver connects with; it contains the secret, so keep it out of logs. */
    public String connectionString() {
        String options = "/?directConnection=true&retryWrites=false&retryReads=false";
        return secret == null
                ? "mongodb://127.0.0.1:" + port() + options
                : "mongodb://" + Login.USER + ":" + secret + "@127.0.0.1:" + port() + options
                        + "&authMechanism=PLAIN&authSource=$external";
    }

    /** Accepts no more requests, finishes the running ones, then closes the connections. */
    @Override
    public void close() {
        channel.close().syncUninterruptibly();
        inFlight.finish();
        clients.close().syncUninterruptibly();
        stop();
    }

    private void stop() {
        loops.shutdownGracefully(0, 5, TimeUnit.SECONDS).syncUninterruptibly();
    }
}
