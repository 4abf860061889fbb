package io.holdfast.projection.support.web;

import io.holdfast.projection.support.PositionGate;
import io.holdfast.runtime.web.PositionHeader;
import io.holdfast.value.InvalidValueException;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Reads the position before the answer is made, so that the answer is at least as true as the header says. */
final class PositionInterceptor implements HandlerInterceptor {
    private final PositionGate gate;

    PositionInterceptor(PositionGate gate) {
        this.gate = gate;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getDispatcherType() == DispatcherType.REQUEST && handler instanceof HandlerMethod method) {
            AnswersFrom from = answersFrom(method);
            if (from != null) {
                long position = gate.await(from.value(), wanted(request.getHeader(PositionHeader.NAME)));
                response.setHeader(PositionHeader.NAME, Long.toString(position));
            }
        }
        return true;
    }

    private static long wanted(@Nullable String header) {
        if (header == null) {
            return -1;
        }
        try {
            return Long.parseLong(header.strip());
        } catch (NumberFormatException e) {
            throw new InvalidValueException(PositionHeader.NAME, "is a position, as an earlier answer carried it");
        }
    }

    private static @Nullable AnswersFrom answersFrom(HandlerMethod method) {
        AnswersFrom onMethod = AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), AnswersFrom.class);
        return onMethod != null
                ? onMethod
                : AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), AnswersFrom.class);
    }
}
