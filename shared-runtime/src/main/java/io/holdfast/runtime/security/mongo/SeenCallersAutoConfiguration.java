package io.holdfast.runtime.security.mongo;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import io.holdfast.runtime.security.SeenCallers;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Profile;

/** Records callers in the application's database, for both sides; the demo has a fixed set of users instead. */
@AutoConfiguration(
        afterName = "org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration",
        beforeName = "io.holdfast.runtime.security.AccessAutoConfiguration")
@ConditionalOnClass(MongoClient.class)
@ConditionalOnBean(MongoClient.class)
@Profile("!demo")
class SeenCallersAutoConfiguration {
    @Bean
    @ConditionalOnMissingBean
    SeenCallers seenCallers(
            MongoClient client, @Value("${spring.mongodb.uri:#{null}}") @Nullable String uri, Clock clock) {
        String named = uri == null ? null : new ConnectionString(uri).getDatabase();
        return new MongoSeenCallers(client.getDatabase(named == null ? "holdfast" : named), clock);
    }
}
