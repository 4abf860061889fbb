package io.holdfast.projection.support.mongo;

import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static io.holdfast.projection.support.mongo.SegmentStates.field;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOneModel;
import io.holdfast.projection.support.ProjectionTokens;
import io.holdfast.runtime.log.LogMark;
import io.holdfast.runtime.time.Leases;
import io.holdfast.runtime.time.Ticker;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * Stores the tokens of a processor in one document, so that its segments are created atomically: two nodes that start
 * together never see only some of them. Each segment has an owner, a lease and a fencing number that grows with each
 * claim. A node whose segment was taken over, or whose processor was deleted, can neither store a token nor extend its
 * claim. A segment may be taken over when its lease has expired by the clock, or when this node has seen no sign of
 * life from the owner for the length of a lease, whatever the clocks say. Neither rule is what prevents
 * double writes; the fencing number is.
 */
final class MongoTokens implements ProjectionTokens {
    private final MongoCollection<Document> collection;
    private final NodeRegistry nodes;
    private final String node;
    private final Duration lease;
    private final InstantSource clock;
    private final Leases leases;
    private final Map<String, Long> fences = new ConcurrentHashMap<>();

    /**
     * Creates the store.
     *
     * @param node the name of this process; must be unique
     */
    MongoTokens(MongoDatabase database, String node, Duration lease, InstantSource clock, Ticker ticker) {
        collection = database.getCollection(CollectionNames.TOKENS);
        this.node = node;
        this.lease = lease;
        this.clock = clock;
        this.leases = new Leases(lease, ticker);
        nodes = new NodeRegistry(database, node, lease, clock, leases);
    }

