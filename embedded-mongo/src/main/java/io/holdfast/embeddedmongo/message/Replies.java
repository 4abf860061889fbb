package io.holdfast.embeddedmongo.message;

import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.exception.MongoServerException;
import java.util.List;

/** Builds replies in MongoDB's format. */
public final class Replies {
    private Replies() {}

    /** The documents of a cursor's batch, each as BSON, in the order of the reply; copied as they are when the reply is sent. */
    public record Batch(List<byte[]> documents) {}

    public static Document ok() {
        Document reply = new Document();
        Utils.markOkay(reply);
        return reply;
    }

    public static Document ok(Document reply) {
        Utils.markOkay(reply);
        return reply;
    }

    /** @param cursor 0 if nothing is left */
    public static Document batch(String namespace, String kind, Batch documents, long cursor) {
        Document body = new Document("id", cursor);
        body.put("ns", namespace);
        body.put(kind, documents);
        return ok(new Document("cursor", body));
    }

    public static Document error(MongoServerException e) {
        Document reply = new Document("ok", 0);
        describe(e, reply);
        return reply;
    }

    public static Document writeError(int index, MongoServerException e) {
        Document error = new Document("index", index);
        describe(e, error);
        return error;
    }

    private static void describe(MongoServerException e, Document into) {
        into.put("errmsg", String.valueOf(e.getMessageWithoutErrorCode()));
        if (e instanceof MongoServerError error) {
            into.put("code", error.getCode());
            into.putIfNotNull("codeName", error.getCodeName());
        } else {
            into.put("code", 1);
            into.put("codeName", "InternalError");
        }
    }
}
