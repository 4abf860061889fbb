package io.holdfast.projection.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.holdfast.runtime.json.EventName;
import io.holdfast.runtime.json.EventNames;
import io.holdfast.shipment.EntryId;
import io.holdfast.shipment.ShipmentId;
import io.holdfast.shipment.event.ShipmentEvent;
import io.holdfast.shipment.event.ShipmentEvent.CustodyDiscrepancyFound;
import io.holdfast.shipment.event.ShipmentEvent.CustodyTransferred;
import io.holdfast.shipment.event.ShipmentEvent.EvidenceAttached;
import io.holdfast.shipment.event.ShipmentEvent.GoodsDestroyed;
import io.holdfast.shipment.event.ShipmentEvent.GoodsForfeited;
import io.holdfast.shipment.event.ShipmentEvent.GoodsRemitted;
import io.holdfast.shipment.event.ShipmentEvent.ShipmentSeized;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a bundle consists of, for who makes one and who verifies one. */
public final class BundleLayout {
    /** The version of the layout. */
    public static final int VERSION = 1;

    /** In words what this is. */
    public static final String README = "README.txt";

    /** Says what to expect; nothing in it is signed. */
    public static final String MANIFEST = "manifest.json";

    /** The public half of the key that signed, where the node that made the bundle has it. */
    public static final String KEY = "checkpoint.pub";

    /** Excerpts of the events that attach evidence. */
    public static final String EVIDENCE = "evidence.json";

    /** Excerpts of the events about seized goods and who has them. */
    public static final String CUSTODY = "custody.json";

    /** Names of the events of which {@link #EVIDENCE} has an excerpt. */
    public static final Set<String> EVIDENCE_EVENTS = names(EvidenceAttached.class);

    /** Names of the events of which {@link #CUSTODY} has an excerpt. */
    public static final Set<String> CUSTODY_EVENTS = names(
            ShipmentSeized.class,
            CustodyTransferred.class,
            CustodyDiscrepancyFound.class,
            GoodsForfeited.class,
            GoodsDestroyed.class,
            GoodsRemitted.class);

    private BundleLayout() {}

    /** An event as the log has it. */
    public static String event(long version) {
        return "events/%06d.json".formatted(version);
    }

    /** The proof of an event. */
    public static String proof(long version) {
        return "proofs/%06d.json".formatted(version);
    }

    /** A file of evidence; of its name only what is harmless on any file system. */
    public static String file(EntryId evidence, String fileName) {
        return "evidence/" + evidence.value() + "-" + fileName.replaceAll("[^A-Za-z0-9._-]", "_");
    }

    /** What {@link #README} says. A bundle of version 1 says this to the letter: another text is another version of the layout. */
    public static byte[] readMe(ShipmentId shipment, long events) {
        return ReadMe.of(shipment, events).getBytes(UTF_8);
    }

    @SafeVarargs
    private static Set<String> names(Class<? extends ShipmentEvent>... events) {
        return Stream.of(events)
                .map(event -> EventNames.of(event).map(EventName::name).orElseThrow())
                .collect(Collectors.toUnmodifiableSet());
    }
}
