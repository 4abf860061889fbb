package io.holdfast.runtime.limits;

import io.holdfast.runtime.web.Problems;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Configures the limits on intake and on concurrent requests. The limit on failed logins belongs to authentication. */
@AutoConfiguration(
        afterName = "io.holdfast.runtime.security.AccessAutoConfiguration",
        beforeName = "org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration")
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties(LimitProperties.class)
@Import(LimitsAutoConfiguration.TooOften.class)
class LimitsAutoConfiguration {
    private static final String INTAKE = "/api/v1/declarations";

    @Bean
    WebMvcConfigurer requestsAtOnce(LimitProperties limits) {
        var limit = new RequestsAtOnce(limits.requests());
        return new WebMvcConfigurer() {
            /** Comes last, so that a request that waits for something else does not occupy a slot. */
            @Override
            public void addInterceptors(InterceptorRegistry interceptors) {
                interceptors.addInterceptor(limit).order(Ordered.LOWEST_PRECEDENCE);
            }
        };
    }

    @Bean
    WebMvcConfigurer intakeLimit(LimitProperties limits) {
        var limit = new IntakeLimit(limits.intake());
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry interceptors) {
                interceptors.addInterceptor(limit).addPathPatterns(INTAKE).order(Ordered.LOWEST_PRECEDENCE - 10);
            }
        };
    }

    /** Comes before the advice of any controller, because this refusal is the same everywhere. */
    @RestControllerAdvice
    @Order(Ordered.HIGHEST_PRECEDENCE)
    static class TooOften {
        @ExceptionHandler
        ResponseEntity<ProblemDetail> on(TooManyRequestsException refused) {
            return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                    .header(HttpHeaders.RETRY_AFTER, Long.toString(refused.retryAfterSeconds()))
                    .body(Problems.of(
                            HttpStatus.TOO_MANY_REQUESTS,
                            "too-many-requests",
                            "Too many requests",
                            String.valueOf(refused.getMessage())));
        }
    }
}
