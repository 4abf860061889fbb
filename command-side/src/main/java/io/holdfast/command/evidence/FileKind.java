package io.holdfast.command.evidence;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import java.util.Optional;

/** What files begin with: enough that a program does not pass for a picture. */
enum FileKind {
    PDF("application/pdf", "%PDF-"),
    JPEG("image/jpeg", "\u00FF\u00D8\u00FF"),
    PNG("image/png", "\u0089PNG\r\n\u001A\n"),
    GIF("image/gif", "GIF8"),
    TIFF("image/tiff", "II*\0", "MM\0*"),
    ZIP("application/zip", "PK\u0003\u0004"),
    MP4("video/mp4") {
        @Override
        boolean begins(byte[] head) {
            return startsWith(head, 4, "ftyp");
        }
    };

    /** How much of a file is looked at, in bytes. */
    static final int HEAD = 512;

    /** Programs of Windows, Linux, macOS and Java, and scripts. */
    private static final String[] PROGRAMS = {
        "MZ",
        "\u007FELF",
        "#!",
        "\u00CA\u00FE\u00BA\u00BE",
        "\u00CF\u00FA\u00ED\u00FE",
        "\u00CE\u00FA\u00ED\u00FE",
        "\u00FE\u00ED\u00FA"
    };

    private final String mediaType;
    private final String[] marks;

    FileKind(String mediaType, String... marks) {
        this.mediaType = mediaType;
        this.marks = marks;
    }

    /** Whether a file of this media type may begin so. Of a type that has no mark anything but a program may. */
    static boolean fits(String mediaType, byte[] head) {
        Optional<FileKind> known = Arrays.stream(values())
                .filter(kind -> kind.mediaType.equals(mediaType))
                .findFirst();
        if (known.isPresent()) {
            return known.get().begins(head);
        }
        return Arrays.stream(PROGRAMS).noneMatch(mark -> startsWith(head, 0, mark))
                && !(mediaType.startsWith("text/") && isBinary(head));
    }

    boolean begins(byte[] head) {
        return Arrays.stream(marks).anyMatch(mark -> startsWith(head, 0, mark));
    }

    private static boolean isBinary(byte[] head) {
        for (byte b : head) {
            if (b == 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean startsWith(byte[] head, int offset, String mark) {
        byte[] bytes = mark.getBytes(ISO_8859_1);
        return head.length >= offset + bytes.length
                && Arrays.equals(head, offset, offset + bytes.length, bytes, 0, bytes.length);
    }
}
