package io.holdfast.projection.support;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.holdfast.embeddedmongo.EmbeddedMongo;
import java.util.UUID;

/** A database for one test: on the server in HOLDFAST_TEST_MONGODB_URI, or on an embedded one. */
public final class TestMongo implements AutoCloseable {
    private static final String NAMED = System.getenv("HOLDFAST_TEST_MONGODB_URI");

    private final MongoClient client = MongoClients.create(uri());
    private final String name = "holdfast-test-" + UUID.randomUUID();

    /** The connection string. */
    public static String uri() {
        return NAMED == null || NAMED.isBlank() ? Embedded.URI : NAMED;
    }

    public MongoDatabase database() {
        return client.getDatabase(name);
    }

    @Override
    public void close() {
        database().drop();
        client.close();
    }

    /** Shared by all suites of a run; ends with the JVM. */
    private static final class Embedded {
        static final String URI = EmbeddedMongo.inMemory().connectionString();
    }
}
