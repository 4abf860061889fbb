package io.holdfast.benchmarks.peer;

import java.util.ArrayList;
import java.util.List;
import org.axonframework.extensions.mongo.eventsourcing.eventstore.documentperevent.DocumentPerEventStorageStrategy;
import org.jspecify.annotations.Nullable;

/** The event stores that are measured. */
public final class Peers {
    /** Our log. */
    public static final String OURS = "ours";
    /** axon-mongo with a document per event. */
    public static final String AXON_MONGO_EVENT = "axon-mongo, per event";
    /** axon-mongo with a document per commit. */
    public static final String AXON_MONGO_COMMIT = "axon-mongo, per commit";
    /** The bare driver. */
    public static final String RAW = "raw driver";

    private static final String ON_MONGO = "w: majority, j: true";

    private Peers() {}

    /**
     * All peers.
     *
     * @param mongo the server to use; null starts an embedded one for each peer, all alike
     * @param postgres a JDBC URL; null leaves PostgreSQL out
     */
    public static List<Peer> all(@Nullable String mongo, @Nullable String postgres) {
        List<Peer> peers = new ArrayList<>();
        peers.add(new Peer(
                OURS,
                ON_MONGO + "; read concern majority; defaults",
                true,
                false,
                folder -> new OurLog(MongoServer.start(mongo, folder))));
        peers.add(new Peer(
                AXON_MONGO_EVENT,
                ON_MONGO
                        + "; read concern local; DocumentPerEventStorageStrategy (its default); batch of 100 (its default)",
                true,
                false,
                folder -> new AxonMongoLog(
                        MongoServer.start(mongo, folder),
                        new DocumentPerEventStorageStrategy(),
                        AxonMongoLog.PER_EVENT)));
        peers.add(new Peer(
                AXON_MONGO_COMMIT,
                ON_MONGO + "; read concern local; DocumentPerCommitStorageStrategy; batch of 100 (its default)",
                true,
                false,
                folder -> AxonMongoLog.perCommit(MongoServer.start(mongo, folder))));
        peers.add(new Peer(
                RAW,
                ON_MONGO
                        + "; insertMany of one document for each event of a commit, _id by the driver, no other index; find without decoding",
                false,
                false,
                folder -> new RawLog(MongoServer.start(mongo, folder))));
        peers.add(new Peer(
                "JPA on H2",
                "Hibernate, pool of 64, JDBC batches; WRITE_DELAY 0, and a file opened with O_DSYNC, because H2 itself never"
                        + " forces a commit to the disk; batch of 100 (its default)",
                true,
                false,
                folder -> new JpaLog(Database.h2(folder))));
        if (postgres != null) {
            peers.add(new Peer(
                    "JPA on PostgreSQL",
                    "Hibernate, pool of 64, JDBC batches; fsync and synchronous_commit as the server has them (its defaults"
                            + " are on); payload as bytea; batch of 100 (its default)",
                    true,
                    false,
                    _ -> new JpaLog(Database.postgres(postgres))));
        }
        peers.add(new Peer(
                "in memory",
                "not durable; Axon's engine for tests, objects on the heap",
                true,
                true,
                _ -> new InMemoryLog()));
        return peers;
    }
}
