package io.holdfast.command.shipment.evidence;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * Checks the first bytes of a file against its media type: strict enough that a program does not pass for a picture,
 * and no stricter than real files of that type allow.
 */
enum FileKind {
    /**
     * A header within the first 1,024 bytes, as readers accept it: after a byte order mark, line breaks or a printer's
     * job header.
     */
    PDF("application/pdf") {
        @Override
        boolean begins(byte[] head) {
            return !isProgram(head) && new String(head, 0, Math.min(head.length, 1024), ISO_8859_1).contains("%PDF-");
        }
    },
    JPEG("image/jpeg", "\u00FF\u00D8\u00FF"),
    PNG("image/png", "\u0089PNG\r\n\u001A\n"),
    GIF("image/gif", "GIF87a", "GIF89a"),
    BMP("image/bmp", "BM"),
    /** The last two are BigTIFF, for files beyond 4 GB and for what scanners write. */
    TIFF("image/tiff", "II*\0", "MM\0*", "II+\0", "MM\0+"),
    WEBP("image/webp") {
        @Override
        boolean begins(byte[] head) {
            return startsWith(head, 0, "RIFF") && startsWith(head, 8, "WEBP");
        }
    },
    /** The format in which phones take pictures (ISO/IEC 23008-12). */
    HEIC("image/heic") {
        @Override
        boolean begins(byte[] head) {
            return isBox(head, Set.of("ftyp")) && BRANDS.contains(text(head, 8, 4));
        }
    },
    HEIF("image/heif") {
        @Override
        boolean begins(byte[] head) {
            return HEIC.begins(head);
        }
    },
    /** Images of scanners (X-ray), medical or as DICOS. */
    DICOM("application/dicom") {
        @Override
        boolean begins(byte[] head) {
            return !isProgram(head) && startsWith(head, 128, "DICM"); // the 128 bytes before the mark may be anything
        }
    },
    ZIP("application/zip", "PK\u0003\u0004"),
    MP4("video/mp4") {
        @Override
        boolean begins(byte[] head) {
            return isBox(head, Set.of("ftyp"));
        }
    },
    QUICKTIME("video/quicktime") {
        @Override
        boolean begins(byte[] head) {
            return isBox(head, Set.of("ftyp", "moov", "mdat", "wide", "free", "skip"));
        }
    };

    /** The number of bytes at the start of a file that are checked. */
    static final int HEAD = 4096;

    private static final Set<String> BRANDS =
            Set.of("heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1", "mif2", "miaf", "avif");

    /** Magic numbers of programs for Windows, Linux, macOS and Java, and of scripts. */
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

    /**
     * Whether a file of this media type may start with these bytes. A type without a known mark may start with anything
     * except a program.
     */
    static boolean fits(String mediaType, byte[] head) {
        Optional<FileKind> known = Arrays.stream(values())
                .filter(kind -> kind.mediaType.equals(mediaType))
                .findFirst();
        if (known.isPresent()) {
            return known.get().begins(head);
        }
        return mediaType.startsWith("text/") ? TextKind.fits(head) : !isProgram(head);
    }

    boolean begins(byte[] head) {
        return Arrays.stream(marks).anyMatch(mark -> startsWith(head, 0, mark));
    }

    static boolean isProgram(byte[] head) {
        return Arrays.stream(PROGRAMS).anyMatch(mark -> startsWith(head, 0, mark));
    }

    /** Whether a box of the ISO base media format, after its length, has one of these types. */
    private static boolean isBox(byte[] head, Set<String> types) {
        return types.contains(text(head, 4, 4));
    }

    private static String text(byte[] head, int offset, int length) {
        return head.length < offset + length ? "" : new String(head, offset, length, ISO_8859_1);
    }

    private static boolean startsWith(byte[] head, int offset, String mark) {
        byte[] bytes = mark.getBytes(ISO_8859_1);
        return head.length >= offset + bytes.length
                && Arrays.equals(head, offset, offset + bytes.length, bytes, 0, bytes.length);
    }
}
