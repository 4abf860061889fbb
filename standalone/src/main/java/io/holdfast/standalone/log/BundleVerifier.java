package io.holdfast.standalone.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.holdfast.eventstore.integrity.BadInputException;
import io.holdfast.eventstore.integrity.Checkpoint;
import io.holdfast.eventstore.integrity.LogEvent;
import io.holdfast.eventstore.integrity.Proof;
import io.holdfast.eventstore.integrity.VerifyingKey;
import io.holdfast.projection.evidence.BundleLayout;
import io.holdfast.projection.evidence.BundleManifest;
import io.holdfast.projection.evidence.BundleManifest.Excerpt;
import io.holdfast.runtime.json.LanguageJson;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Holds a case bundle against a public key: every event against its proof, and all the rest against the events. */
final class BundleVerifier {
    private final BundleFile bundle;
    private final BundleManifest manifest;
    private final List<VerifyingKey> keys;
    private final List<String> faults = new ArrayList<>();
    private final Map<Long, LogEvent> events = new TreeMap<>();
    private @Nullable Checkpoint latest;

    /** @param keys that are believed */
    BundleVerifier(BundleFile bundle, List<VerifyingKey> keys) {
        this.bundle = bundle;
        this.manifest = bundle.manifest();
        this.keys = keys;
    }

    /** What is wrong with it, one line each, the weightiest first; empty when nothing is. */
    List<String> faults() {
        for (long version = 1; version <= manifest.version(); version++) {
            event(version);
        }
        excerpts(BundleLayout.EVIDENCE, BundleLayout.EVIDENCE_EVENTS);
        excerpts(BundleLayout.CUSTODY, BundleLayout.CUSTODY_EVENTS);
        files();
        entries();
        return List.copyOf(faults);
    }

    /** In one line what was proved. */
    String summary() {
        return "shipment " + manifest.shipmentId() + ", events 1 to " + manifest.version() + ", signed by " + latest;
    }

    private void event(long version) {
        try {
            byte[] json = bundle.bytes(BundleLayout.event(version));
            byte[] line = bundle.bytes(BundleLayout.proof(version));
            if (json == null || line == null) {
                faults.add("event " + version + (json == null ? " is missing" : unproved(version)));
                return;
            }
            LogEvent event = LogEvent.ofJson(json, BundleLayout.event(version));
            Proof proof = Proof.ofLine(line, BundleLayout.proof(version));
            flaw(version, event, proof)
                    .ifPresentOrElse(
                            flaw -> faults.add("event " + version + ": " + flaw), () -> accept(version, event, proof));
        } catch (BadInputException damaged) {
            faults.add("event " + version + ": " + damaged.getMessage());
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
        return manifest.shipmentId().equals(proved.aggregate()) && proved.sequence() == version - 1
                ? Optional.empty()
                : Optional.of("its proof is of " + proved);
    }

    private void accept(long version, LogEvent event, Proof proof) {
        events.put(version, event);
        if (latest == null || proof.checkpoint().number() > latest.number()) {
            latest = proof.checkpoint();
        }
    }

    private void excerpts(String name, Set<String> about) {
        try {
            var told = new HashMap<Long, Excerpt>();
            bundle.excerpts(name).forEach(excerpt -> told.put(excerpt.version(), excerpt));
            events.forEach((version, event) -> {
                Excerpt excerpt = told.remove(version);
                if (about.contains(event.name()) && (excerpt == null || !says(event, excerpt))) {
                    faults.add(name + " does not say what event " + version + " says");
                }
                if (!about.contains(event.name()) && excerpt != null) {
                    faults.add(name + " tells of event " + version + ", which does not belong there");
                }
            });
            told.keySet().forEach(version -> faults.add(name + " tells of event " + version + ", which is not proved"));
        } catch (BadInputException damaged) {
            faults.add(String.valueOf(damaged.getMessage()));
        }
    }

    private static boolean says(LogEvent event, Excerpt excerpt) {
        return event.name().equals(excerpt.event())
                && tree(event.payload().toString()).equals(excerpt.payload())
                && java.util.Objects.equals(
                        tree(event.metadata().toString()).path("actor").asString(null), excerpt.actor());
    }

    /** The digest is taken from the proved event. */
    private void files() {
        events.forEach((version, event) -> {
            if (BundleLayout.EVIDENCE_EVENTS.contains(event.name())) {
                JsonNode said = tree(event.payload().toString());
                file(version, said.path("evidenceId").asString(), said.path("evidence"));
            }
        });
    }

    private void file(long version, String id, JsonNode evidence) {
        String prefix = "evidence/" + id + "-";
        for (String name : bundle.names()) {
            if (name.startsWith(prefix)) {
                String there = digest(name);
                if (!there.isEmpty() && !there.equals(evidence.path("sha256").asString())) {
                    faults.add(name + " is not the file that event " + version + " attached");
                }
            }
        }
    }

    /** Against the manifest, which is not signed: finds accidents, and what was added or left out. */
    private void entries() {
        manifest.sha256().forEach((name, digest) -> {
            String there = digest(name);
            if (!there.equals(digest)) {
                faults.add(name + (there.isEmpty() ? " is missing" : " is not as it was written"));
            }
        });
        for (String name : bundle.names()) {
            if (!manifest.sha256().containsKey(name) && !name.equals(BundleLayout.MANIFEST)) {
                faults.add(name + " does not belong to the bundle");
            }
        }
    }

    /** Empty text for an entry that is not there or is damaged; the latter is a fault. */
    private String digest(String name) {
        try {
            return bundle.sha256(name);
        } catch (BadInputException damaged) {
            faults.add(String.valueOf(damaged.getMessage()));
            return "";
        }
    }

    private static JsonNode tree(String json) {
        try {
            return LanguageJson.mapper().readTree(json.getBytes(UTF_8));
        } catch (JacksonException notJson) {
            return LanguageJson.mapper().nullNode();
        }
    }
}
