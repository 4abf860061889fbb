package io.holdfast.shipment;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.holdfast.value.Check;
import io.holdfast.value.InvalidValueException;
import io.holdfast.value.Text;
import java.util.regex.Pattern;

/**
 * What a file that is taken in may be called: something that looks like what it is, and that every system can save under. Names that events
 * have had since before are not asked for this; who hands one out makes it harmless.
 */
public final class FileName {
    /** What most file systems hold, in bytes of UTF-8. */
    private static final int LONGEST = 255;

    /** Names of devices under Windows, whatever their extension. */
    private static final Pattern DEVICE =
            Pattern.compile("(?i)(con|prn|aux|nul|conin\\$|conout\\$|(com|lpt)[0-9\u00b9\u00b2\u00b3])\\s*(\\..*)?");

    private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:.*");

    private FileName() {}

    /**
     * The form in which a name is kept; what would vanish in it is refused, not left out.
     *
     * @throws InvalidValueException for what {@link #check} refuses
     */
    static String checked(String name, String field) {
        check(name, field);
        String kept = Check.line(name, field, LONGEST);
        check(kept, field);
        return kept;
    }

    /**
     * Refuses a name.
     *
     * @param field that has it
     * @throws InvalidValueException for a path, a drive, a device, dots or blanks at an end, two dots in a row, characters that cannot be
     *     seen or that turn the direction of others, and more than 255 bytes of UTF-8
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

    /**
     * A name that can be handed out to any system, for one that was taken in: itself, unless it would be refused today.
     */
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
