package io.holdfast.runtime.securitylog.mongo;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import io.holdfast.runtime.securitylog.SecurityEntries;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** Stores the security log in the application's database, if there is a MongoClient. */
@AutoConfiguration(afterName = "org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration")
@ConditionalOnClass(MongoClient.class)
@ConditionalOnBean(MongoClient.class)
class SecurityEntriesAutoConfiguration {
    @Bean
    @ConditionalOnMissingBean
    SecurityEntries securityEntries(MongoClient client, @Value("${spring.mongodb.uri:#{null}}") @Nullable String uri) {
        String named = uri == null ? null : new ConnectionString(uri).getDatabase();
        return new MongoSecurityEntries(client.getDatabase(named == null ? "holdfast" : named));
    }
}
