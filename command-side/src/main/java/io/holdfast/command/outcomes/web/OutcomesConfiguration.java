package io.holdfast.command.outcomes.web;

import io.holdfast.command.outcomes.AskedHere;
import io.holdfast.command.outcomes.OutcomeFeed;
import jakarta.servlet.http.HttpServletRequest;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Finds the query side. */
@Configuration(proxyBeanMethods = false)
class OutcomesConfiguration {
    /** @param url where the query side is; empty when it is in this process */
    @Bean
    OutcomeFeed outcomeFeed(
            QueryGateway queries, HttpServletRequest request, @Value("${holdfast.query-side.url:}") String url) {
        return url.isBlank() ? new AskedHere(queries) : new OutcomesOverHttp(url.strip(), request);
    }
}
