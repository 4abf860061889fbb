package io.holdfast.command.intake;

import io.holdfast.command.intake.RefusedDeclarationException.Kind;
import io.holdfast.runtime.csv.PhysicalLines;
import io.holdfast.runtime.csv.PhysicalLines.Ends;
import io.holdfast.runtime.csv.PhysicalLines.Line;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Reads JSON objects, one per line (ndjson.org). Blank lines count as lines but are not rows. */
public final class NdjsonRows implements RowSource {
    private final PhysicalLines lines;

    /** @param in the request body; the caller closes it */
    public NdjsonRows(InputStream in) {
        this.lines = new PhysicalLines(in, DeclarationJson.MAX_BYTES, Ends.LF);
    }

    @Override
    public @Nullable RawRow next() throws IOException {
        for (Line line = lines.next(); line != null; line = lines.next()) {
            if (line.tooLong()) {
                return RawRow.refused(line.number(), tooLong());
            }
            if (!isBlank(line.bytes())) {
                return DeclarationJson.row(line.number(), line.bytes());
            }
        }
        return null;
    }

    private static RefusedDeclarationException tooLong() {
        return new RefusedDeclarationException(
                Kind.TOO_LARGE, null, "is longer than " + DeclarationJson.MAX_BYTES + " bytes");
    }

    private static boolean isBlank(byte[] line) {
        for (byte next : line) {
            if (next != ' ' && next != '\t' && next != '\r') {
                return false;
            }
        }
        return true;
    }
}
