package io.holdfast.command.intake;

import io.holdfast.command.intake.RefusedDeclaration.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** JSON objects, one a line (ndjson.org). Blank lines count as lines and are no rows. */
public final class NdjsonRows implements RowSource {
    private final ByteSource bytes;
    private long line;

    /** @param in the request; stays the caller's to close */
    public NdjsonRows(InputStream in) {
        this.bytes = new ByteSource(in);
    }

    @Override
    public @Nullable RawRow next() throws IOException {
        while (bytes.peek() != ByteSource.END) {
            line++;
            var content = new ByteArrayOutputStream(512);
            if (!readLine(content)) {
                return RawRow.refused(line, tooLong());
            }
            if (!isBlank(content)) {
                return DeclarationJson.row(line, content.toByteArray());
            }
        }
        return null;
    }

    static RefusedDeclaration tooLong() {
        return new RefusedDeclaration(Kind.TOO_LARGE, null, "is longer than " + DeclarationJson.MAX_BYTES + " bytes");
    }

    /** Reads to the end of the line; false when it is longer than a row may be. */
    private boolean readLine(ByteArrayOutputStream content) throws IOException {
        boolean fits = true;
        for (int next = bytes.next(); next != ByteSource.END && next != '\n'; next = bytes.next()) {
            fits = fits && content.size() < DeclarationJson.MAX_BYTES;
            if (fits) {
                content.write(next);
            }
        }
        return fits;
    }

    private static boolean isBlank(ByteArrayOutputStream content) {
        return content.size() < 64
                && content.toString(StandardCharsets.ISO_8859_1).isBlank();
    }
}
