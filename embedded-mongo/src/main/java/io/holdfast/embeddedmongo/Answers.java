package io.holdfast.embeddedmongo;

import de.bwaldvogel.mongo.wire.MongoDatabaseHandler;
import de.bwaldvogel.mongo.wire.message.ClientRequest;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.concurrent.GlobalEventExecutor;

/** The library's way from a request to its reply, over one open store. */
final class Answers extends MongoDatabaseHandler {
    private final Backend backend;

    Answers(Backend backend) {
        super(backend, new DefaultChannelGroup(GlobalEventExecutor.INSTANCE));
        this.backend = backend;
    }

    Backend backend() {
        return backend;
    }

    /** Returns when the reply is on its way. */
    void to(ClientRequest request, ChannelHandlerContext context) {
        channelRead0(context, request);
    }

    /** A client has gone. */
    void left(Channel client) {
        backend.handleClose(client);
    }
}
