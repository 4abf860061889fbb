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

/** Configures problems, correlation ids and body limits for every request. */
@AutoConfiguration(
        beforeName = {
            "org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration",
            "org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration"
        })
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@Import({GeneralProblems.class, ErrorPage.class, ProblemNotes.class, AnyVersionIsKnown.class})
class WebRuntimeAutoConfiguration {
    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Actor.class);
    }

    @Bean
    ContainerAnswers containerAnswers() {
        return new ContainerAnswers();
    }

    @Bean
    FilterRegistrationBean<BodyLimitFilter> bodyLimitFilter(
            @Value("${holdfast.web.max-json-body:1MB}") DataSize limit,
            @Value("${holdfast.web.max-draft-body:8MB}") DataSize draftLimit,
            @Value("${holdfast.web.max-json-at-once:32MB}") DataSize atOnce) {
        var second = new FilterRegistrationBean<>(new BodyLimitFilter(limit, draftLimit, atOnce));
        second.setOrder(Ordered.HIGHEST_PRECEDENCE + 2);
        return second;
    }

    @Bean
    WebMvcConfigurer readableRequests() {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry interceptors) {
                interceptors.addInterceptor(new ReadableContentType());
                interceptors.addInterceptor(new KnownParameters()).order(Ordered.LOWEST_PRECEDENCE - 20);
            }
        };
    }

    @Bean
    LanguageSchemas languageSchemas() {
        return new LanguageSchemas();
    }
}
