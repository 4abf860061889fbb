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

/** The layout of a case bundle, shared by the code that writes one and the code that verifies one. */
public final class BundleLayout {
    /** The version of the layout. */
    public static final int VERSION = 1;

    /** An explanation for human readers. */
    public static final String README = "README.txt";

    /** The list of contents; nothing in it is signed. */
    public static final String MANIFEST = "manifest.json";

    /** The public key of the signing key, if the node that made the bundle has it. */
    public static final String KEY = "checkpoint.pub";

    /** Excerpts of the events that attached evidence. */
    public static final String EVIDENCE = "evidence.json";

    /** Excerpts of the events about seized goods and their custody. */
    public static final String CUSTODY = "custody.json";

    /** Names of the events that {@link #EVIDENCE} lists. */
    public static final Set<String> EVIDENCE_EVENTS = names(EvidenceAttached.class);

    /** Names of the events that {@link #CUSTODY} lists. */
    public static final Set<String> CUSTODY_EVENTS = names(
            ShipmentSeized.class,
            CustodyTransferred.class,
            CustodyDiscrepancyFound.class,
            GoodsForfeited.class,
            GoodsDestroyed.class,
            GoodsRemitted.class);

    private BundleLayout() {}

    /** The entry that holds an event, as it is in the log. */
    public static String event(long version) {
        return "events/%06d.json".formatted(version);
    }

    /** The entry that holds the proof of an event. */
    public static String proof(long version) {
        return "proofs/%06d.json".formatted(version);
    }

    /** The entry that holds a file of evidence. Unsafe characters in its name become underscores. */
    public static String file(EntryId evidence, String fileName) {
        return "evidence/" + evidence.value() + "-" + fileName.replaceAll("[^A-Za-z0-9._-]", "_");
    }

    /**
     * The content of {@link #README}. Every bundle of version 1 has exactly this text; a different text needs a new
     * layout version.
     */
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
