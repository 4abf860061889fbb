package io.holdfast.embeddedmongo;

import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.exception.MongoServerException;

/** What the server answers, in MongoDB's shapes. */
final class Replies {
    private Replies() {}

    static Document ok() {
        Document reply = new Document();
        Utils.markOkay(reply);
        return reply;
    }

    static Document ok(Document reply) {
        Utils.markOkay(reply);
        return reply;
    }

    /** @param cursor 0 when there is no more */
    static Document batch(String namespace, String kind, Batch documents, long cursor) {
        Document body = new Document("id", cursor);
        body.put("ns", namespace);
        body.put(kind, documents);
        return ok(new Document("cursor", body));
    }

    static Document error(MongoServerException e) {
        Document reply = new Document("ok", 0);
        describe(e, reply);
        return reply;
    }

    static Document writeError(int index, MongoServerException e) {
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
