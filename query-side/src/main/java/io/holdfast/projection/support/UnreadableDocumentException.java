package io.holdfast.projection.support;

/** A read model document cannot be read. A rebuild of the projection writes it again. */
public final class UnreadableDocumentException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String projection;

    public UnreadableDocumentException(String projection, String collection, Object id, Throwable cause) {
        super("Document " + id + " of " + projection + "." + collection + " cannot be read", cause);
        this.projection = projection;
    }

    /** The projection that needs a rebuild. */
    public String projection() {
        return projection;
    }
}
