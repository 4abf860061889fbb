package io.holdfast.runtime.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/**
 * Handles {@code If-None-Match: *}: the caller has some version and wants no other, so any resource with a version is
 * answered with 304 (RFC 9110, 13.1.2). Spring compares entity tags, single, in lists and weak, but does not handle
 * this form for GET.
 */
@ControllerAdvice
@Order(0)
class AnyVersionIsKnown implements ResponseBodyAdvice<Object> {
    private static final List<HttpMethod> SAFE = List.of(HttpMethod.GET, HttpMethod.HEAD);

    @Override
    public boolean supports(MethodParameter result, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter result,
            MediaType type,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        if (SAFE.contains(request.getMethod())
                && "*"
                        .equals(String.join(",", request.getHeaders().getOrEmpty(HttpHeaders.IF_NONE_MATCH))
                                .strip())
                && response.getHeaders().getETag() != null
                && response instanceof ServletServerHttpResponse servlet
                && servlet.getServletResponse().getStatus() == HttpServletResponse.SC_OK) {
            response.setStatusCode(HttpStatus.NOT_MODIFIED);
            return null;
        }
        return body;
    }
}
