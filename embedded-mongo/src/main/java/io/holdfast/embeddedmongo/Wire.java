package io.holdfast.embeddedmongo;

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
import org.jspecify.annotations.Nullable;

/** The socket on the loopback address. Netty's threads only read and write; commands run on virtual threads. */
final class Wire implements AutoCloseable {
    private static final int IO_THREADS = 2;
    private static final int BACKLOG = 512;

    private final EventLoopGroup loops = new MultiThreadIoEventLoopGroup(
            IO_THREADS, new DefaultThreadFactory("embedded-mongo", true), NioIoHandler.newFactory());
    private final ChannelGroup clients = new DefaultChannelGroup("embedded-mongo", GlobalEventExecutor.INSTANCE);
    private final InFlight inFlight = new InFlight();
    private final Channel channel;

    Wire(ServedStore served, @Nullable String secret, int port) {
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
                                .addLast(new RequestHandler(served, clients, inFlight, new Login(secret)))
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

    int port() {
        return ((InetSocketAddress) channel.localAddress()).getPort();
    }

    /** Takes no more requests, finishes those it has, then hangs up. */
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
