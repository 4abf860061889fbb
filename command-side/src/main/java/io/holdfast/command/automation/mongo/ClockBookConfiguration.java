package io.holdfast.command.automation.mongo;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import io.holdfast.command.automation.ClockBook;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the clock book; it lives in the database that the MongoDB URI names, else in "holdfast". */
@Configuration(proxyBeanMethods = false)
class ClockBookConfiguration {
    @Bean
    ClockBook clockBook(MongoClient client, @Value("${spring.mongodb.uri:#{null}}") @Nullable String uri) {
        String named = uri == null ? null : new ConnectionString(uri).getDatabase();
        return new MongoClockBook(client.getDatabase(named == null ? "holdfast" : named));
    }
}
