package io.holdfast.runtime.ops;

import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Profiles;
import org.springframework.util.StringUtils;

/**
 * Refuses to start a web application that could not know its callers, before anything else is touched: a service without the
 * issuer and the audience of its tokens, or a demo that others than this machine could reach.
 */
final class RequireKnownCallers implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    private static final String ISSUER = "holdfast.security.jwt-issuer";
    private static final String AUDIENCE = "holdfast.security.audience";

    /** @throws UnsafeStartException with the one line that says why */
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
