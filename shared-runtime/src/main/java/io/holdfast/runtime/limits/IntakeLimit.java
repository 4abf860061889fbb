package io.holdfast.runtime.limits;

import io.holdfast.runtime.limits.LimitProperties.Intake;
import io.holdfast.runtime.web.RequestNotes;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Limits how often declarations are submitted, per caller and per address. Runs after authorisation and before the body
 * is read.
 */
final class IntakeLimit implements HandlerInterceptor {
    private final RateLimit byCaller;
    private final RateLimit byAddress;

    IntakeLimit(Intake limits) {
        this.byCaller = new RateLimit(new Rate(limits.perCaller(), limits.per()));
        this.byAddress = new RateLimit(new Rate(limits.perAddress(), limits.per()));
    }

    /** @throws TooManyRequestsException when the caller or the address has reached its limit */
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getDispatcherType() == DispatcherType.REQUEST
                && request.getMethod().equals("POST")) {
            Optional<Duration> wait = byAddress.take(request.getRemoteAddr()).or(() -> ofCaller(request));
            if (wait.isPresent()) {
                throw new TooManyRequestsException(wait.get());
            }
        }
        return true;
    }

    private Optional<Duration> ofCaller(HttpServletRequest request) {
        var caller = RequestNotes.caller(request);
        return caller == null ? Optional.empty() : byCaller.take(caller.id().value());
    }
}
