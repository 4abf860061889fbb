package io.holdfast.embeddedmongo;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.ClientRequest;
import de.bwaldvogel.mongo.wire.message.MessageHeader;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import de.bwaldvogel.mongo.wire.message.MongoReply;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.group.ChannelGroup;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs each request of one connection on a virtual thread, as it may wait for the disk. A connection's requests do not overtake
 * each other, because a client waits for the answer before it asks again.
 */
final class RequestHandler extends SimpleChannelInboundHandler<ClientRequest> {
    private static final Logger LOG = LoggerFactory.getLogger(RequestHandler.class);

    private final ServedStore served;
    private final ChannelGroup clients;
    private final InFlight inFlight;
    private final Login login;

    RequestHandler(ServedStore served, ChannelGroup clients, InFlight inFlight, Login login) {
        this.served = served;
        this.clients = clients;
        this.inFlight = inFlight;
        this.login = login;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) throws Exception {
        clients.add(context.channel());
        super.channelActive(context);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) throws Exception {
        served.answers().left(context.channel());
        super.channelInactive(context);
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
            Document instead = login.insteadOf(request);
            if (instead == null) {
                served.answers().to(request, context);
            } else {
                context.channel().writeAndFlush(reply(request, instead));
            }
        } finally {
            inFlight.leave();
        }
    }

    private static Object reply(ClientRequest request, Document answer) {
        var header = new MessageHeader(0, request.getHeader().getRequestID());
        return request instanceof MongoMessage
                ? new MongoMessage(request.getChannel(), header, answer)
                : new MongoReply(header, List.of(answer), 0);
    }
}
