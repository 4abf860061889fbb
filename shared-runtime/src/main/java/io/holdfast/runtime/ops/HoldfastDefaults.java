package io.holdfast.runtime.ops;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Profiles;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.ResourcePropertySource;

/**
 * Default settings of every Holdfast application, with the lowest precedence: {@code holdfast-defaults.properties},
 * overridden by either {@code holdfast-demo.properties} (profile demo) or {@code holdfast-service.properties}.
 */
final class HoldfastDefaults implements EnvironmentPostProcessor, Ordered {
    static final String DEMO = "demo";

    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE; // when the profiles are known
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        boolean demo = environment.acceptsProfiles(Profiles.of(DEMO));
        addLast(environment, demo ? "holdfast-demo" : "holdfast-service");
        addLast(environment, "holdfast-defaults");
    }

    private static void addLast(ConfigurableEnvironment environment, String name) {
        try {
            environment
                    .getPropertySources()
                    .addLast(new ResourcePropertySource(name, new ClassPathResource(name + ".properties")));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
