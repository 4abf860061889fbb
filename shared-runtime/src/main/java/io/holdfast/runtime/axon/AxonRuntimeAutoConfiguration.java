package io.holdfast.runtime.axon;

import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Configures Axon with our serializers and our correlation data. */
@AutoConfiguration(
        beforeName = {
            "org.axonframework.springboot.autoconfig.AxonAutoConfiguration",
            "org.axonframework.springboot.autoconfig.EventProcessingAutoConfiguration"
        })
class AxonRuntimeAutoConfiguration {
    @Bean
    @Primary
    Serializer defaultSerializer() {
        return AxonSerializers.general();
    }

    @Bean
    @Qualifier("eventSerializer") Serializer eventSerializer() {
        return AxonSerializers.events();
    }

    @Bean
    CorrelationDataProvider actorCorrelation() {
        return new ActorCorrelation();
    }
}
