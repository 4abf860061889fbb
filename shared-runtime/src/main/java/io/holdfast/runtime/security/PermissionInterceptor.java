package io.holdfast.runtime.security;

import io.holdfast.actor.Permission;
import io.holdfast.actor.Role;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authorization.AuthorityAuthorizationManager;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Lets a request reach one of Holdfast's controllers only if the caller has the permission that
 * {@link RequiresPermission} names. A method without the annotation, on itself or its class, is closed to everybody.
 * The check runs before the body is read, so that a caller without the permission gets no answer that depends on it; a
 * proxy around the controller would run too late for that.
 */
final class PermissionInterceptor implements HandlerInterceptor {
    private static final String HOLDFAST = "io.holdfast.";

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getDispatcherType() == DispatcherType.REQUEST
                && handler instanceof HandlerMethod method
                && method.getBeanType().getName().startsWith(HOLDFAST)) {
            check(request, method);
        }
        return true;
    }

    private static void check(HttpServletRequest request, HandlerMethod method) {
        RequiresPermission required = required(method);
        if (required == null) {
            throw new AccessDeniedException("Nobody may call " + method.getShortLogMessage());
        }
        AuthorizationManager<HttpServletRequest> granted =
                AuthorityAuthorizationManager.hasAnyRole(roles(required.value()));
        var decision =
                granted.authorize(() -> SecurityContextHolder.getContext().getAuthentication(), request);
        if (decision == null || !decision.isGranted()) {
            throw new AccessDeniedException(
                    "Needs one of " + new TreeSet<>(required.value().roles()));
        }
    }

    private static @Nullable RequiresPermission required(HandlerMethod method) {
        RequiresPermission onMethod =
                AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), RequiresPermission.class);
        return onMethod != null
                ? onMethod
                : AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), RequiresPermission.class);
    }

    static String[] roles(Permission permission) {
        return permission.roles().stream().map(Role::name).toArray(String[]::new);
    }
}
