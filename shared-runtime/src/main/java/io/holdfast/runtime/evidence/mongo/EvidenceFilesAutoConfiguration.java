package io.holdfast.runtime.evidence.mongo;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import io.holdfast.runtime.evidence.EvidenceFiles;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** Stores evidence files in the application's database, if there is a MongoClient. */
@AutoConfiguration(
        afterName = {
            "org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration",
            "io.holdfast.runtime.ops.ClockAutoConfiguration"
        })
@ConditionalOnClass(MongoClient.class)
@ConditionalOnBean({MongoClient.class, Clock.class})
class EvidenceFilesAutoConfiguration {
    @Bean
    @ConditionalOnMissingBean
    EvidenceFiles evidenceFiles(
            MongoClient client, Clock clock, @Value("${spring.mongodb.uri:#{null}}") @Nullable String uri) {
        String named = uri == null ? null : new ConnectionString(uri).getDatabase();
        return new MongoEvidenceFiles(client.getDatabase(named == null ? "holdfast" : named), clock, System::nanoTime);
    }
}
