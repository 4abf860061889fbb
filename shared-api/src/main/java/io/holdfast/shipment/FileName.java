package io.holdfast.shipment;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.holdfast.value.Check;
import io.holdfast.value.InvalidValueException;
import io.holdfast.value.Text;
import java.util.regex.Pattern;

/**
 * The rules for names of uploaded files: a name must look like what it is, and every operating system must be able to
 * save it. Names in events from before these rules are not checked; {@link #harmless} replaces them on download.
 */
public final class FileName {
    /** The limit of most file systems, in bytes of UTF-8. */
    private static final int LONGEST = 255;

    /** Device names reserved by Windows, whatever the extension. */
    private static final Pattern DEVICE =
            Pattern.compile("(?i)(con|prn|aux|nul|conin\\$|conout\\$|(com|lpt)[0-9\u00b9\u00b2\u00b3])\\s*(\\..*)?");

    private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:.*");

    private FileName() {}

    /**
     * Returns the name in the form in which it is stored. Characters that this form would drop are refused, not dropped
     * silently.
     *
     * @throws InvalidValueException for whatever {@link #check} refuses
     */
    static String checked(String name, String field) {
        check(name, field);
        String kept = Check.line(name, field, LONGEST);
        check(kept, field);
        return kept;
    }

    /**
     * Refuses an unsafe name.
     *
     * @param field the field that holds it, named in the exception
     * @throws InvalidValueException for a path, a drive, a device name, dots or spaces at either end, two consecutive
     *     dots, invisible characters, characters that change the text direction, and more than 255 bytes of UTF-8
     */
    public static void check(String name, String field) {
        Check.text(name, field, LONGEST);
        refuse(name.codePoints().anyMatch(Text::isUnseen), field, "characters that cannot be seen");
        refuse(name.contains("/") || name.contains("\\") || DRIVE.matcher(name).matches(), field, "a path");
        refuse(name.contains(".."), field, "two dots in a row");
        refuse(isAtAnEnd(name), field, "a dot or a blank at its beginning or end");
        refuse(DEVICE.matcher(name).matches(), field, "the name of a device");
        if (name.getBytes(UTF_8).length > LONGEST) {
            throw new InvalidValueException(field, "must have at most " + LONGEST + " bytes in UTF-8");
        }
    }

    private static void refuse(boolean has, String field, String what) {
        if (has) {
            throw new InvalidValueException(field, "must not contain " + what);
        }
    }

    /** Returns a name that is safe to download on any system: the given one, unless today's rules would refuse it. */
    public static String harmless(String name) {
        try {
            check(name, "fileName");
            return name;
        } catch (InvalidValueException old) {
            var plain = new StringBuilder("evidence-");
            name.codePoints().limit(60).forEach(c -> plain.appendCodePoint(isPlain(c) ? c : '_'));
            return plain.append('_').toString();
        }
    }

    private static boolean isPlain(int c) {
        return Character.isLetterOrDigit(c) && !Text.isUnseen(c);
    }

    private static boolean isAtAnEnd(String name) {
        return isDotOrBlank(name.codePointAt(0)) || isDotOrBlank(name.codePointBefore(name.length()));
    }

    private static boolean isDotOrBlank(int c) {
        return c == '.' || Character.isSpaceChar(c);
    }
}
