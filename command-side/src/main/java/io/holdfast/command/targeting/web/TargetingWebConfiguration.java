package io.holdfast.command.targeting.web;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Configures what all requests about rule sets have in common. */
@Configuration(proxyBeanMethods = false)
class TargetingWebConfiguration implements WebMvcConfigurer {
    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new HeavyRequests()).addPathPatterns("/api/v1/rule-sets", "/api/v1/rule-sets/**");
    }
}
