package io.holdfast.standalone.log;

import io.holdfast.eventstore.integrity.BadInputException;
import io.holdfast.eventstore.integrity.LogEvent;
import io.holdfast.projection.evidence.BundleManifest.Excerpt;
import io.holdfast.projection.evidence.ExcerptWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * Compares a document of excerpts with the one that the proved events produce. Neither is ever held in memory as a
 * whole.
 */
final class DocumentComparison implements AutoCloseable {
    /** The maximum size in bytes of JSON: more than any event that has excerpts. */
    private static final int LONGEST = 4 << 20;

    private final String name;
    private final Set<String> about;
    private final Faults faults;
    private final ByteComparison same;
    private final ExcerptWriter right;
    private boolean told;

    /**
     * Starts with the beginning of the list.
     *
     * @param name of the document
     * @param about the names of the events that it contains
     * @throws BadInputException when there is no such document
     */
    DocumentComparison(BundleFile bundle, String name, Set<String> about, Faults faults) {
        this.name = name;
        this.about = about;
        this.faults = faults;
        this.same = new ByteComparison(bundle.open(name));
        this.right = new ExcerptWriter(same);
    }

    /**
     * Adds the next event of the case.
     *
     * @param file the name of the entry with the attached file; null when there is none
     */
    void tell(long version, LogEvent event, @Nullable String file) {
        if (!about.contains(event.name())) {
            return;
        }
        try {
            String metadata = event.metadata().toString();
            String payload = event.payload().toString();
            if (metadata.length() + payload.length() > LONGEST) {
                throw new BadInputException("event " + version + " is larger than any of its kind");
            }
            right.write(Excerpt.of(version, event.name(), metadata, payload, file));
            differs(" does not say what event " + version + " says");
        } catch (JacksonException noJson) {
            faults.add(name + ": " + problem(noJson));
        } catch (BadInputException damaged) {
            faults.add(name + ": " + damaged.getMessage());
        }
    }

    private static String problem(JacksonException failed) {
        return failed.getCause() instanceof IOException damage
                ? String.valueOf(damage.getMessage())
                : "an event is not the JSON that it should be";
    }

    private void differs(String how) {
        if (same.isDifferent() && !told) {
            told = true;
            faults.add(name + how);
        }
    }

    /** Marks the end of the events. */
    void end() {
        try {
            right.close();
            differs(" does not say what the events say");
            if (same.hasMore() && !told) {
                faults.add(name + " tells more than the events");
            }
            same.close();
        } catch (JacksonException | BadInputException damaged) {
            faults.add(name + ": " + damaged.getMessage());
        } catch (IOException damaged) {
            faults.add(String.valueOf(BundleFile.damaged(name, damaged).getMessage()));
        }
    }

    @Override
    public void close() {
        try {
            same.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
