package io.holdfast.command.intake.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the folder of spools. */
@Configuration(proxyBeanMethods = false)
class SpoolConfiguration {
    @Bean
    SpoolFolder spoolFolder(IntakeProperties settings) {
        return new SpoolFolder(settings.spoolFolder());
    }
}
