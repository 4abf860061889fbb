package io.holdfast.runtime.ops;

import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Profiles;
import org.springframework.util.StringUtils;

/** Refuses to start a web application without a JWT issuer, unless it is the demo; before anything else is touched. */
final class RequireIssuer implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    static final String ISSUER = "holdfast.security.jwt-issuer";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        ConfigurableEnvironment environment = context.getEnvironment();
        if (context instanceof WebServerApplicationContext
                && !environment.acceptsProfiles(Profiles.of(HoldfastDefaults.DEMO))
                && !StringUtils.hasText(environment.getProperty(ISSUER))) {
            throw new NoIssuerException();
        }
    }
}
