package io.holdfast.projection.answer;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Refuses a query parameter that the controller does not read: a misspelt filter would show what it was meant to leave out. A
 * repeated one is refused for the same reason. After access was decided.
 */
@Configuration(proxyBeanMethods = false)
class KnownParameters implements WebMvcConfigurer, HandlerInterceptor {
    private static final String OURS = "io.holdfast.projection.";

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(this).order(Ordered.LOWEST_PRECEDENCE);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getDispatcherType() == DispatcherType.REQUEST
                && handler instanceof HandlerMethod method
                && method.getBeanType().getName().startsWith(OURS)) {
            check(request, known(method));
        }
        return true;
    }

    private static void check(HttpServletRequest request, Set<String> known) {
        request.getParameterMap().forEach((name, values) -> {
            if (!known.contains(name)) {
                throw new BadParameterException(name, "is not known here; known are " + known);
            }
            if (values.length > 1) {
                throw new BadParameterException(name, "must be given once");
            }
        });
    }

    private static Set<String> known(HandlerMethod method) {
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
