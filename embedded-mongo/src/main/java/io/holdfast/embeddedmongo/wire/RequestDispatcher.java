package io.holdfast.embeddedmongo.wire;

import de.bwaldvogel.mongo.wire.MongoDatabaseHandler;
import de.bwaldvogel.mongo.wire.message.ClientRequest;
import io.holdfast.embeddedmongo.command.Backend;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.concurrent.GlobalEventExecutor;

/** Hands requests to the library, which sends the replies; serves one open store. */
public final class RequestDispatcher extends MongoDatabaseHandler {
    private final Backend backend;

    public RequestDispatcher(Backend backend) {
        super(backend, new DefaultChannelGroup(GlobalEventExecutor.INSTANCE));
        this.backend = backend;
    }

    public Backend backend() {
        return backend;
    }

    /** Returns once the reply has been sent off. */
    void dispatch(ClientRequest request, ChannelHandlerContext context) {
        channelRead0(context, request);
    }

    /** Releases what the backend keeps for a client that has disconnected. */
    void clientLeft(Channel client) {
        backend.handleClose(client);
    }
}
