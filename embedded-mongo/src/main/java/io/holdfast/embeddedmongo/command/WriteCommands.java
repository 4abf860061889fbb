package io.holdfast.embeddedmongo.command;

import de.bwaldvogel.mongo.backend.ArrayFilters;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.ErrorCode;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.exception.MongoServerException;
import de.bwaldvogel.mongo.oplog.NoopOplog;
import io.holdfast.embeddedmongo.collection.StoredCollection;
import io.holdfast.embeddedmongo.collection.StoredDatabase;
import io.holdfast.embeddedmongo.message.CommandFields;
import io.holdfast.embeddedmongo.message.Replies;
import io.holdfast.embeddedmongo.storage.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Runs insert, update and delete statement by statement, each whole or not at all. Must run within a write. */
final class WriteCommands {
    private final Store store;
    private final StoredDatabase database;

    WriteCommands(Store store, StoredDatabase database) {
        this.store = store;
        this.database = database;
    }

    /** The outcome of the statements of one command. */
    private static final class Outcome {
        int matched;
        int modified;
        final List<Document> upserted = new ArrayList<>();
        final List<Document> errors = new ArrayList<>();

        Document reply(boolean update) {
            Document reply = new Document("n", matched + upserted.size());
            if (update) {
                reply.put("nModified", modified);
            }
            if (!upserted.isEmpty()) {
                reply.put("upserted", upserted);
            }
            if (!errors.isEmpty()) {
                reply.put("writeErrors", errors);
            }
            return Replies.ok(reply);
        }
    }

    private interface Statement {
        void run(int index, Document statement, Outcome outcome);
    }

    Document insert(Document command) {
        StoredCollection collection = database.collectionToWrite(CommandFields.text(command, "insert"));
        return each(command, "documents", (_, document, outcome) -> {
                    collection.addDocument(document);
                    outcome.matched++;
                })
                .reply(false);
    }

    Document delete(Document command) {
        StoredCollection collection = database.collection(CommandFields.text(command, "delete"));
        return each(command, "deletes", (_, statement, outcome) -> {
                    int limit = (int) CommandFields.number(statement, "limit");
                    if (collection != null) {
                        outcome.matched += collection.deleteDocuments(
                                CommandFields.document(statement, "q"), limit, NoopOplog.get());
                    }
                })
                .reply(false);
    }

    /** @param withArrayFilters runs an update command of one statement; only the library can parse array filters */
    Document update(Document command, Function<Document, Document> withArrayFilters) {
        StoredCollection collection = database.collectionToWrite(CommandFields.text(command, "update"));
        return each(command, "updates", (index, statement, outcome) -> {
                    Document result = statement.containsKey("arrayFilters")
                            ? single(statement, collection, withArrayFilters)
                            : update(statement, collection);
                    addTo(outcome, index, result);
                })
                .reply(true);
    }

    private static Document update(Document statement, StoredCollection collection) {
        return collection.updateDocuments(
                CommandFields.document(statement, "q"),
                change(statement.get("u")),
                ArrayFilters.empty(),
                Utils.isTrue(statement.get("multi")),
                Utils.isTrue(statement.get("upsert")),
                NoopOplog.get());
    }

    private static Document change(@Nullable Object change) {
        if (!(change instanceof Document document)) {
            throw new MongoServerError(ErrorCode.FailedToParse, "update pipelines are not supported");
        }
        for (String field : document.keySet()) {
            if (!field.startsWith("$") && field.contains(".")) {
                throw new MongoServerError(ErrorCode.BadValue, "a field name with a dot is not supported: " + field);
            }
        }
        return document;
    }

    private static Document single(
            Document statement, StoredCollection collection, Function<Document, Document> withArrayFilters) {
        Document reply = withArrayFilters.apply(
                new Document("update", collection.getCollectionName()).append("updates", List.of(statement)));
        if (reply.get("writeErrors") instanceof List<?> errors && errors.getFirst() instanceof Document error) {
            int code = error.get("code") instanceof Number number ? number.intValue() : 1;
            throw new MongoServerError(code, String.valueOf(error.get("errmsg")));
        }
        return reply;
    }

    private static void addTo(Outcome outcome, int index, Document result) {
        Object upserted = result.get("upserted");
        if (upserted instanceof List<?> list && list.getFirst() instanceof Document first) {
            outcome.upserted.add(new Document("index", index).append("_id", first.get("_id")));
        } else if (result.containsKey("upserted")) {
            outcome.upserted.add(new Document("index", index).append("_id", upserted));
        } else {
            outcome.matched += (int) CommandFields.number(result, "n");
        }
        outcome.modified += (int) CommandFields.number(result, "nModified");
    }

    private Outcome each(Document command, String statements, Statement action) {
        boolean ordered = Utils.isTrue(command.getOrDefault("ordered", true));
        Outcome outcome = new Outcome();
        int index = 0;
        for (Document statement : CommandFields.documents(command, statements)) {
            if (!succeeds(index++, statement, action, outcome) && ordered) {
                break;
            }
        }
        return outcome;
    }

    private boolean succeeds(int index, Document statement, Statement action, Outcome outcome) {
        try {
            store.statement(() -> {
                action.run(index, statement, outcome);
                return outcome;
            });
            return true;
        } catch (MongoServerException e) {
            outcome.errors.add(Replies.writeError(index, e));
            return false;
        }
    }
}
