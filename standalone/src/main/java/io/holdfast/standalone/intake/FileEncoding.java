package io.holdfast.standalone.intake;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.holdfast.runtime.csv.CsvText;
import io.holdfast.standalone.cli.CommandLineException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;

/**
 * Detects the encoding of a file. UTF-16 is detected by its first bytes. A file with bytes beyond ASCII but without a
 * single valid UTF-8 character is windows-1252 when it uses the characters that windows-1252 adds to ISO-8859-1, and
 * ISO-8859-1 otherwise. Any other file is UTF-8, and its rows that are not valid UTF-8 are rejected one by one.
 */
final class FileEncoding {
    private static final Map<String, String> NO_TEXT = Map.of(
            "504b0304", "a ZIP file or a workbook",
            "d0cf11e0", "a workbook of an old spreadsheet",
            "1f8b", "compressed",
            "25504446", "a PDF");

    private long characters;
    private long broken;
    private boolean beyondLatin1;

    private FileEncoding() {}

    /** @throws CommandLineException for a file that is not text */
    static Charset of(Path file) throws IOException {
        try (InputStream start = Files.newInputStream(file)) {
            byte[] first = start.readNBytes(4);
            refuseBinary(file, HexFormat.of().formatHex(first));
            Charset shown = CsvText.recognised(first, US_ASCII);
            return shown.equals(US_ASCII) ? ofAllBytes(file) : shown;
        }
    }

    private static void refuseBinary(Path file, String first) {
        NO_TEXT.forEach((signature, what) -> {
            if (first.startsWith(signature)) {
                throw new CommandLineException(file + " is " + what + ", not text; save or unpack it as CSV");
            }
        });
    }

    private static Charset ofAllBytes(Path file) throws IOException {
        var seen = new FileEncoding();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 64 * 1024)) {
            int next = in.read();
            while (next >= 0) {
                next = next < 0x80 ? in.read() : seen.passCharacter(next, in);
            }
        }
        if (seen.characters > 0 || seen.broken == 0) {
            return UTF_8;
        }
        return seen.beyondLatin1 ? Charset.forName("windows-1252") : StandardCharsets.ISO_8859_1;
    }

    /** Counts a UTF-8 character, or a byte that cannot start one; returns the next byte. */
    private int passCharacter(int first, InputStream in) throws IOException {
        beyondLatin1 |= first < 0xA0;
        int following = first >= 0xF0 && first <= 0xF4 ? 3 : first >= 0xE0 ? 2 : first >= 0xC2 ? 1 : 0;
        following = first > 0xF4 ? 0 : following;
        int next = in.read();
        for (int left = following; left > 0; left--) {
            if (next < 0) {
                return next; // cut off within a character: neither valid nor broken
            }
            if (next < 0x80 || next > 0xBF) {
                broken++;
                return next;
            }
            beyondLatin1 |= next < 0xA0;
            next = in.read();
        }
        if (following == 0) {
            broken++;
        } else {
            characters++;
        }
        return next;
    }
}
