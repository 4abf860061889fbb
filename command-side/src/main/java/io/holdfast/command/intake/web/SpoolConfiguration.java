package io.holdfast.command.intake.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Configures the spool folder. */
@Configuration(proxyBeanMethods = false)
class SpoolConfiguration {
    @Bean
    SpoolFolder spoolFolder(IntakeProperties settings) {
        return new SpoolFolder(settings.spoolFolder());
    }
}
