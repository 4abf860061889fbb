package io.holdfast.embeddedmongo.command;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoBackend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.exception.MongoServerException;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import io.holdfast.embeddedmongo.collection.StoredDatabase;
import io.holdfast.embeddedmongo.message.CommandFields;
import io.holdfast.embeddedmongo.message.Replies;
import io.holdfast.embeddedmongo.query.ReadCounters;
import io.holdfast.embeddedmongo.storage.Durability;
import io.holdfast.embeddedmongo.storage.Store;
import io.netty.channel.Channel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.h2.mvstore.MVStore.TxCounter;
import org.h2.mvstore.MVStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs commands. A write runs alone and is acknowledged once it is durable; a read with majority concern returns once what it read is
 * durable.
 */
public final class Backend extends AbstractMongoBackend {
    private static final Logger LOG = LoggerFactory.getLogger(Backend.class);
    private static final int OPERATION_FAILED = 96;
    private static final Set<String> WRITES = Set.of(
            "insert",
            "update",
            "delete",
            "findandmodify",
            "create",
            "createindexes",
            "drop",
            "dropindexes",
            "dropdatabase",
            "renamecollection");
    private static final Set<String> DURABLE_READS = Set.of("majority", "linearizable");

    private final Store store;
    private final Map<String, StoredDatabase> databases = new ConcurrentHashMap<>();
    private final OpenCursors cursors = new OpenCursors();
    private final ReadCommands reads;

    public Backend(Store store) {
        this.store = store;
        this.reads = new ReadCommands(store, cursors);
        StoredDatabase.names(store).forEach(this::resolveDatabase);
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String name) {
        return databases.computeIfAbsent(name, _ -> new StoredDatabase(name, getCursorRegistry(), store));
    }

    @Override
    public void dropDatabase(String name) {
        super.dropDatabase(name);
        databases.remove(name);
    }

    @Override
    public Document handleMessage(MongoMessage message) {
        Document command = message.getDocument();
        try {
            return super.handleMessage(message);
        } catch (MongoServerException e) {
            LOG.debug("refused: {}", command, e);
            return Replies.error(e);
        } catch (MVStoreException e) {
            return Replies.error(failure(command.keySet().iterator().next(), e));
        }
    }

    /** A store that closed itself has already logged why; any other failure is logged here. */
    private MongoServerError failure(String command, MVStoreException e) {
        if (store.failure() == null) {
            LOG.error("the store failed at {}", command, e);
        }
        return new MongoServerError(OPERATION_FAILED, "OperationFailed", "the store failed: " + Durability.reason(e));
    }

    @Override
    public Document handleCommand(Channel channel, String databaseName, String command, Document query) {
        // opened here, because nobody may wait for a database while holding the write lock
        resolveDatabase(databaseName);
        String name = command.toLowerCase(Locale.ROOT);
        boolean write = WRITES.contains(name) || isWritingPipeline(query);
        TxCounter pin = store.pin();
        try {
            return write
                    ? store.write(() -> write(channel, databaseName, name, command, query))
                    : read(channel, databaseName, name, command, query);
        } finally {
            store.unpin(pin);
            if (write || isDurableRead(query)) {
                store.awaitDurable(store.ticket());
            }
        }
    }

    private static boolean isWritingPipeline(Document query) {
        return query.get("pipeline") instanceof List<?> stages
                && !stages.isEmpty()
                && stages.getLast() instanceof Document last
                && (last.containsKey("$out") || last.containsKey("$merge"));
    }

    private static boolean isDurableRead(Document query) {
        return query.get("readConcern") instanceof Document concern
                && concern.get("level") instanceof String level
                && DURABLE_READS.contains(level);
    }

    private Document write(Channel channel, String databaseName, String name, String command, Document query) {
        StoredDatabase database = database(databaseName);
        return switch (name) {
            case "insert" -> new WriteCommands(store, database).insert(query);
            case "update" ->
                new WriteCommands(store, database)
                        .update(
                                query,
                                single -> database.handleCommand(
                                        channel, "update", single, this::resolveDatabase, oplog));
            case "delete" -> new WriteCommands(store, database).delete(query);
            case "dropindexes" -> database.dropIndexes(query);
            case "aggregate" -> reads.aggregate(database, query, this::resolveDatabase);
            default -> super.handleCommand(channel, databaseName, command, query);
        };
    }

    private Document read(Channel channel, String databaseName, String name, String command, Document query) {
        return switch (name) {
            case "find" -> reads.find(database(databaseName), query);
            case "aggregate" -> reads.aggregate(database(databaseName), query, this::resolveDatabase);
            case "hello" -> hello(super.handleCommand(channel, databaseName, "isMaster", query));
            default -> super.handleCommand(channel, databaseName, command, query);
        };
    }

    /** The newer name of the same greeting; monitors send it. */
    private static Document hello(Document isMaster) {
        Document reply = new Document(isMaster);
        reply.put("isWritablePrimary", reply.remove("ismaster"));
        return reply;
    }

    private StoredDatabase database(String name) {
        return (StoredDatabase) resolveDatabase(name);
    }

    @Override
    protected Document handleGetMore(String databaseName, String command, Document query) {
        return reads.getMore(databaseName + "." + query.get("collection"), query);
    }

    @Override
    protected Document handleKillCursors(Document query) {
        List<Long> killed = new ArrayList<>();
        List<Long> unknown = new ArrayList<>();
        CommandFields.longs(query, "cursors").forEach(id -> (cursors.remove(id) ? killed : unknown).add(id));
        return Replies.ok(new Document("cursorsKilled", killed).append("cursorsNotFound", unknown));
    }

    /** The counters of each collection, by {@code database.collection}. */
    public Map<String, ReadCounters> readCounters() {
        Map<String, ReadCounters> counters = new HashMap<>();
        databases
                .values()
                .forEach(database -> database.collections()
                        .forEach(collection -> counters.put(collection.getFullName(), collection.counters())));
        return counters;
    }

    @Override
    public void close() {
        super.close();
        store.close();
    }
}
