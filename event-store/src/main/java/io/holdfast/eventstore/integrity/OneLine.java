package io.holdfast.eventstore.integrity;

/** Makes untrusted text safe for a message: one line, bounded in length, without terminal control sequences. */
public final class OneLine {

    private static final int LONGEST = 400;

    private OneLine() {}

    /** The text; invisible characters and line breaks are written as {@code \}{@code u} and their number. */
    public static String of(String text) {
        String shown = text.length() <= LONGEST ? text : text.substring(0, LONGEST);
        var line = new StringBuilder(shown.length());
        shown.codePoints().forEach(c -> append(line, c));
        return text.length() <= LONGEST ? line.toString() : line + " ...";
    }

    private static void append(StringBuilder line, int c) {
        switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> line.append("\\u%04X".formatted(c));
            default -> line.appendCodePoint(c);
        }
    }
}
