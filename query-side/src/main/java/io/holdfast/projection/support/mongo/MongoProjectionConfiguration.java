package io.holdfast.projection.support.mongo;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import io.holdfast.projection.support.ProjectionNode;
import io.holdfast.projection.support.ProjectionProperties;
import io.holdfast.projection.support.ProjectionStorage;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Configures the read models and tokens in the database that the projection settings name. */
@Configuration(proxyBeanMethods = false)
class MongoProjectionConfiguration {
    private final MongoDatabase database;

    MongoProjectionConfiguration(
            MongoClient client,
            ProjectionProperties properties,
            @Value("${spring.mongodb.uri:#{null}}") @Nullable String uri) {
        database = client.getDatabase(database(properties.database(), uri));
    }

    static String database(@Nullable String named, @Nullable String uri) {
        if (named != null) {
            return named;
        }
        String inUri = uri == null ? null : new ConnectionString(uri).getDatabase();
        return inUri == null ? "holdfast" : inUri;
    }

    @Bean
    ProjectionStorage projectionStorage(
            ObjectProvider<DocumentMapping<?>> mappings, ProjectionProperties properties, Clock clock) {
        return MongoStorage.of(
                database, mappings.stream().toList(), UUID.randomUUID().toString(), properties.lease(), clock);
    }

    @Bean
    LiveGenerations readModels(ProjectionNode node) {
        return new RegisteredLiveGenerations(database, node);
    }

    @Bean
    Preferences preferences() {
        return database::getCollection;
    }
}
