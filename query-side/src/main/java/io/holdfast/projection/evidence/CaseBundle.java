package io.holdfast.projection.evidence;

import io.holdfast.actor.Actor;
import io.holdfast.projection.evidence.BundleManifest.Excerpt;
import io.holdfast.projection.evidence.CaseLog.Entry;
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

/** One case as a zip that can be verified without this software's database: written while it is read. */
public final class CaseBundle {
    private final ShipmentId shipment;
    private final List<Entry> entries;
    private final Map<Long, EvidenceAttached> files;
    private final ProvedEvent opening;
    private final EventProofs proofs;
    private final EvidenceDownloads room;
    private final Clock clock;
    private final List<Excerpt> evidence = new ArrayList<>();
    private final List<Excerpt> custody = new ArrayList<>();
    private final List<Long> unproved = new ArrayList<>();
    private byte @Nullable [] key;

    private CaseBundle(
            ShipmentId shipment,
            List<Entry> entries,
            Map<Long, EvidenceAttached> files,
            EventProofs proofs,
            EvidenceDownloads room,
            Clock clock) {
        this.shipment = shipment;
        this.entries = entries;
        this.files = files;
        this.proofs = proofs;
        this.room = room;
        this.clock = clock;
        this.opening = proofs.of(entries.getFirst());
    }

    /**
     * Whatever can be refused is refused here, before the first byte.
     *
     * @param withFiles whether the files of the evidence are to be in it, as far as they are kept here
     * @throws EvidenceAlteredException when one of them is not what was attached
     */
    static CaseBundle of(
            ShipmentId shipment,
            List<Entry> entries,
            boolean withFiles,
            EventProofs proofs,
            EvidenceDownloads room,
            Clock clock) {
        var files = new LinkedHashMap<Long, EvidenceAttached>();
        for (Entry entry : entries) {
            if (withFiles
                    && entry.event() instanceof EvidenceAttached attached
                    && room.holds(shipment, attached.evidence())) {
                files.put(entry.version(), attached);
            }
        }
        return new CaseBundle(shipment, entries, files, proofs, room, clock);
    }

    /** Writes all of it. @throws IOException when it cannot be written to its end */
    public void write(OutputStream to, Actor by) throws IOException {
        try (var zip = new BundleZip(to)) {
            zip.add(BundleLayout.README, BundleLayout.readMe(shipment, entries.size()));
            for (Entry entry : entries) {
                add(zip, entry.version() == 1 ? opening : proofs.of(entry));
            }
            zip.add(BundleLayout.EVIDENCE, out -> excerpts(evidence, out));
            zip.add(BundleLayout.CUSTODY, out -> excerpts(custody, out));
            for (EvidenceAttached attached : files.values()) {
                Evidence file = attached.evidence();
                zip.add(name(attached), out -> room.handOut(shipment, file, out));
            }
            if (key != null) {
                zip.add(BundleLayout.KEY, key);
            }
            zip.add(
                    BundleLayout.MANIFEST,
                    ExcerptWriter.pretty(new BundleManifest(
                            BundleLayout.VERSION,
                            shipment.value(),
                            entries.size(),
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
