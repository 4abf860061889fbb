package io.holdfast.projection.support;

import io.holdfast.runtime.log.LogFollower;
import io.holdfast.runtime.log.LogFollowerGroup;
import io.holdfast.runtime.log.LogHistory;
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
    ProcessorResources projectionWorkbench(
            EventStore events, ProjectionStorage storage, ProjectionProperties properties, Clock clock) {
        return ProcessorResources.of(events, storage, properties, clock);
    }

    @Bean(destroyMethod = "")
    ProjectionNode projectionNode(ObjectProvider<Projection> projections, ProcessorResources resources) {
        return new ProjectionNode(projections.stream().toList(), resources);
    }

    @Bean
    ProjectionMonitor projectionMonitor(ProjectionNode node, ProcessorResources resources) {
        return new ProjectionMonitor(node, resources);
    }

    @Bean
    PositionGate positionGate(ProjectionNode node, ProcessorResources resources, ProjectionProperties properties) {
        return new PositionGate(node, new LogHistory(resources.log())::head, properties.maxWait());
    }

    @Bean
    ProjectionsHealthIndicator projectionsHealthIndicator(ProjectionMonitor monitor) {
        return new ProjectionsHealthIndicator(monitor);
    }

    @Bean
    LogFollowerGroup projectionFollowers(ProjectionNode node, ProjectionMonitor monitor, ProcessorResources resources) {
        List<LogFollower> followers = node.names().stream()
                .<LogFollower>map(name -> new ProjectionFollower(
                        name, node, monitor, resources.storage().parked()))
                .toList();
        return () -> followers;
    }

    @Bean
    ProjectionMetrics projectionMetrics(ProjectionMonitor monitor, ProjectionNode node) {
        return new ProjectionMetrics(monitor, node.names());
    }

    /** Starts the projections after the event store and stops them before it. */
    @Bean
    ConfigurerModule projectionLifecycle(ObjectProvider<ProjectionNode> node) {
        return configurer -> configurer.onInitialize(axon -> {
            axon.onStart(Phase.INBOUND_EVENT_CONNECTORS, () -> node.getObject().start());
            axon.onShutdown(
                    Phase.INBOUND_EVENT_CONNECTORS, () -> node.getObject().close());
        });
    }
}
