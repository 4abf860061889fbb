package io.holdfast.embeddedmongo;

import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;

/** Thrown if the store's file cannot be opened: another process or server has it open, it is damaged, or it is not a store. */
public final class StoreInUseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private StoreInUseException(String message, Throwable cause) {
        super(message, cause);
    }

    static StoreInUseException of(String file, MVStoreException cause) {
        return new StoreInUseException(
                cause.getErrorCode() == DataUtils.ERROR_FILE_LOCKED
                        ? "another process holds " + file + "; stop it or choose another --data directory"
                        : file
                                + " is damaged or no store of this server; restore it or choose another --data directory",
                cause);
    }
}
