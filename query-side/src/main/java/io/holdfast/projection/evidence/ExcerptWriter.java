package io.holdfast.projection.evidence;

import io.holdfast.projection.evidence.BundleManifest.Excerpt;
import io.holdfast.runtime.json.LanguageJson;
import java.io.OutputStream;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.SequenceWriter;

/**
 * Writes a JSON list of excerpts one by one. Output is deterministic: a verifier gets the same bytes for the same
 * events.
 */
public final class ExcerptWriter implements AutoCloseable {
    private static final ObjectWriter PRETTY = LanguageJson.mapper()
            .writer()
            .with(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));

    private final SequenceWriter writer;

    /**
     * Starts a list.
     *
     * @param out is left open
     */
    public ExcerptWriter(OutputStream out) {
        this.writer = PRETTY.without(tools.jackson.core.StreamWriteFeature.AUTO_CLOSE_TARGET)
                .forType(Excerpt.class)
                .writeValuesAsArray(out);
    }

    /** Writes an excerpt and flushes it. */
    public void write(Excerpt excerpt) {
        writer.write(excerpt);
        writer.flush();
    }

    /** Ends the list. */
    @Override
    public void close() {
        writer.close();
    }

    /** The JSON of any other part of a bundle. */
    static byte[] pretty(Object value) {
        return PRETTY.writeValueAsBytes(value);
    }
}
