package io.holdfast.runtime.limits;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Bounds how many requests are worked on at once, since virtual threads, one for each, would have no end. Streams of events are not
 * counted: they mostly sleep, and have bounds of their own.
 */
final class RequestsAtOnce implements HandlerInterceptor {
    private static final String PLACE = RequestsAtOnce.class.getName();

    private final Places places;

    RequestsAtOnce(LimitProperties.Requests limits) {
        this.places = new Places(limits.atOnce(), limits.patience(), "requests under way");
    }

    /** @throws io.holdfast.runtime.web.TooBusyException when there is no place in time */
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getDispatcherType() == DispatcherType.REQUEST
                && handler instanceof HandlerMethod method
                && !isStream(method)) {
            request.setAttribute(PLACE, places.take(request));
        }
        return true;
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failed) {
        if (request.getAttribute(PLACE) instanceof Places.Place place) {
            request.removeAttribute(PLACE);
            place.close();
        }
    }

    private static boolean isStream(HandlerMethod method) {
        var mapping = AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), RequestMapping.class);
        return mapping != null && Arrays.asList(mapping.produces()).contains(MediaType.TEXT_EVENT_STREAM_VALUE);
    }
}
