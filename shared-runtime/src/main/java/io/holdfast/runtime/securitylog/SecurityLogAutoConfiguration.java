package io.holdfast.runtime.securitylog;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;

/** Enables the security log if there is a store for its entries. */
@AutoConfiguration(
        afterName = {
            "io.holdfast.runtime.securitylog.mongo.SecurityEntriesAutoConfiguration",
            "io.holdfast.runtime.ops.ClockAutoConfiguration"
        })
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnBean(SecurityEntries.class)
@EnableConfigurationProperties(SecurityLogProperties.class)
class SecurityLogAutoConfiguration {
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Bean
    SecurityLog securityLog(SecurityEntries entries, SecurityLogProperties properties) {
        return new SecurityLog(entries, properties.waiting(), PAUSE, PATIENCE);
    }

    /** Comes after the filter that sets the correlation id, and before everything that can refuse a request. */
    @Bean
    FilterRegistrationBean<SecurityLogFilter> securityLogFilter(
            SecurityLog securityLog, SecurityLogProperties properties, Clock clock) {
        var filter = new FilterRegistrationBean<>(
                new SecurityLogFilter(securityLog, properties.reads(), properties.paths(), clock));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        return filter;
    }

    @Bean
    MeterBinder securityLogMetrics(SecurityLog securityLog) {
        return registry -> FunctionCounter.builder("holdfast.security.log.dropped", securityLog, SecurityLog::dropped)
                .description("Entries of the security log that were never written")
                .register(registry);
    }
}
