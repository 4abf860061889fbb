package io.holdfast.runtime.csv;

/** A CSV whose beginning says that no row can be read: no header line, a column twice or unknown, or no text at all. */
public final class UnusableHeaderException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 60;

    /** @param message a sentence without a full stop, about "the header" */
    public UnusableHeaderException(String message) {
        super(message, null, false, false);
    }

    /** A name out of a header as it can be shown: in quotes, printable, and not longer than needed to find it. */
    public static String shown(String column) {
        String printable = column.replaceAll("\\p{Cntrl}", "?");
        return '"' + (printable.length() <= SHOWN ? printable : printable.substring(0, SHOWN) + "…") + '"';
    }
}
