package io.holdfast.projection.support.web;

import io.holdfast.runtime.web.PositionHeader;
import io.holdfast.value.InvalidValueException;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Handles the {@code X-Holdfast-Position} header. The position is read before the answer is made, so the answer is at
 * least as recent as the header says.
 */
final class PositionInterceptor implements HandlerInterceptor {
    private static final Pattern POSITION = Pattern.compile("-1|[0-9]{1,18}");

    private final PositionWaits waits;

    PositionInterceptor(PositionWaits waits) {
        this.waits = waits;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getDispatcherType() == DispatcherType.REQUEST && handler instanceof HandlerMethod method) {
            AnswersFrom from = answersFrom(method);
            if (from != null) {
                long wanted = wanted(Collections.list(request.getHeaders(PositionHeader.NAME)));
                long position = waits.await(from.value(), wanted, request);
                response.setHeader(PositionHeader.NAME, Long.toString(position));
            }
        }
        return true;
    }

    private static long wanted(List<String> headers) {
        if (headers.isEmpty()) {
            return -1;
        }
        String header = headers.getFirst().strip();
        if (headers.size() > 1 || !POSITION.matcher(header).matches()) {
            throw new InvalidValueException(PositionHeader.NAME, "is one position, as an earlier answer carried it");
        }
        return Long.parseLong(header);
    }

    private static @Nullable AnswersFrom answersFrom(HandlerMethod method) {
        AnswersFrom onMethod = AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), AnswersFrom.class);
        return onMethod != null
                ? onMethod
                : AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), AnswersFrom.class);
    }
}
