package io.holdfast.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.eventstore.block.ServerCapabilities;
import org.bson.Document;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ServerCapabilitiesTest {

    @Test
    void a_real_server_filters_arrays_and_an_embedded_one_does_not() {
        assertThat(ServerCapabilities.of(new Document("maxWireVersion", 25)).filtersArrays())
                .isTrue();
        assertThat(ServerCapabilities.of(new Document("maxWireVersion", 8)).filtersArrays())
                .isFalse();
    }

    @Test
    void a_mongos_is_known_by_its_message() {
        Document mongos = new Document("maxWireVersion", 25).append("msg", "isdbgrid");
        assertThat(ServerCapabilities.of(mongos).router()).isTrue();
        assertThat(ServerCapabilities.of(new Document("maxWireVersion", 25)).router())
                .isFalse();
    }

    @Test
    void a_sharded_log_is_refused() {
        Document sharded = new Document("_id", "db.events").append("key", new Document("_id", 1));
        assertThatThrownBy(() -> ServerCapabilities.refuseSharded("db.events", sharded))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("db.events")
                .hasMessageContaining("sharded");
    }

    @Test
    void a_log_that_a_cluster_keeps_in_one_place_is_accepted() {
        Document tracked = new Document("_id", "db.events")
                .append("key", new Document("_id", 1))
                .append("unsplittable", true);
        Document dropped = new Document("_id", "db.events")
                .append("key", new Document("_id", 1))
                .append("dropped", true);
        assertThatCode(() -> ServerCapabilities.refuseSharded("db.events", null))
                .doesNotThrowAnyException();
        assertThatCode(() -> ServerCapabilities.refuseSharded("db.events", tracked))
                .doesNotThrowAnyException();
        assertThatCode(() -> ServerCapabilities.refuseSharded("db.events", dropped))
                .doesNotThrowAnyException();
    }

    @Test
    void behind_a_mongos_the_engine_asks_the_cluster_and_does_not_start_on_a_sharded_log() {
        try (TestServer server = new TestServer()) {
            String namespace = server.database + ".events";
            var collections = server.client.getDatabase("config").getCollection("collections");
            org.junit.jupiter.api.Assumptions.assumeTrue(
                    !server.capabilities().filtersArrays(), "a real cluster's catalogue is not ours to write");
            collections.insertOne(new Document("_id", namespace).append("key", new Document("_id", 1)));
            assertThatThrownBy(() -> server.engine()
                            .capabilities(new ServerCapabilities(true, true))
                            .build())
                    .isInstanceOf(IllegalStateException.class);
            collections.deleteOne(new Document("_id", namespace));
        }
    }
}
