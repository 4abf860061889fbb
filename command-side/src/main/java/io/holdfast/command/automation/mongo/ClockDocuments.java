package io.holdfast.command.automation.mongo;

import io.holdfast.command.automation.ClockBook.Known;
import io.holdfast.command.automation.ClockStep;
import io.holdfast.runtime.json.LanguageJson;
import io.holdfast.runtime.log.ParkedItem;
import io.holdfast.shipment.ShipmentId;
import io.holdfast.shipment.clock.Clocks;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/**
 * Converts the clocks of one shipment to and from a document. A parked shipment has a date for its next retry, and no
 * step is due until then.
 */
final class ClockDocuments {
    static final String VERSION = "version";
    static final String RETRY_AT = "retryAt";
    static final String TROUBLE = "trouble";
    static final Known UNREADABLE = new Known(0, Clocks.NONE, true);

    private static final Logger LOG = LoggerFactory.getLogger(ClockDocuments.class);
    private static final String ID = "_id";
    private static final String CLOCKS = "clocks";
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(15);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    private ClockDocuments() {}

    static Document page(ShipmentId shipment, Known known) {
        var page = new Document(ID, shipment.value())
                .append(VERSION, known.version())
                .append(CLOCKS, LanguageJson.mapper().writeValueAsString(known.clocks()));
        for (ClockStep step : ClockStep.values()) {
            step.firstDueAt(known.clocks()).ifPresent(at -> page.append(step.name(), Date.from(at)));
        }
        return page;
    }

    /** Empty when it cannot be read. */
    static Optional<Known> known(Document page) {
        try {
            Clocks clocks = LanguageJson.readOnRecord(page.getString(CLOCKS), Clocks.class);
            return Optional.of(new Known(page.getLong(VERSION), clocks, page.get(RETRY_AT) != null));
        } catch (JacksonException | ClassCastException | NullPointerException | IllegalArgumentException unreadable) {
            LOG.warn(
                    "The clocks of {} cannot be read and are read from the log: {}",
                    page.get(ID),
                    unreadable.toString());
            return Optional.empty();
        }
    }

    /** The document of a parked shipment of which nothing else is known. */
    static Document parked(ParkedItem parked) {
        return new Document(ID, parked.aggregate())
                .append(VERSION, 0L)
                .append(CLOCKS, LanguageJson.mapper().writeValueAsString(Clocks.NONE))
                .append(TROUBLE, trouble(parked))
                .append(RETRY_AT, Date.from(parked.since().plus(FIRST_PAUSE)));
    }

    private static Document trouble(ParkedItem parked) {
        return new Document("version", parked.version())
                .append("position", parked.position())
                .append("type", parked.type())
                .append("since", Date.from(parked.since()))
                .append("reason", parked.reason())
                .append("tries", 1);
    }

    /** Parks a shipment. One that was parked before keeps the time at which that began and waits twice as long. */
    static Document park(Document page, ParkedItem parked) {
        Document trouble = trouble(parked);
        Document before = page.get(TROUBLE, Document.class);
        if (before != null) {
            trouble.append("since", before.getDate("since")).append("tries", before.get("tries", 0) + 1);
            if (parked.position() == null) {
                trouble.append("position", before.get("position")).append("type", before.get("type"));
            }
        }
        Date next = Date.from(parked.since().plus(pause(trouble.get("tries", 1))));
        var due = new Document();
        for (ClockStep step : ClockStep.values()) {
            due.append(step.name(), "");
        }
        return new Document("$set", new Document(TROUBLE, trouble).append(RETRY_AT, next)).append("$unset", due);
    }

    private static Duration pause(int tries) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(tries - 1, 20));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    /** Ends the parking. The last failure is kept until a later event is stored, so that a new failure waits longer. */
    static Document released(ShipmentId shipment, Known known, Document before) {
        Document page = page(shipment, known);
        if (before.get(TROUBLE) != null) {
            page.append(TROUBLE, before.get(TROUBLE));
        }
        return page;
    }

    static ParkedItem item(Document page) {
        Document trouble = page.get(TROUBLE, Document.class);
        return trouble == null
                ? new ParkedItem(page.getString(ID), null, null, "unknown", Instant.EPOCH, "its page cannot be read")
                : new ParkedItem(
                        page.getString(ID),
                        trouble.getLong("version"),
                        trouble.getLong("position"),
                        trouble.getString("type"),
                        trouble.getDate("since").toInstant(),
                        trouble.getString("reason"));
    }
}
