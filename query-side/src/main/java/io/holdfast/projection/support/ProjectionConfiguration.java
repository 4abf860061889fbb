package io.holdfast.projection.support;

import java.time.Clock;
import java.util.List;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.lifecycle.Phase;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Runs every {@link Projection} bean while Axon runs. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ProjectionProperties.class)
class ProjectionConfiguration {
    @Bean(destroyMethod = "")
    ProjectionNode projectionNode(
            List<Projection> projections,
            EventStore events,
            ProjectionStorage storage,
            ProjectionProperties properties,
            Clock clock) {
        return new ProjectionNode(projections, Workbench.of(events, storage, properties, clock));
    }

    /** After the event store is there, and before it goes. */
    @Bean
    ConfigurerModule projectionLifecycle(ObjectProvider<ProjectionNode> node) {
        return configurer -> configurer.onInitialize(axon -> {
            axon.onStart(Phase.INBOUND_EVENT_CONNECTORS, () -> node.getObject().start());
            axon.onShutdown(
                    Phase.INBOUND_EVENT_CONNECTORS, () -> node.getObject().close());
        });
    }
}
