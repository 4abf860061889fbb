package io.holdfast.projection.workqueue;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.holdfast.query.BrowseQueue.Sort;
import io.holdfast.value.InvalidValueException;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * A paging cursor; opaque to clients. It names a place in the sort order, not a case, so it stays valid when a case
 * leaves the queue.
 *
 * @param sort the sort order
 * @param key the place in it, as made by {@link SortKeys}
 */
public record Cursor(Sort sort, String key) {
    private static final int LONGEST = 200;
    private static final Pattern SHAPE = Pattern.compile("([PA])([0-9]{21}[A-Za-z0-9][A-Za-z0-9._-]{0,63})");

    /** The cursor as clients see it. */
    public String text() {
        String plain = sort.name().charAt(0) + key;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(UTF_8));
    }

    /**
     * Parses a cursor.
     *
     * @throws InvalidValueException unless {@link #text} made it, for the same sort order
     */
    public static Cursor parse(String text, Sort sort) {
        var shape = SHAPE.matcher(decoded(text));
        if (!shape.matches()) {
            throw foreign();
        }
        if (shape.group(1).charAt(0) != sort.name().charAt(0)) {
            throw new InvalidValueException("cursor", "must be used with the sort that it was given for");
        }
        return new Cursor(sort, shape.group(2));
    }

    private static String decoded(String text) {
        if (text.length() > LONGEST) {
            throw foreign();
        }
        try {
            return new String(Base64.getUrlDecoder().decode(text), UTF_8);
        } catch (IllegalArgumentException notBase64) {
            throw foreign();
        }
    }

    private static InvalidValueException foreign() {
        return new InvalidValueException("cursor", "must be the next of an earlier answer");
    }
}
