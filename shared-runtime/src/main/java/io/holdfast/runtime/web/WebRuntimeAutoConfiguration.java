package io.holdfast.runtime.web;

import io.holdfast.actor.Actor;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.util.unit.DataSize;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Problems, correlation ids and the bounds of bodies, for every request. */
@AutoConfiguration(
        beforeName = {
            "org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration",
            "org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration"
        })
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@Import({GeneralProblems.class, ErrorPage.class, ProblemNotes.class})
class WebRuntimeAutoConfiguration {
    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Actor.class);
    }

    @Bean
    FilterRegistrationBean<CorrelationIdFilter> correlationIdFilter() {
        var first = new FilterRegistrationBean<>(new CorrelationIdFilter());
        first.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return first;
    }

    /** Before anything that may refuse. */
    @Bean
    FilterRegistrationBean<AnswerHeaders> answerHeaders() {
        var headers = new FilterRegistrationBean<>(new AnswerHeaders());
        headers.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return headers;
    }

    @Bean
    FilterRegistrationBean<BodyLimitFilter> bodyLimitFilter(
            @Value("${holdfast.web.max-json-body:1MB}") DataSize limit,
            @Value("${holdfast.web.max-draft-body:8MB}") DataSize draftLimit) {
        var second = new FilterRegistrationBean<>(new BodyLimitFilter(limit, draftLimit));
        second.setOrder(Ordered.HIGHEST_PRECEDENCE + 2);
        return second;
    }

    @Bean
    WebMvcConfigurer readableContentTypes() {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry interceptors) {
                interceptors.addInterceptor(new ReadableContentType());
            }
        };
    }

    @Bean
    LanguageSchemas languageSchemas() {
        return new LanguageSchemas();
    }
}
