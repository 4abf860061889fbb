package io.holdfast.projection.support.web;

import io.holdfast.projection.support.PositionGate;
import io.holdfast.runtime.limits.Places;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** After access was decided: whoever may not ask need not wait. */
@Configuration(proxyBeanMethods = false)
class PositionConfiguration implements WebMvcConfigurer {
    private final PositionGate gate;
    private final Places waiting;

    /** @param most questions that wait at once, half of them of one caller */
    PositionConfiguration(PositionGate gate, @Value("${holdfast.projections.max-waiting:200}") int most) {
        this.gate = gate;
        this.waiting = new Places(most, Duration.ZERO, "questions that wait for a position");
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new PositionInterceptor(gate, waiting)).order(Ordered.LOWEST_PRECEDENCE - 10);
    }
}
