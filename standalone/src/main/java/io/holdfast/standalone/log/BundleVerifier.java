package io.holdfast.standalone.log;

import io.holdfast.eventstore.integrity.BadInputException;
import io.holdfast.eventstore.integrity.LogEvent;
import io.holdfast.eventstore.integrity.Proof;
import io.holdfast.eventstore.integrity.VerifyingKey;
import io.holdfast.projection.evidence.BundleLayout;
import io.holdfast.projection.evidence.BundleManifest;
import io.holdfast.shipment.ShipmentId;
import io.holdfast.value.InvalidValueException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Verifies a case bundle with a public key. Only the signature is trusted: it proves the events, and the events
 * determine every other byte of the bundle. The manifest is not signed; it only states how many events there were, and
 * reveals accidental damage.
 */
final class BundleVerifier {
    /**
     * The maximum size of an event and of its proof, in bytes; a commit has at most 8 MB unless configured otherwise.
     */
    private static final int LONGEST_EVENT = 16 << 20;

    private static final int LONGEST_PROOF = 32 << 20;
    private static final Pattern EVENT = Pattern.compile("events/(\\d{6,18})\\.json");

    private final BundleFile bundle;
    private final BundleManifest manifest;
    private final ShipmentId shipment;
    private final List<VerifyingKey> keys;
    private final Faults faults = new Faults();
    private final ProofOrder order = new ProofOrder();
    private final BundleParts parts;

    /**
     * Reads the manifest.
     *
     * @param keys the trusted keys
     * @param elsewhere versions of events whose files are known to be kept elsewhere
     * @throws BadInputException when it is not a bundle
     */
    BundleVerifier(BundleFile bundle, List<VerifyingKey> keys, Set<Long> elsewhere) {
        this.bundle = bundle;
        this.manifest = bundle.manifest();
        this.keys = keys;
        this.parts = new BundleParts(bundle, manifest, faults, elsewhere);
        try {
            this.shipment = new ShipmentId(manifest.shipmentId());
        } catch (InvalidValueException none) {
            throw new BadInputException(BundleLayout.MANIFEST + " names no shipment", none);
        }
    }

    /** The faults of the bundle, one line each, most serious first; empty when there are none. */
    List<String> faults() {
        List<DocumentComparison> documents = documents();
        try {
            events(documents);
            if (!faults.isEnough()) {
                documents.forEach(DocumentComparison::end);
                parts.readMe(shipment);
                parts.key(order.signers());
                parts.filesThatAreMissing();
                parts.nothingElse();
            }
        } finally {
            documents.forEach(DocumentComparison::close);
        }
        return faults.lines();
    }

    /** One line that says what was proved. */
    String summary() {
        return "shipment " + shipment.value() + ", events 1 to " + manifest.version() + ", " + parts.files()
                + ", signed by " + order.latest();
    }

    private List<DocumentComparison> documents() {
        List<DocumentComparison> documents = new ArrayList<>();
        parts.document(BundleLayout.EVIDENCE, BundleLayout.EVIDENCE_EVENTS).ifPresent(documents::add);
        parts.document(BundleLayout.CUSTODY, BundleLayout.CUSTODY_EVENTS).ifPresent(documents::add);
        return documents;
    }

    /**
     * Iterates over the events that are present: the number of events that should be present comes from the untrusted
     * manifest.
     */
    private void events(List<DocumentComparison> documents) {
        long due = 1;
        for (long version : versions()) {
            missing(due, version - 1);
            if (faults.isEnough()) {
                return;
            }
            LogEvent event = proved(version);
            if (event != null) {
                String file = file(version, event);
                documents.forEach(document -> document.tell(version, event, file));
            }
            due = version + 1;
        }
        missing(due, manifest.version());
        if (manifest.version() < 1) {
            faults.add("there is no event in it");
        }
    }

    private Set<Long> versions() {
        var versions = new TreeSet<Long>();
        for (String name : bundle.names()) {
            var event = EVENT.matcher(name);
            if (event.matches()) {
                long version = Long.parseLong(event.group(1));
                if (version >= 1
                        && version <= manifest.version()
                        && BundleLayout.event(version).equals(name)) {
                    versions.add(version);
                }
            }
        }
        return versions;
    }

    private void missing(long first, long last) {
        if (first == last) {
            faults.add("event " + first + " is missing");
        } else if (first < last) {
            faults.add("events " + first + " to " + last + " are missing");
        }
    }

    /** The event; null when it is not proved, which is a fault. */
    private @Nullable LogEvent proved(long version) {
        parts.expect(BundleLayout.event(version));
        parts.expect(BundleLayout.proof(version));
        try {
            byte[] json = bundle.bytes(BundleLayout.event(version), LONGEST_EVENT);
            byte[] line = bundle.bytes(BundleLayout.proof(version), LONGEST_PROOF);
            if (json == null || line == null) {
                faults.add("event " + version + unproved(version));
                return null;
            }
            Proof proof = Proof.ofLine(line, BundleLayout.proof(version));
            LogEvent event = LogEvent.ofJson(json, BundleLayout.event(version));
            Optional<String> flaw = flaw(version, event, proof);
            flaw.ifPresent(why -> faults.add("event " + version + ": " + why));
            return flaw.isPresent() ? null : event;
        } catch (BadInputException damaged) {
            faults.add("event " + version + ": " + damaged.getMessage());
            return null;
        }
    }

    private String unproved(long version) {
        return " has no proof"
                + (manifest.unproved().contains(version)
                        ? ": no checkpoint covered it when the bundle was made; ask for a newer bundle"
                        : "");
    }

    private Optional<String> flaw(long version, LogEvent event, Proof proof) {
        Optional<String> flaw = proof.flaw(keys);
        if (flaw.isPresent()) {
            return flaw.map(why -> "its proof does not hold: " + why);
        }
        LogEvent proved = proof.provedEvent();
        if (!proved.equals(event)) {
            return Optional.of("it is not the event that its proof proves");
        }
        if (!shipment.value().equals(proved.aggregate()) || proved.sequence() != version - 1) {
            return Optional.of("its proof is of " + proved);
        }
        return order.flaw(proof);
    }

    private @Nullable String file(long version, LogEvent event) {
        try {
            Attached attached = Attached.by(version, event);
            return attached == null || !parts.file(attached) ? null : attached.entry();
        } catch (BadInputException strange) {
            faults.add("event " + version + ": " + strange.getMessage());
            return null;
        }
    }
}
