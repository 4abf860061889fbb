package io.holdfast.projection.support.web;

import io.holdfast.projection.support.PositionGate;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** After access was decided: whoever may not ask need not wait. */
@Configuration(proxyBeanMethods = false)
class PositionConfiguration implements WebMvcConfigurer {
    private final PositionGate gate;

    PositionConfiguration(PositionGate gate) {
        this.gate = gate;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new PositionInterceptor(gate)).order(Ordered.LOWEST_PRECEDENCE);
    }
}
