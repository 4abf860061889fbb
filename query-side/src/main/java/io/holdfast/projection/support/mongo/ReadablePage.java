package io.holdfast.projection.support.mongo;

import com.mongodb.client.FindIterable;
import io.holdfast.projection.support.UnreadableDocumentException;
import io.holdfast.runtime.log.UnreadEvents;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a page of documents and skips those that cannot be read, so that one bad document does not block the rest. Each
 * is logged once. Further documents are read in its place, so a short page still means the last page.
 */
public final class ReadablePage {
    private static final Logger LOG = LoggerFactory.getLogger(ReadablePage.class);
    private static final int REMEMBERED = 1000;

    /** Documents fetched per round trip; they may be large. */
    private static final int AT_ONCE = 20;

    private static final Set<String> TOLD =
            Collections.synchronizedSet(Collections.newSetFromMap(new LinkedHashMap<>() {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
                    return size() > REMEMBERED;
                }
            }));

    private ReadablePage() {}

    /**
     * The first documents of a query that can be read.
     *
     * @param found the query, without a limit
     * @param read throws {@link UnreadableDocumentException} if a document cannot be read
     */
    public static <T> List<T> of(FindIterable<Document> found, Function<Document, T> read, int limit) {
        int asked = limit;
        while (true) {
            var page = new ArrayList<T>();
            int there = 0;
            for (Document document : found.limit(asked)) {
                there++;
                add(document, read, page);
            }
            if (page.size() >= limit || there < asked) {
                return page;
            }
            asked += limit - page.size();
        }
    }

    /**
     * The first documents of a query that can be read, fewer if they are large.
     *
     * @param found the query, without a limit
     * @param read throws {@link UnreadableDocumentException} if a document cannot be read
     * @param most the total weight at which the page ends; the first document is included whatever its weight
     */
    public static <T> Some<T> some(
            FindIterable<Document> found,
            Function<Document, T> read,
            int limit,
            ToLongFunction<Document> weight,
            long most) {
        var page = new ArrayList<T>();
        long sum = 0;
        try (var documents = found.batchSize(AT_ONCE).iterator()) {
            while (documents.hasNext()) {
                Document document = documents.next();
                sum += weight.applyAsLong(document);
                if (page.size() == limit || (sum > most && !page.isEmpty())) {
                    return new Some<>(page, true);
                }
                add(document, read, page);
            }
        }
        return new Some<>(page, false);
    }

    /**
     * A part of the documents of a query.
     *
     * @param more whether there are more documents
     */
    public record Some<T>(List<T> items, boolean more) {
        public Some {
            items = List.copyOf(items);
        }
    }

    /** All documents of a query that can be read. */
    public static <T> List<T> all(FindIterable<Document> found, Function<Document, T> read) {
        var page = new ArrayList<T>();
        found.forEach(document -> add(document, read, page));
        return page;
    }

    private static <T> void add(Document document, Function<Document, T> read, List<T> page) {
        try {
            page.add(read.apply(document));
        } catch (UnreadableDocumentException unreadable) {
            if (TOLD.add(String.valueOf(unreadable.getMessage()))) {
                LOG.warn(
                        "{} and is left out of answers: {}. Rebuild it: POST /api/v1/admin/projections/{}/rebuild",
                        unreadable.getMessage(),
                        UnreadEvents.reason(unreadable),
                        unreadable.projection());
            }
        }
    }
}
