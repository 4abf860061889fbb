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
 * Limits how many requests are in progress at the same time, because virtual threads, one per request, have no limit of
 * their own. Streams of events are not counted: they are idle most of the time and have limits of their own.
 */
final class RequestsAtOnce implements HandlerInterceptor {
    private static final String PLACE = RequestsAtOnce.class.getName();

    private final Places places;

    RequestsAtOnce(LimitProperties.Requests limits) {
        this.places = new Places(limits.atOnce(), limits.patience(), "requests under way");
    }

    /** @throws io.holdfast.runtime.web.TooBusyException when no slot becomes free in time */
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
