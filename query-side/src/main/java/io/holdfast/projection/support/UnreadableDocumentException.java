package io.holdfast.projection.support;

/** A document of a read model cannot be read. A rebuild of the projection writes it anew. */
public final class UnreadableDocumentException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String projection;

    public UnreadableDocumentException(String projection, String collection, Object id, Throwable cause) {
        super("Document " + id + " of " + projection + "." + collection + " cannot be read", cause);
        this.projection = projection;
    }

    /** Which one has to be rebuilt. */
    public String projection() {
        return projection;
    }
}
