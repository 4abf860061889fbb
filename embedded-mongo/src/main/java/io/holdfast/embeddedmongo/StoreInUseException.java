package io.holdfast.embeddedmongo;

/** Thrown when the store's file cannot be taken: another process or server holds it, or it is damaged or foreign. */
public final class StoreInUseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private StoreInUseException(String message, Throwable cause) {
        super(message, cause);
    }

    static StoreInUseException held(String file, Throwable cause) {
        return new StoreInUseException(
                "another process holds " + file + "; stop it or choose another --data directory", cause);
    }

    static StoreInUseException unreadable(String file, Throwable cause) {
        return new StoreInUseException(
                file + " is damaged or no store of this server; restore it or choose another --data directory", cause);
    }
}
