package io.holdfast.runtime.log;

import java.util.Comparator;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Health, metrics and administration of all event log readers in this process. */
@AutoConfiguration(beforeName = "org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration")
class LogReadersAutoConfiguration {
    @Bean
    LogFollowers logFollowers(ObjectProvider<LogFollower> followers, ObjectProvider<LogFollowerGroup> groups) {
        return new LogFollowers(() -> Stream.concat(
                        followers.stream(), groups.stream().flatMap(group -> group.members().stream()))
                .sorted(Comparator.comparing(LogFollower::name))
                .toList());
    }

    @Bean
    HealthIndicator logReadersHealthIndicator(LogFollowers followers) {
        return LogReadersHealth.ofAll(followers);
    }

    /** Contributes to the readiness of the node. */
    @Bean
    HealthIndicator logHistoryHealthIndicator(LogFollowers followers) {
        return LogReadersHealth.ofHistory(followers);
    }

    @Bean
    LogReadersMetrics logReadersMetrics(LogFollowers followers) {
        return new LogReadersMetrics(followers);
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
    @Import({LogReadersController.class, LogReadersController.LogReadingProblems.class, UnreadableEventProblems.class})
    static class OverHttp {}
}
