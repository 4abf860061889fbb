package io.holdfast.runtime.security;

import jakarta.annotation.security.RolesAllowed;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authorization.AuthorityAuthorizationManager;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Lets a request through to a controller of this house only with one of the roles of {@link RolesAllowed} on its method, or
 * else on its class. Without the annotation nobody gets through. Decided before the body is read, so that who may not ask
 * learns nothing from the answer; that is why this is not a proxy around the controller.
 */
final class RolesAllowedInterceptor implements HandlerInterceptor {
    private static final String OURS = "io.holdfast.";

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getDispatcherType() == DispatcherType.REQUEST
                && handler instanceof HandlerMethod method
                && method.getBeanType().getName().startsWith(OURS)) {
            decide(request, method);
        }
        return true;
    }

    private static void decide(HttpServletRequest request, HandlerMethod method) {
        RolesAllowed allowed = allowed(method);
        if (allowed == null) {
            throw new AccessDeniedException("Nobody may call " + method.getShortLogMessage());
        }
        AuthorizationManager<HttpServletRequest> roles = AuthorityAuthorizationManager.hasAnyRole(allowed.value());
        var decision = roles.authorize(() -> SecurityContextHolder.getContext().getAuthentication(), request);
        if (decision == null || !decision.isGranted()) {
            throw new AccessDeniedException("Needs one of " + List.of(allowed.value()));
        }
    }

    static @Nullable RolesAllowed allowed(HandlerMethod method) {
        RolesAllowed onMethod = AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), RolesAllowed.class);
        return onMethod != null
                ? onMethod
                : AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), RolesAllowed.class);
    }
}
