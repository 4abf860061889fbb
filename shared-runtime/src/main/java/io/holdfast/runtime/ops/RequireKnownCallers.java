package io.holdfast.runtime.ops;

import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Profiles;
import org.springframework.util.StringUtils;

/**
 * Refuses, before anything else is done, to start a web application that could not identify its callers: a service
 * without the issuer and audience of its tokens, or a demo that is reachable from other machines.
 */
final class RequireKnownCallers implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    private static final String ISSUER = "holdfast.security.jwt-issuer";
    private static final String AUDIENCE = "holdfast.security.audience";

    /** @throws UnsafeStartException with a one-line explanation */
    @Override
    public void initialize(ConfigurableApplicationContext context) {
        if (!(context instanceof WebServerApplicationContext)) {
            return;
        }
        ConfigurableEnvironment environment = context.getEnvironment();
        if (environment.acceptsProfiles(Profiles.of(HoldfastDefaults.DEMO))) {
            OnThisMachine.require(environment);
        } else {
            require(
                    environment,
                    ISSUER,
                    "no JWT issuer is configured: set HOLDFAST_JWT_ISSUER to the issuer of your tokens");
            require(
                    environment,
                    AUDIENCE,
                    "no JWT audience is configured: set HOLDFAST_JWT_AUDIENCE to the name under which your identity provider"
                            + " issues tokens for Holdfast");
        }
    }

    private static void require(ConfigurableEnvironment environment, String property, String otherwise) {
        if (!StringUtils.hasText(environment.getProperty(property))) {
            throw new UnsafeStartException(otherwise + ", or run the demo");
        }
    }
}
