package io.holdfast.runtime.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses a Content-Type that names no format, such as {@code *}{@code /*}, because it does not say how to read the
 * body.
 */
final class ReadableContentType implements HandlerInterceptor {
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws HttpMediaTypeNotSupportedException {
        String given = request.getContentType();
        if (given != null && !isReadable(given)) {
            throw new HttpMediaTypeNotSupportedException("Content-Type names no format");
        }
        return true;
    }

    private static boolean isReadable(String contentType) {
        try {
            return MediaType.parseMediaType(contentType).isConcrete();
        } catch (InvalidMediaTypeException notOne) {
            return false;
        }
    }
}
