package io.holdfast.command.queryside;

import jakarta.servlet.http.HttpServletRequest;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Configures access to the query side. */
@Configuration(proxyBeanMethods = false)
class QuerySideConfiguration {
    /** @param url the address of the query side; empty when it is in this process */
    @Bean
    QuerySide querySide(
            QueryGateway queries, HttpServletRequest request, @Value("${holdfast.query-side.url:}") String url) {
        return url.isBlank() ? new InProcessQuerySide(queries) : new HttpQuerySide(url.strip(), request);
    }
}
