package io.holdfast.standalone.log;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.holdfast.eventstore.integrity.BadInputException;
import io.holdfast.eventstore.integrity.Hash;
import io.holdfast.eventstore.integrity.VerifyingKey;
import io.holdfast.projection.evidence.BundleLayout;
import io.holdfast.projection.evidence.BundleManifest;
import io.holdfast.shipment.ShipmentId;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Checks the entries of a bundle: those that the proved events require, each once, and no others. */
final class BundleParts {
    /** The maximum size of a public key, in bytes. */
    static final int LONGEST_KEY = 1 << 16;

    private final BundleFile bundle;
    private final BundleManifest manifest;
    private final Faults faults;
    private final Set<Long> elsewhere;
    private final Set<String> expected = new HashSet<>(Set.of(BundleLayout.MANIFEST));
    private final List<Attached> missing = new ArrayList<>();
    private long files;

    BundleParts(BundleFile bundle, BundleManifest manifest, Faults faults, Set<Long> elsewhere) {
        this.bundle = bundle;
        this.manifest = manifest;
        this.faults = faults;
        this.elsewhere = elsewhere;
    }

    /** Records that an entry belongs to the bundle, whether or not it is present. */
    void expect(String name) {
        expected.add(name);
    }

    /** A document of excerpts; empty when it is missing, which is a fault. */
    Optional<DocumentComparison> document(String name, Set<String> about) {
        expect(name);
        if (!bundle.names().contains(name)) {
            faults.add("there is no " + name + " in it");
            return Optional.empty();
        }
        return Optional.of(new DocumentComparison(bundle, name, about, faults));
    }

    /** Compares a file with the event that attaches it; false when it is missing. */
    boolean file(Attached attached) {
        String name = attached.entry();
        expect(name);
        if (!bundle.names().contains(name)) {
            missing.add(attached);
            return false;
        }
        files++;
        if (bundle.size(name) != attached.size()
                || !digest(name).equals(attached.sha256().value())) {
            faults.add(name + " is not the file that event " + attached.version() + " attached");
        }
        return true;
    }

    /** The digest of an entry; empty when it is damaged, which is a fault. */
    private String digest(String name) {
        try (InputStream in = bundle.open(name)) {
            in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException damaged) {
            faults.add(String.valueOf(BundleFile.damaged(name, damaged).getMessage()));
            return "";
        } catch (BadInputException damaged) {
            faults.add(String.valueOf(damaged.getMessage()));
            return "";
        }
        return bundle.digests().getOrDefault(name, "");
    }

    /** Checks the readme, whose text is the same in all bundles except for the shipment and the number of events. */
    void readMe(ShipmentId shipment) {
        expect(BundleLayout.README);
        if (!bundle.names().contains(BundleLayout.README)) {
            faults.add("there is no " + BundleLayout.README + " in it");
            return;
        }
        try (var same = new ByteComparison(bundle.open(BundleLayout.README))) {
            same.write(BundleLayout.readMe(shipment, manifest.version()));
            if (same.isDifferent() | same.hasMore()) {
                faults.add(BundleLayout.README + " is not as it was written");
            }
        } catch (IOException damaged) {
            faults.add(String.valueOf(
                    BundleFile.damaged(BundleLayout.README, damaged).getMessage()));
        } catch (BadInputException damaged) {
            faults.add(String.valueOf(damaged.getMessage()));
        }
    }

    /** Checks the enclosed key: it may be missing, but must be one of those that signed. */
    void key(Set<Hash> signers) {
        expect(BundleLayout.KEY);
        try {
            byte[] pem = bundle.bytes(BundleLayout.KEY, LONGEST_KEY);
            if (pem == null) {
                return;
            }
            String text = new String(pem, US_ASCII);
            VerifyingKey key = VerifyingKey.ofPem(text, BundleLayout.KEY);
            if (!signers.contains(key.id()) || !key.pem().equals(text.replace("\r", ""))) {
                faults.add(BundleLayout.KEY + " is not the key that signed");
            }
        } catch (BadInputException damaged) {
            faults.add(String.valueOf(damaged.getMessage()));
        }
    }

    /**
     * Checks that a bundle with files has all files that its events attach, except those known to be kept elsewhere. A
     * bundle made without files has none.
     */
    void filesThatAreMissing() {
        if (files == 0) {
            return;
        }
        for (Attached attached : missing) {
            if (!elsewhere.contains(attached.version())) {
                faults.add(attached.fileName() + ", which event " + attached.version()
                        + " attached, is not in it: it was taken out, or was never kept where the bundle was made"
                        + " (then: --elsewhere " + attached.version() + ")");
            }
        }
    }

    /**
     * Reports entries that do not belong here, occur twice, or differ from the manifest, which reveals accidental
     * damage.
     */
    void nothingElse() {
        bundle.repeated().forEach(name -> faults.add(name + " is in it more than once"));
        for (String name : bundle.names()) {
            if (!expected.contains(name)) {
                faults.add(name + " does not belong to the bundle");
            } else if (!name.equals(BundleLayout.MANIFEST) && !manifest.sha256().containsKey(name)) {
                faults.add(BundleLayout.MANIFEST + " does not know " + name);
            }
        }
        manifest.sha256().forEach((name, digest) -> {
            if (!bundle.names().contains(name)) {
                faults.add(name + " is missing");
            } else if (expected.contains(name)
                    && !bundle.digests().getOrDefault(name, "").equals(digest)) {
                faults.add(name + " is not as it was written");
            }
        });
    }

    /** The number of files, in words. */
    String files() {
        long attached = files + missing.size();
        if (attached == 0) {
            return "no files";
        }
        return files == 0
                ? "without its " + attached + (attached == 1 ? " file" : " files")
                : files + " of " + attached + (attached == 1 ? " file" : " files");
    }
}
