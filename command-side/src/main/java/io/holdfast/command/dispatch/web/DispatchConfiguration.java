package io.holdfast.command.dispatch.web;

import io.holdfast.command.dispatch.AskedHere;
import io.holdfast.command.dispatch.WaitingCases;
import jakarta.servlet.http.HttpServletRequest;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Finds the query side. */
@Configuration(proxyBeanMethods = false)
class DispatchConfiguration {
    /** @param url where the query side is; empty when it is in this process */
    @Bean
    WaitingCases waitingCases(
            QueryGateway queries, HttpServletRequest request, @Value("${holdfast.query-side.url:}") String url) {
        return url.isBlank() ? new AskedHere(queries) : new AskedOverHttp(url.strip(), request);
    }
}
