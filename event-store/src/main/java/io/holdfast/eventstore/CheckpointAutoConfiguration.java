package io.holdfast.eventstore;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import io.holdfast.eventstore.audit.CheckpointSchedule;
import io.holdfast.eventstore.audit.Checkpointer;
import io.holdfast.eventstore.audit.MongoCheckpoints;
import io.holdfast.eventstore.audit.SealedBlocks;
import io.holdfast.eventstore.integrity.AuditFile;
import io.holdfast.eventstore.metrics.EventLogMetrics;
import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.AnyNestedCondition;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Configures signed checkpoints of the event log when a signing key is configured. */
@AutoConfiguration(after = EventStoreAutoConfiguration.class)
@ConditionalOnBean({BlockEventStorageEngine.class, MongoClient.class})
@Conditional(CheckpointAutoConfiguration.KeyConfigured.class)
@EnableConfigurationProperties({CheckpointProperties.class, EventStoreProperties.class})
class CheckpointAutoConfiguration {

    /**
     * Takes the engine as a parameter so that Spring closes it after the schedule; Axon's shutdown has stopped appends
     * by then.
     */
    @Bean(destroyMethod = "close")
    CheckpointSchedule eventLogCheckpoints(
            MongoClient client,
            BlockEventStorageEngine engine,
            EventStoreProperties log,
            CheckpointProperties checkpoint,
            EventLogMetrics metrics,
            Environment environment) {
        MongoDatabase database = client.getDatabase(
                EventStoreAutoConfiguration.database(log, environment.getProperty("spring.mongodb.uri")));
        String collection = checkpoint.collection();
        var checkpointer = new Checkpointer(
                new SealedBlocks(database, log.collection()),
                new MongoCheckpoints(
                        database, collection == null ? LogArchive.checkpointsOf(log.collection()) : collection),
                checkpoint.key(),
                checkpoint.formerKey(),
                checkpoint.auditFile() == null ? null : new AuditFile(checkpoint.auditFile()),
                Clock.systemUTC());
        return new CheckpointSchedule(checkpointer, checkpoint.interval(), metrics, advice(checkpoint));
    }

    /** One line of advice with the command that finds out what is wrong. */
    private static String advice(CheckpointProperties checkpoint) {
        String file = checkpoint.auditFile() == null ? "" : " --checkpoints " + checkpoint.auditFile();
        String key = checkpoint.keyFile() == null ? "KEY.pub" : checkpoint.keyFile() + ".pub";
        return "Compare with: holdfast verify" + file + " --key " + key + " (and --data or --uri); what to do then:"
                + " docs/event-log.md, When signing is refused";
    }

    /** Health indicator: down while signing is refused. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(HealthIndicator.class)
    static class CheckpointHealth {
        @Bean
        @ConditionalOnBean(CheckpointSchedule.class)
        HealthIndicator checkpointsHealthIndicator(CheckpointSchedule schedule) {
            return () -> {
                String refusal = schedule.refusal();
                String failure = schedule.failure();
                Health.Builder health =
                        refusal == null ? Health.up() : Health.down().withDetail("refused", refusal);
                return (failure == null ? health : health.withDetail("failed", failure)).build();
            };
        }
    }

    /** Matches when a key is configured, as a file or as text. */
    static final class KeyConfigured extends AnyNestedCondition {

        KeyConfigured() {
            super(ConfigurationPhase.REGISTER_BEAN);
        }

        @ConditionalOnProperty(CheckpointProperties.PREFIX + "key-file")
        static final class InAFile {}

        @ConditionalOnProperty(CheckpointProperties.PREFIX + "private-key")
        static final class AsText {}
    }
}
