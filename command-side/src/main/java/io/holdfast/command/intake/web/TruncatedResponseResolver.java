package io.holdfast.command.intake.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.DisconnectedClientHelper;

/**
 * A streamed answer that fails halfway must not look complete: the connection is cut, so the caller knows to send the
 * request again. While nothing has been sent, the buffered output is discarded and the problem is answered instead.
 */
@Component
class TruncatedResponseResolver implements HandlerExceptionResolver, Ordered {
    private static final Logger LOG = LoggerFactory.getLogger(TruncatedResponseResolver.class);

    /** Leaves the servlet on purpose; {@link CutOffFilter} handles it. */
    static final class TruncatedResponseException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TruncatedResponseException(Exception cause) {
            super("A streamed answer was cut off", cause, false, false);
        }
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    /** @throws TruncatedResponseException when part of a streamed answer has been sent */
    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception failed) {
        if (!StreamedAnswer.isStarted(request)) {
            return null;
        }
        if (!response.isCommitted()) {
            response.resetBuffer();
            return null;
        }
        if (DisconnectedClientHelper.isClientDisconnectedException(failed)) {
            LOG.debug("The caller of a streamed answer has gone", failed);
            return new ModelAndView();
        }
        LOG.warn("A streamed answer is cut off: {}", failed.toString());
        throw new TruncatedResponseException(failed);
    }
}
