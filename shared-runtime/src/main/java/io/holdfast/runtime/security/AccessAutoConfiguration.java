package io.holdfast.runtime.security;

import io.holdfast.actor.Permission;
import io.holdfast.actor.Role;
import io.holdfast.runtime.limits.LimitProperties;
import jakarta.servlet.DispatcherType;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Profile;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.web.BearerTokenAuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.session.DisableEncodeUrlFilter;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/** Authentication: tokens of the configured issuer, or the demo users in profile demo. */
@AutoConfiguration(
        afterName = "org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration",
        beforeName = {
            "org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.actuate.web.servlet.ManagementWebSecurityAutoConfiguration",
            "org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerAutoConfiguration",
            "org.springframework.boot.security.oauth2.server.resource.autoconfigure.web.OAuth2ResourceServerWebSecurityAutoConfiguration"
        })
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableWebSecurity
@EnableConfigurationProperties({LimitProperties.class, TokenProperties.class})
class AccessAutoConfiguration {
    private static final String[] OPEN = {
        "/actuator/health",
        "/actuator/health/**",
        "/v3/api-docs",
        "/v3/api-docs/**",
        "/swagger-ui.html",
        "/swagger-ui/**"
    };
    private static final String[] ANY_ROLE =
            Arrays.stream(Role.values()).map(Role::name).toArray(String[]::new);

    @Bean
    @Profile("demo")
    DemoUsers demoUsers() {
        return new DemoUsers();
    }

    @Bean
    @Profile("demo")
    SecurityFilterChain demoAccess(
            HttpSecurity http, LimitProperties limits, JsonMapper json, ObjectProvider<SeenCallers> seen) {
        var failed = new FailedLogins(limits.failedLogins());
        var problems = new ProblemsOfAccess(AccessAutoConfiguration::askForPassword, failed, json);
        return stateless(http, problems, seen)
                .addFilterBefore(new ThisMachineOnly(problems), DisableEncodeUrlFilter.class)
                .addFilterBefore(new FailedLoginsFilter(failed, problems), BasicAuthenticationFilter.class)
                .httpBasic(basic -> basic.authenticationEntryPoint(problems))
                .build();
    }

    @Bean
    @Profile("!demo")
    @ConditionalOnMissingBean
    JwtDecoder accessTokens(TokenProperties settings, Clock clock) {
        return new AccessTokens(settings, clock);
    }

    @Bean
    @Profile("!demo")
    SecurityFilterChain tokenAccess(
            HttpSecurity http, LimitProperties limits, JsonMapper json, ObjectProvider<SeenCallers> seen) {
        var failed = new FailedLogins(limits.failedLogins());
        var problems = new ProblemsOfAccess(new BearerTokenAuthenticationEntryPoint(), failed, json);
        return stateless(http, problems, seen)
                .oauth2ResourceServer(server -> server.jwt(jwt -> jwt.jwtAuthenticationConverter(new CallerFromJwt()))
                        .authenticationEntryPoint(problems)
                        .accessDeniedHandler(problems))
                .build();
    }

    @Bean
    WebMvcConfigurer actorsAndPermissions() {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new ActorArgumentResolver());
            }

            @Override
            public void addInterceptors(InterceptorRegistry interceptors) {
                interceptors.addInterceptor(new PermissionInterceptor());
            }
        };
    }

    private static HttpSecurity stateless(
            HttpSecurity http, ProblemsOfAccess problems, ObjectProvider<SeenCallers> seen) {
        return http.addFilterBefore(new CallerNotes(seen), AuthorizationFilter.class)
                // All other headers are set on every answer, including those that never get here.
                .headers(headers ->
                        headers.defaultsDisabled().httpStrictTransportSecurity(tls -> tls.includeSubDomains(true)))
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .exceptionHandling(
                        refusals -> refusals.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .authorizeHttpRequests(requests -> requests
                        // Access was decided when the request came in, and error pages reveal nothing.
                        .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                        .permitAll()
                        .requestMatchers(OPEN)
                        .permitAll()
                        .requestMatchers("/actuator", "/actuator/**")
                        .hasAnyRole(PermissionInterceptor.roles(Permission.OPERATE))
                        .anyRequest()
                        .hasAnyRole(ANY_ROLE));
    }

    private static void askForPassword(
            jakarta.servlet.http.HttpServletRequest request,
            jakarta.servlet.http.HttpServletResponse response,
            org.springframework.security.core.AuthenticationException refused) {
        response.setHeader("WWW-Authenticate", "Basic realm=\"holdfast demo\"");
    }
}
