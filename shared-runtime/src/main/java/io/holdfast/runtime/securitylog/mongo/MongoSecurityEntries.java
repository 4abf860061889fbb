package io.holdfast.runtime.securitylog.mongo;

import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.Sorts;
import io.holdfast.query.SearchSecurityLog;
import io.holdfast.query.SearchSecurityLog.Entry;
import io.holdfast.runtime.json.LanguageJson;
import io.holdfast.runtime.securitylog.SecurityEntries;
import io.holdfast.runtime.securitylog.SecurityTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Stores each entry as JSON, together with the fields needed for searching; there is an index for each filter. */
final class MongoSecurityEntries implements SecurityEntries {
    private static final String COLLECTION = "security_log";
    private static final String TIME = "time";
    private static final String ACTOR = "actor";
    private static final String STATUS = "status";
    private static final String CORRELATION = "correlation";
    private static final String DATA = "data";

    private final MongoCollection<Document> collection;
    private volatile boolean indexed;

    MongoSecurityEntries(MongoDatabase database) {
        this.collection = database.getCollection(COLLECTION);
    }

    @Override
    public void append(List<Entry> entries) {
        index();
        try {
            collection.insertMany(
                    entries.stream().map(MongoSecurityEntries::document).toList(),
                    new InsertManyOptions().ordered(false));
        } catch (MongoBulkWriteException refused) {
            if (!onlyKnownAlready(refused)) {
                throw refused;
            }
        }
    }

    @Override
    public List<Entry> search(SearchSecurityLog question, int limit) {
        index();
        return collection
                .find(filter(question))
                .sort(question.newestFirst() ? Sorts.descending(TIME) : Sorts.ascending(TIME))
                .limit(limit)
                .map(document -> LanguageJson.mapper().readValue(document.getString(DATA), Entry.class))
                .into(new ArrayList<>());
    }

    /** Creates the indexes at first use, because startup must not wait for a database. */
    private void index() {
        if (!indexed) {
            collection.createIndexes(List.of(
                    new IndexModel(ascending(TIME)),
                    new IndexModel(ascending(ACTOR, TIME)),
                    new IndexModel(ascending(STATUS, TIME)),
                    new IndexModel(ascending(CORRELATION, TIME))));
            indexed = true;
        }
    }

    private static boolean onlyKnownAlready(MongoBulkWriteException refused) {
        return refused.getWriteConcernError() == null
                && refused.getWriteErrors().stream()
                        .allMatch(error -> ErrorCategory.fromErrorCode(error.getCode()) == ErrorCategory.DUPLICATE_KEY);
    }

    private static Document document(Entry entry) {
        var document = new Document("_id", entry.id())
                .append(TIME, entry.id())
                .append(STATUS, entry.status())
                .append(CORRELATION, entry.correlationId());
        if (entry.actor() != null) {
            document.append(ACTOR, entry.actor().value());
        }
        return document.append(DATA, LanguageJson.mapper().writeValueAsString(entry));
    }

    private static Document filter(SearchSecurityLog question) {
        SearchSecurityLog.Filter wanted = question.filter();
        var filter = new Document();
        put(filter, ACTOR, wanted.actor() == null ? null : wanted.actor().value());
        put(filter, STATUS, wanted.status());
        put(filter, CORRELATION, wanted.correlationId());
        Document range = range(question);
        return range.isEmpty() ? filter : filter.append(TIME, range);
    }

    /**
     * The range of times. A bound made from a time is less than every identifier of that time, so it works at either
     * end.
     */
    private static Document range(SearchSecurityLog question) {
        var from = question.filter().from();
        var to = question.filter().to();
        var range = new Document();
        bounds(from == null ? null : SecurityTime.at(from), question.newestFirst() ? null : question.after())
                .max(String::compareTo)
                .ifPresent(lower -> range.append("$gt", lower));
        bounds(to == null ? null : SecurityTime.at(to), question.newestFirst() ? question.after() : null)
                .min(String::compareTo)
                .ifPresent(upper -> range.append("$lt", upper));
        return range;
    }

    private static Stream<String> bounds(@Nullable String... bounds) {
        return Stream.of(bounds).flatMap(Stream::ofNullable);
    }

    private static void put(Document filter, String field, @Nullable Object value) {
        if (value != null) {
            filter.append(field, value);
        }
    }
}
