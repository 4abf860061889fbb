package io.holdfast.command.intake.web;

import io.holdfast.command.intake.web.TruncatedResponseResolver.TruncatedResponseException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.catalina.connector.ClientAbortException;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Closes the connection of an answer that was cut off. The servlet API cannot do this; Tomcat closes the connection at
 * once, without an error page in the middle of the answer, when it is told that the client has gone.
 */
final class CutOffFilter extends OncePerRequestFilter {
    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException e) {
            if (e.getRootCause() instanceof TruncatedResponseException) {
                throw new ClientAbortException(e.getRootCause());
            }
            throw e;
        }
    }

    /** Registers the filter. */
    @Configuration(proxyBeanMethods = false)
    static class CutOffConfiguration {
        @Bean
        FilterRegistrationBean<CutOffFilter> cutOffFilter() {
            var filter = new FilterRegistrationBean<>(new CutOffFilter());
            filter.addUrlPatterns("/api/v1/declarations");
            filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 2);
            return filter;
        }
    }
}
