package io.holdfast.projection.support;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import io.holdfast.projection.support.mongo.DocumentMapping;
import io.holdfast.shipment.ShipmentId;
import io.holdfast.shipment.event.ShipmentEvent;
import io.holdfast.shipment.event.ShipmentEvent.Tagged;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;

/** A projection for tests: the tags of each shipment in order, and, with one segment, the total number of tags. */
final class Tally implements Projection {
    record Tags(List<String> tags) {}

    record Sum(long events, long letters) {}

    static final CollectionName<Sum> SUMS = new CollectionName<>("sums", Sum.class);
    static final CollectionName<Tags> TAGS = new CollectionName<>("tags", Tags.class);
    static final String ALL = "all";

    private final int segments;
    private final ConcurrentHashMap<String, RuntimeException> poison = new ConcurrentHashMap<>();

    Tally(int segments) {
        this.segments = segments;
    }

    /** From now on folding this tag fails. */
    void poison(String tag) {
        poison.put(tag, new IllegalStateException("cannot bear " + tag));
    }

    /** From now on folding this tag throws this exception. */
    void poison(String tag, RuntimeException answer) {
        poison.put(tag, answer);
    }

    void cure() {
        poison.clear();
    }

    @Override
    public String name() {
        return "tally";
    }

    @Override
    public int segments() {
        return segments;
    }

    @Override
    public List<CollectionName<?>> collections() {
        return segments == 1 ? List.of(SUMS, TAGS) : List.of(TAGS);
    }

    @Override
    public void on(ProjectedEvent event, ReadModels models) {
        if (event.payload() instanceof Tagged tagged) {
            var change =
                    models.collection(TAGS).fold(event.aggregate(), before -> Optional.of(with(before, tagged.tag())));
            RuntimeException refusal = poison.get(tagged.tag());
            if (refusal != null) {
                throw refusal;
            }
            if (segments == 1) {
                change.ifPresent(_ ->
                        models.collection(SUMS).fold(ALL, before -> Optional.of(plus(before, tagged.tag()))));
            }
        }
    }

    private static Tags with(Tags before, String tag) {
        var tags = new ArrayList<>(before == null ? List.<String>of() : before.tags());
        tags.add(tag);
        return new Tags(tags);
    }

    private static Sum plus(Sum before, String tag) {
        return before == null
                ? new Sum(1, tag.length())
                : new Sum(before.events() + 1, before.letters() + tag.length());
    }

    static Tagged tagged(String shipment, String tag) {
        return new Tagged(new ShipmentId(shipment), tag, Instant.parse("2026-11-24T10:00:00Z"));
    }

    /** {@code count} events over {@code shipments} shipments in turn. */
    static List<ShipmentEvent> many(int count, int shipments) {
        return IntStream.range(0, count)
                .<ShipmentEvent>mapToObj(i -> tagged("S" + i % shipments, "t" + i))
                .toList();
    }

    static DocumentMapping<?>[] mappings() {
        return Stream.of(new TagsMapping(), new SumMapping()).toArray(DocumentMapping<?>[]::new);
    }

    private static final class TagsMapping implements DocumentMapping<Tags> {
        @Override
        public String projection() {
            return "tally";
        }

        @Override
        public CollectionName<Tags> collection() {
            return TAGS;
        }

        @Override
        public List<IndexModel> indexes() {
            return List.of(new IndexModel(Indexes.ascending("tags")));
        }

        @Override
        public Document toDocument(Tags value) {
            if (value.tags().contains("unwritable")) {
                throw new IllegalArgumentException("unwritable");
            }
            var document = new Document("tags", value.tags());
            return value.tags().contains("heavy") ? document.append("weight", "x".repeat(17 << 20)) : document;
        }

        @Override
        public Tags fromDocument(Document document) {
            return new Tags(document.getList("tags", String.class));
        }
    }

    private static final class SumMapping implements DocumentMapping<Sum> {
        @Override
        public String projection() {
            return "tally";
        }

        @Override
        public CollectionName<Sum> collection() {
            return SUMS;
        }

        @Override
        public List<IndexModel> indexes() {
            return List.of();
        }

        @Override
        public Document toDocument(Sum value) {
            return new Document("events", value.events()).append("letters", value.letters());
        }

        @Override
        public Sum fromDocument(Document document) {
            return new Sum(document.getLong("events"), document.getLong("letters"));
        }
    }
}
