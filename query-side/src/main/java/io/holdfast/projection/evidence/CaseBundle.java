package io.holdfast.projection.evidence;

import io.holdfast.actor.Actor;
import io.holdfast.eventstore.api.EventProofs;
import io.holdfast.projection.evidence.BundleManifest.Excerpt;
import io.holdfast.shipment.Evidence;
import io.holdfast.shipment.ShipmentId;
import io.holdfast.shipment.event.ShipmentEvent.EvidenceAttached;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A case as a zip that can be verified without this software's database. Events are read while the zip is written. */
public final class CaseBundle {
    private final ShipmentId shipment;
    private final List<String> events;
    private final Map<Long, EvidenceAttached> files;
    private final ProvedEvent opening;
    private final EventProofs proofs;
    private final EvidenceDownloads downloads;
    private final Clock clock;
    private final List<Excerpt> evidence = new ArrayList<>();
    private final List<Excerpt> custody = new ArrayList<>();
    private final List<Long> unproved = new ArrayList<>();
    private byte @Nullable [] key;

    /**
     * A bundle of one case.
     *
     * @param events the log identifiers of its events, in order; the events themselves are read during writing
     * @param files the evidence to include, by the version of the event that attached it
     */
    CaseBundle(
            ShipmentId shipment,
            List<String> events,
            Map<Long, EvidenceAttached> files,
            EventProofs proofs,
            EvidenceDownloads downloads,
            Clock clock) {
        this.shipment = shipment;
        this.events = List.copyOf(events);
        this.files = new LinkedHashMap<>(files);
        this.proofs = proofs;
        this.downloads = downloads;
        this.clock = clock;
        this.opening = ProvedEvent.of(events.getFirst(), 1, proofs);
    }

    /**
     * Writes the whole bundle.
     *
     * @throws IOException if it cannot be completed
     */
    public void write(OutputStream to, Actor by) throws IOException {
        try (var zip = new BundleZip(to)) {
            zip.add(BundleLayout.README, BundleLayout.readMe(shipment, events.size()));
            for (int version = 1; version <= events.size(); version++) {
                add(zip, version == 1 ? opening : ProvedEvent.of(events.get(version - 1), version, proofs));
            }
            zip.add(BundleLayout.EVIDENCE, out -> excerpts(evidence, out));
            zip.add(BundleLayout.CUSTODY, out -> excerpts(custody, out));
            for (EvidenceAttached attached : files.values()) {
                Evidence file = attached.evidence();
                zip.add(name(attached), out -> downloads.handOut(shipment, file, out));
            }
            if (key != null) {
                zip.add(BundleLayout.KEY, key);
            }
            zip.add(
                    BundleLayout.MANIFEST,
                    ExcerptWriter.pretty(new BundleManifest(
                            BundleLayout.VERSION,
                            shipment.value(),
                            events.size(),
                            clock.instant(),
                            by.id().value(),
                            unproved,
                            zip.digests())));
        }
    }

    private void add(BundleZip zip, ProvedEvent event) throws IOException {
        zip.add(BundleLayout.event(event.version()), event.json());
        if (event.proof() == null) {
            unproved.add(event.version());
        } else {
            zip.add(BundleLayout.proof(event.version()), event.proof());
        }
        if (event.key() != null) {
            key = event.key();
        }
        String name = event.name();
        if (BundleLayout.EVIDENCE_EVENTS.contains(name)) {
            EvidenceAttached attached = files.get(event.version());
            evidence.add(event.excerpt(attached == null ? null : name(attached)));
        }
        if (BundleLayout.CUSTODY_EVENTS.contains(name)) {
            custody.add(event.excerpt(null));
        }
    }

    private static String name(EvidenceAttached attached) {
        return BundleLayout.file(attached.evidenceId(), attached.evidence().fileName());
    }

    private static void excerpts(List<Excerpt> excerpts, OutputStream out) {
        try (var list = new ExcerptWriter(out)) {
            excerpts.forEach(list::write);
        }
    }
}
