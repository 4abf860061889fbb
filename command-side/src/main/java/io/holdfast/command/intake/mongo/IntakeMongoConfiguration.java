package io.holdfast.command.intake.mongo;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import io.holdfast.command.intake.IdempotencyStore;
import io.holdfast.runtime.time.Ticker;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** Configures the idempotency store, in the database that the MongoDB URI names, or else in "holdfast". */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class IntakeMongoConfiguration {
    @Bean
    IdempotencyStore idempotencyStore(
            MongoClient client, Clock clock, @Value("${spring.mongodb.uri:#{null}}") @Nullable String uri) {
        String named = uri == null ? null : new ConnectionString(uri).getDatabase();
        return new MongoIdempotencyStore(client.getDatabase(named == null ? "holdfast" : named), clock, Ticker.SYSTEM);
    }

    @Bean
    WhenAnswersExpireThenRemoveThem whenAnswersExpireThenRemoveThem(IdempotencyStore keys) {
        return new WhenAnswersExpireThenRemoveThem(keys);
    }

    /** Removes expired answers every hour. */
    static class WhenAnswersExpireThenRemoveThem {
        private final IdempotencyStore keys;

        WhenAnswersExpireThenRemoveThem(IdempotencyStore keys) {
            this.keys = keys;
        }

        @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT1H")
        void remove() {
            keys.removeExpired();
        }
    }
}
