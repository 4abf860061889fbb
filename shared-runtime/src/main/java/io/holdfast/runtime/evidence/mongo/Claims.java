package io.holdfast.runtime.evidence.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import io.holdfast.runtime.evidence.EvidenceFiles.State;
import io.holdfast.runtime.evidence.EvidenceFiles.Waiting;
import io.holdfast.runtime.evidence.NotStoredException;
import io.holdfast.shipment.ShipmentId;
import io.holdfast.value.Sha256;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * The undecided copies, one document each. The state in the document alone determines what may be done with a copy. It
 * changes only by compare-and-set: the slower of two writers no longer finds the state that it expects, and notices by
 * the count of matched documents.
 */
final class Claims {
    private static final String STATE = "state";
    private static final String SHA256 = "sha256";
    private static final int SOME = 100;

    private final MongoCollection<Document> waiting;
    private final Clock clock;

    Claims(MongoCollection<Document> waiting, Clock clock) {
        this.waiting = waiting;
        this.clock = clock;
    }

    void enter(String id, ShipmentId shipment) {
        waiting.insertOne(new Document("_id", id)
                .append("shipment", shipment.value())
                .append("since", Date.from(clock.instant()))
                .append(STATE, State.COMING.name())
                .append("beats", 0L));
    }

    /** Records that bytes are still arriving. */
    void beat(String id) {
        if (!change(id, Updates.inc("beats", 1L), State.COMING)) {
            throw new NotStoredException("A file was taken for abandoned while it came");
        }
    }

    void stored(String id, Sha256 sha256) {
        Bson stored = Updates.combine(Updates.set(STATE, State.STORED.name()), Updates.set(SHA256, sha256.value()));
        if (!change(id, stored, State.COMING)) {
            throw new NotStoredException("A file was taken for abandoned when it had come");
        }
    }

    void claim(String id) {
        if (!to(State.CLAIMED, id, State.STORED)) {
            throw new NotStoredException("A file was taken for abandoned before it was named");
        }
    }

    /**
     * Marks the copy as kept; false if it is not there. Also rescues a doomed copy that still exists, when an event
     * turns out to name it.
     */
    boolean keep(String id) {
        return to(State.KEEPING, id, State.values());
    }

    /** Marks the copy for removal; false when it is being kept. */
    boolean doom(String id) {
        return to(State.DOOMED, id, State.COMING, State.STORED, State.CLAIMED, State.DOOMED);
    }

    /** Marks the copy for removal, unless it has progressed since it was seen. */
    void doom(Waiting copy) {
        Document seen = waiting.find(new Document("_id", copy.id())).first();
        if (seen != null && waiting(seen).equals(copy)) {
            var same = new Document("_id", copy.id())
                    .append(STATE, seen.get(STATE)) // null matches absent: entered before there were states
                    .append("beats", seen.get("beats"));
            waiting.updateOne(same, Updates.set(STATE, State.DOOMED.name()));
        }
    }

    /** Ends the entry of a copy whose fate is decided. */
    void end(String id) {
        waiting.deleteOne(new Document("_id", id));
    }

    List<Waiting> after(String id) {
        return waiting.find(new Document("_id", new Document("$gt", id)))
                .sort(Sorts.ascending("_id"))
                .limit(SOME)
                .map(Claims::waiting)
                .into(new ArrayList<>());
    }

    private boolean to(State next, String id, State... from) {
        return change(id, Updates.set(STATE, next.name()), from);
    }

    private boolean change(String id, Bson change, State... from) {
        List<@Nullable String> states = new ArrayList<>();
        for (State state : from) {
            states.add(state.name());
            if (state == State.COMING || state == State.CLAIMED) {
                states.add(null); // entered before there were states, so it may be either
            }
        }
        var seen = new Document("_id", id).append(STATE, new Document("$in", states));
        return waiting.updateOne(seen, change).getMatchedCount() == 1;
    }

    private static Waiting waiting(Document document) {
        String state = document.getString(STATE);
        String digest = document.getString(SHA256);
        return new Waiting(
                document.getString("_id"),
                new ShipmentId(document.getString("shipment")),
                digest == null ? null : new Sha256(digest),
                state == null ? State.CLAIMED : State.valueOf(state),
                document.containsKey("beats") ? document.getLong("beats") : 0,
                document.getDate("since").toInstant());
    }
}
