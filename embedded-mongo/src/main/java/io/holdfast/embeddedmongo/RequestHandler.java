package io.holdfast.embeddedmongo;

import de.bwaldvogel.mongo.wire.MongoDatabaseHandler;
import de.bwaldvogel.mongo.wire.message.ClientRequest;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.group.ChannelGroup;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs each request on a virtual thread, as it may wait for the disk. A connection's requests do not overtake each
 * other, because a client waits for the answer before it asks again.
 */
final class RequestHandler extends MongoDatabaseHandler {
    private static final Logger LOG = LoggerFactory.getLogger(RequestHandler.class);

    private final InFlight inFlight;

    RequestHandler(Backend backend, ChannelGroup clients, InFlight inFlight) {
        super(backend, clients);
        this.inFlight = inFlight;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, ClientRequest request) {
        if (!inFlight.enter()) {
            context.close();
            return;
        }
        Thread.ofVirtual()
                .name("embedded-mongo-request")
                .uncaughtExceptionHandler((_, e) -> {
                    LOG.error("a request failed; its client is hung up on", e);
                    context.close();
                })
                .start(() -> answer(context, request));
    }

    private void answer(ChannelHandlerContext context, ClientRequest request) {
        try {
            super.channelRead0(context, request);
        } finally {
            inFlight.leave();
        }
    }
}
