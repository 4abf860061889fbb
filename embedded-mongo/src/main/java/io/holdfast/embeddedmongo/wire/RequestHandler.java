package io.holdfast.embeddedmongo.wire;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.ClientRequest;
import de.bwaldvogel.mongo.wire.message.MessageHeader;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import de.bwaldvogel.mongo.wire.message.MongoReply;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.group.ChannelGroup;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs each request of one connection on a virtual thread, because it may wait for the disk. The requests of one connection keep their
 * order, because a client waits for the reply before it sends the next.
 */
final class RequestHandler extends SimpleChannelInboundHandler<ClientRequest> {
    private static final Logger LOG = LoggerFactory.getLogger(RequestHandler.class);

    private final Supplier<RequestDispatcher> dispatcher;
    private final ChannelGroup clients;
    private final InFlightRequests inFlight;
    private final Login login;

    RequestHandler(
            Supplier<RequestDispatcher> dispatcher, ChannelGroup clients, InFlightRequests inFlight, Login login) {
        this.dispatcher = dispatcher;
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
        dispatcher.get().clientLeft(context.channel());
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
                    LOG.error("a request failed; the connection is closed", e);
                    context.close();
                })
                .start(() -> handle(context, request));
    }

    private void handle(ChannelHandlerContext context, ClientRequest request) {
        try {
            Document instead = login.replyInstead(request);
            if (instead == null) {
                dispatcher.get().dispatch(request, context);
            } else {
                context.channel().writeAndFlush(reply(request, instead));
            }
        } finally {
            inFlight.leave();
        }
    }

    private static Object reply(ClientRequest request, Document body) {
        var header = new MessageHeader(0, request.getHeader().getRequestID());
        return request instanceof MongoMessage
                ? new MongoMessage(request.getChannel(), header, body)
                : new MongoReply(header, List.of(body), 0);
    }
}
