package io.holdfast.command.dispatch;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.holdfast.actor.Actor;
import io.holdfast.command.queryside.QuerySide;
import io.holdfast.command.queryside.QuerySideUnreachableException;
import io.holdfast.command.shipment.CommandResult;
import io.holdfast.command.shipment.ShipmentCommands;
import io.holdfast.command.shipment.domain.StaleVersionException;
import io.holdfast.query.BrowseQueue;
import io.holdfast.query.BrowseQueue.Entry;
import io.holdfast.query.QueueName;
import io.holdfast.shipment.ShipmentId;
import io.holdfast.shipment.command.ShipmentCommand.Claim;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Claims the most urgent unassigned case of a queue for an officer. The queue only proposes a case; the claim expects
 * exactly the version that the queue showed, so a case that was taken, snoozed or decided in the meantime is skipped.
 */
@Component
public class ClaimNextCase {
    private static final long SHORTEST_PAUSE = Duration.ofMillis(20).toNanos();
    private static final long LONGEST_PAUSE = Duration.ofMillis(250).toNanos();
    private static final int REMEMBERED = 10_000;

    private final QuerySide querySide;
    private final ShipmentCommands commands;
    private final Duration patience;

    /** The latest known version of a case, from its claim or a refusal; rows that show an older version are skipped. */
    private final Cache<ShipmentId, Long> known =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    /** Cases that a claim on this node is in progress for; other callers move on to the next case at once. */
    private final Set<ShipmentId> inHand = ConcurrentHashMap.newKeySet();

    /** @param patience how long to keep trying while other callers win or the queue lags behind */
    ClaimNextCase(
            QuerySide querySide,
            ShipmentCommands commands,
            @Value("${holdfast.dispatch.patience:5s}") Duration patience) {
        this.querySide = querySide;
        this.commands = commands;
        this.patience = patience;
    }

    /**
     * Claims the next case.
     *
     * @return the case, now assigned to the actor; empty when no unassigned case is waiting
     * @throws QueueBehindException when this could not be determined in time
     * @throws QuerySideUnreachableException when the query side does not answer
     */
    public Optional<Entry> claim(QueueName queue, Actor actor) {
        var search = new Search(queue, actor, System.nanoTime() + patience.toNanos());
        for (long pause = SHORTEST_PAUSE; ; pause = Math.min(2 * pause, LONGEST_PAUSE)) {
            Optional<Entry> claimed = search.pass();
            if (claimed.isPresent() || !search.behind) {
                return claimed;
            }
            search.checkTime();
            LockSupport.parkNanos(pause);
        }
    }

    private final class Search {
        private final QueueName queue;
        private final Actor actor;
        private final long deadline;
        private boolean behind;

        Search(QueueName queue, Actor actor, long deadline) {
            this.queue = queue;
            this.actor = actor;
            this.deadline = deadline;
        }

        /** Reads the queue once from start to end. */
        Optional<Entry> pass() {
            behind = false;
            String after = null;
            do {
                BrowseQueue.Page page = querySide.unassigned(queue, actor, after);
                for (Entry row : page.items()) {
                    Entry claimed = attempt(row);
                    if (claimed != null) {
                        return Optional.of(claimed);
                    }
                    checkTime();
                }
                after = page.next();
            } while (after != null);
            return Optional.empty();
        }

        private @Nullable Entry attempt(Entry row) {
            ShipmentId id = row.shipmentId();
            Long version = known.getIfPresent(id);
            if ((version == null || row.version() >= version) && inHand.add(id)) {
                try {
                    CommandResult done = commands.send(new Claim(id), actor, row.version());
                    known.put(id, done.version());
                    return row.claimedBy(actor.id(), done.version());
                } catch (StaleVersionException lost) {
                    known.put(id, lost.actual());
                } finally {
                    inHand.remove(id);
                }
            }
            behind = true;
            return null;
        }

        void checkTime() {
            if (System.nanoTime() - deadline > 0 || Thread.currentThread().isInterrupted()) {
                throw new QueueBehindException(queue);
            }
        }
    }
}
