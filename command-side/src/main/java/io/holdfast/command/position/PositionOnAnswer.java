package io.holdfast.command.position;

import io.holdfast.eventstore.api.CommitPositions;
import io.holdfast.runtime.web.PositionHeader;
import jakarta.servlet.http.HttpServletResponse;
import java.util.OptionalLong;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Sets the position of a command's last event on the HTTP response, once the event is stored: a query that carries the
 * position sees what was written. When one request sends several commands, the last one counts. Commands handled on
 * other threads than the request's set no position; a stream of declarations sends its position in a trailer.
 */
final class PositionOnAnswer implements MessageHandlerInterceptor<CommandMessage<?>> {
    private final EventStore log;

    PositionOnAnswer(EventStore log) {
        this.log = log;
    }

    @Override
    public @Nullable Object handle(UnitOfWork<? extends CommandMessage<?>> unitOfWork, InterceptorChain chain)
            throws Exception {
        unitOfWork.afterCommit(this::tell);
        return chain.proceed();
    }

    private void tell(UnitOfWork<?> unitOfWork) {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request) {
            HttpServletResponse response = request.getResponse();
            if (response != null && !response.isCommitted()) {
                response.setHeader(PositionHeader.NAME, Long.toString(position(unitOfWork)));
            }
        }
    }

    /** A command that changed nothing answers from earlier events: the end of the log covers them. */
    private long position(UnitOfWork<?> unitOfWork) {
        OptionalLong committed = CommitPositions.of(unitOfWork);
        if (committed.isPresent()) {
            return committed.getAsLong();
        }
        TrackingToken head = log.createHeadToken();
        return head == null ? -1 : head.position().orElse(-1);
    }
}
