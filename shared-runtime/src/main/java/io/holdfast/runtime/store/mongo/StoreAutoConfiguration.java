package io.holdfast.runtime.store.mongo;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** Readiness and error answers during outages of the database, if there is a MongoClient. */
@AutoConfiguration(afterName = "org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration")
@ConditionalOnClass(MongoClient.class)
@Import(OutageProblems.class)
class StoreAutoConfiguration {
    @Bean
    @ConditionalOnBean(MongoClient.class)
    StoreHealth storeHealthIndicator(MongoClient client, @Value("${spring.mongodb.uri:#{null}}") @Nullable String uri) {
        String named = uri == null ? null : new ConnectionString(uri).getDatabase();
        return new StoreHealth(client.getDatabase(named == null ? "holdfast" : named));
    }
}