    @Override
    public void initializeTokenSegments(String processor, int count, @Nullable TrackingToken initial) {
        try {
            collection.insertOne(SegmentStates.initial(processor, count, position(initial)));
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                throw new UnableToClaimTokenException("Processor " + processor + " has its segments already");
            }
            throw e;
        }
    }

    /** Without an initial token every segment starts before the first event. */
    @Override
    public void initializeTokenSegments(String processor, int count) {
        initializeTokenSegments(processor, count, null);
    }

    @Override
    public void storeToken(@Nullable TrackingToken token, String processor, int segment) {
        storeToken(token, processor, segment, 0, LogMark.START);
    }

    @Override
    public void storeToken(@Nullable TrackingToken token, String processor, int segment, int handled, LogMark last) {
        var changes = new ArrayList<Bson>();
        changes.add(set(field(segment, "position"), position(token)));
        changes.add(inc(field(segment, "handled"), (long) handled));
        changes.add(set(field(segment, "leaseUntil"), leaseUntil()));
        if (last.event() != null) {
            changes.add(set(
                    field(segment, "mark"), new Document("event", last.event()).append("position", last.position())));
        }
        update(processor, segment, combine(changes));
    }

    @Override
    public @Nullable TrackingToken fetchToken(String processor, int segment) {
        var free = new ArrayList<>(List.of(
                new Document(field(segment, "owner"), null),
                new Document(field(segment, "owner"), node),
                new Document(field(segment, "leaseUntil"), new Document("$lt", Date.from(clock.instant())))));
        abandoned(processor, segment).ifPresent(free::add);
        Document claimed = collection.findOneAndUpdate(
                new Document("_id", processor)
                        .append(field(segment, "fence"), new Document("$exists", true))
                        .append("$or", free),
                combine(
                        set(field(segment, "owner"), node),
                        inc(field(segment, "fence"), 1L),
                        set(field(segment, "leaseUntil"), leaseUntil())),
                new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER));
        if (claimed == null) {
            throw new UnableToClaimTokenException(
                    "Segment " + segment + " of " + processor + " is held by another node, or does not exist");
        }
        Document state = SegmentStates.of(claimed, segment);
        fences.put(processor + "#" + segment, state.getLong("fence"));
        return token(state.getLong("position"));
    }

    /** The state of a segment whose owner shows no sign of life. It is claimed only if its state is still the same. */
    private Optional<Document> abandoned(String processor, int segment) {
        Document found = find(processor);
        Document state = found == null ? null : SegmentStates.of(found, segment);
        return state == null || state.getString("owner") == null || !isAbandoned(processor, segment, state)
                ? Optional.empty()
                : Optional.of(new Document(field(segment, "fence"), state.getLong("fence"))
                        .append(field(segment, "leaseUntil"), state.getDate("leaseUntil")));
    }

    private boolean isAbandoned(String processor, int segment, Document state) {
        return leases.isOver(processor + "#" + segment, List.of(state.getLong("fence"), state.getDate("leaseUntil")));
    }

    @Override
    public void extendClaim(String processor, int segment) {
        update(processor, segment, set(field(segment, "leaseUntil"), leaseUntil()));
    }

    @Override
    public void releaseClaim(String processor, int segment) {
        Long fence = fences.remove(processor + "#" + segment);
        if (fence != null) {
            collection.updateOne(held(processor, segment, fence), set(field(segment, "owner"), null));
        }
    }

    private void update(String processor, int segment, Bson update) {
        Long fence = fences.get(processor + "#" + segment);
        if (fence == null
                || collection.updateOne(held(processor, segment, fence), update).getMatchedCount() != 1) {
            throw new UnableToClaimTokenException(
                    "Segment " + segment + " of " + processor + " is not held by this node any more");
        }
    }

    /**
     * Filter for a segment that this node holds. The fence alone would do; the owner is there for humans who read the
     * document.
     */
    private Bson held(String processor, int segment, long fence) {
        return new Document("_id", processor)
                .append(field(segment, "owner"), node)
                .append(field(segment, "fence"), fence);
    }

    @Override
    public int[] fetchSegments(String processor) {
        return SegmentStates.ids(find(processor));
    }

    @Override
    public List<Segment> fetchAvailableSegments(String processor) {
        Document found = find(processor);
        int[] all = SegmentStates.ids(found);
        Date now = Date.from(clock.instant());
        return Arrays.stream(all)
                .filter(id -> found != null && available(processor, id, SegmentStates.of(found, id), now))
                .mapToObj(id -> Segment.computeSegment(id, all))
                .toList();
    }

    private boolean available(String processor, int segment, Document state, Date now) {
        String owner = state.getString("owner");
        return owner == null
                || owner.equals(node)
                || state.getDate("leaseUntil").before(now)
                || isAbandoned(processor, segment, state);
    }

    @Override
    public void publish(String processor, Map<Integer, Long> positions) {
        var writes = new ArrayList<UpdateOneModel<Document>>();
        positions.forEach((segment, reached) -> {
            Long fence = fences.get(processor + "#" + segment);
            if (fence != null) {
                writes.add(
                        new UpdateOneModel<>(held(processor, segment, fence), set(field(segment, "reached"), reached)));
            }
        });
        if (!writes.isEmpty()) {
            collection.bulkWrite(writes);
        }
    }

    @Override
    public Optional<Progress> progress(String processor) {
        return Optional.ofNullable(find(processor)).map(SegmentStates::progress);
    }

    @Override
    public int beat() {
        return nodes.beat();
    }

    @Override
    public void leave() {
        nodes.leave();
    }

    @Override
    public void delete(String processor) {
        collection.deleteOne(Filters.eq("_id", processor));
    }

    @Override
    public Optional<String> retrieveStorageIdentifier() {
        return Optional.of(collection.getNamespace().getFullName());
    }

    private @Nullable Document find(String processor) {
        return collection.find(Filters.eq("_id", processor)).first();
    }

    private Date leaseUntil() {
        return Date.from(clock.instant().plus(lease));
    }

    /**
     * The position of a token.
     *
     * @throws IllegalArgumentException unless it is a plain position: replay and merge tokens are not supported
     */
    private static long position(@Nullable TrackingToken token) {
        return switch (token) {
            case null -> -1;
            case GlobalSequenceTrackingToken at -> at.getGlobalIndex();
            default -> throw new IllegalArgumentException("Not a position of the log: " + token);
        };
    }

    private static @Nullable TrackingToken token(long position) {
        return position < 0 ? null : new GlobalSequenceTrackingToken(position);
    }
}
