package io.holdfast.runtime.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses a request parameter that the controller does not read: with a misspelt filter a query would show what should
 * be left out, and a command would do what nobody asked for. A repeated or empty parameter is refused for the same
 * reason. The known parameters are taken from the method's signature, so that no controller can forget this. Runs after
 * authorisation.
 */
final class KnownParameters implements HandlerInterceptor {
    private static final String OURS = "io.holdfast.";

    /** @throws UnusableParameterException for a parameter that is unknown, repeated or empty */
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getDispatcherType() == DispatcherType.REQUEST
                && handler instanceof HandlerMethod method
                && method.getBeanType().getName().startsWith(OURS)
                && !isFormInsteadOfBody(request, method)) {
            check(request, known(method));
        }
        return true;
    }

    private static void check(HttpServletRequest request, Set<String> known) {
        request.getParameterMap().forEach((name, values) -> {
            if (!known.contains(name)) {
                throw new UnusableParameterException(
                        name, known.isEmpty() ? "is not known here; none is" : "is not known here; known are " + known);
            }
            if (values.length > 1) {
                throw new UnusableParameterException(name, "must be given once");
            }
            if (values[0].isBlank()) {
                throw new UnusableParameterException(name, "must not be empty; leave it out instead");
            }
        });
    }

    /** A form that is refused as a body need not be read as parameters. */
    private static boolean isFormInsteadOfBody(HttpServletRequest request, HandlerMethod method) {
        String type = request.getContentType();
        return type != null
                && type.toLowerCase(Locale.ROOT).startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE)
                && Arrays.stream(method.getMethod().getParameters())
                        .anyMatch(parameter -> parameter.isAnnotationPresent(RequestBody.class));
    }

    static Set<String> known(HandlerMethod method) {
        var names = new TreeSet<String>();
        Arrays.stream(method.getMethod().getParameters())
                .flatMap(KnownParameters::names)
                .forEach(names::add);
        return names;
    }

    private static Stream<String> names(Parameter parameter) {
        RequestParam one = parameter.getAnnotation(RequestParam.class);
        if (one != null) {
            return Stream.of(one.name().isEmpty() ? parameter.getName() : one.name());
        }
        return parameter.isAnnotationPresent(ParameterObject.class)
                ? Arrays.stream(parameter.getType().getRecordComponents()).map(RecordComponent::getName)
                : Stream.empty();
    }
}
