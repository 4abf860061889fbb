package io.holdfast.runtime.csv;

/**
 * The beginning of a CSV makes it impossible to read any row: no header line, a repeated or unknown column, or no text
 * at all.
 */
public final class UnusableHeaderException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 60;

    /** @param message a sentence about "the header", without a full stop */
    public UnusableHeaderException(String message) {
        super(message, null, false, false);
    }

    /** A column name in a form that is safe to show: quoted, printable, and shortened to what is needed to find it. */
    public static String shown(String column) {
        String printable = column.replaceAll("\\p{Cntrl}", "?");
        return '"' + (printable.length() <= SHOWN ? printable : printable.substring(0, SHOWN) + "…") + '"';
    }
}
