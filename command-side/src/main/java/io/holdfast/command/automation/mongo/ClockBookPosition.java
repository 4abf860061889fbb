package io.holdfast.command.automation.mongo;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import io.holdfast.runtime.log.LogMark;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** How far the book is written, and its number: rebuilding the book starts a new number for all nodes. */
final class ClockBookPosition {
    private static final String ID = "_id";
    private static final String ONLY = "book";
    private static final String POSITION = "position";
    private static final String EVENT = "event";
    private static final String BOOK = "number";
    private static final int UNREAD = -1;

    private final MongoCollection<Document> positions;
    private volatile int book = UNREAD;

    ClockBookPosition(MongoCollection<Document> positions) {
        this.positions = positions;
    }

    /** The number of the book that this node writes, as of the last read; 0 for the first. */
    int book() {
        if (book == UNREAD) {
            read();
        }
        return book;
    }

    LogMark read() {
        Document stored = positions.find(new Document(ID, ONLY)).first();
        book = stored == null ? 0 : stored.get(BOOK, 0);
        return stored == null ? LogMark.START : new LogMark(stored.getLong(POSITION), stored.getString(EVENT));
    }

    void write(LogMark mark) {
        var behind = place(book()).append(POSITION, new Document("$lt", mark.position()));
        var next = new Document(POSITION, mark.position()).append(EVENT, mark.event());
        var moved = positions.updateOne(behind, new Document("$set", next));
        if (moved.getMatchedCount() == 0) {
            next.append(ID, ONLY);
            inserted(positions, next); // fails when another node is further, or writes another book
        }
    }

    /** False when another node was first. */
    boolean beginAnew() {
        int old = book();
        var empty = new Document(POSITION, -1L).append(EVENT, null).append(BOOK, old + 1);
        boolean begun =
                positions.updateOne(place(old), new Document("$set", empty)).getMatchedCount() == 1;
        if (!begun) {
            begun = inserted(positions, new Document(empty).append(ID, ONLY));
        }
        read();
        return begun;
    }

    /** Matches the position document of a book; the first book has no number. */
    private static Document place(int book) {
        @Nullable Integer number = book == 0 ? null : book;
        return new Document(ID, ONLY).append(BOOK, number);
    }

    static boolean inserted(MongoCollection<Document> collection, Document document) {
        try {
            collection.insertOne(document);
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            return false;
        }
    }
}
