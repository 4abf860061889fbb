package io.holdfast.projection.support.web;

import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Registers the interceptor after access control: a caller without access gets the refusal without waiting. */
@Configuration(proxyBeanMethods = false)
class PositionConfiguration implements WebMvcConfigurer {
    private final PositionWaits waits;

    PositionConfiguration(PositionWaits waits) {
        this.waits = waits;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new PositionInterceptor(waits)).order(Ordered.LOWEST_PRECEDENCE - 10);
    }
}
