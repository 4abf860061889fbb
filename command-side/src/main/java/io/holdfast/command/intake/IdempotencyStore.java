package io.holdfast.command.intake;

import io.holdfast.actor.UserId;
import io.holdfast.value.Sha256;
import java.time.Duration;
import java.util.List;

/**
 * Stores the answer to each idempotency key (draft-ietf-httpapi-idempotency-key-header) for 24 hours.
 *
 * <p>Results are stored in parts, each before it is sent. A repeated request therefore gets exactly the results that
 * the first one got; and when the first one stopped halfway (the process died, the connection was cut), the remaining
 * rows are decided now. That is safe because a declaration is decided once per shipment, whether or not its result was
 * sent. Deciding everything again instead would be wrong: results that the first request saw as new would come back as
 * repeated.
 */
public interface IdempotencyStore {
    /** How long an answer is kept. */
    Duration KEPT = Duration.ofHours(24);
    /** How long a request that has stopped making progress keeps its key. */
    Duration LEASE = Duration.ofMinutes(2);

    /**
     * Claims a key.
     *
     * @param body digest of the format and the body of the request
     * @throws KeyReusedException when the key was used with another body before
     * @throws KeyInUseException when a request with this key is in progress
     * @throws UndecidedException when the store cannot be reached, here and in {@link Answer}
     */
    Answer claim(UserId user, String key, Sha256 body);

    /**
     * Removes answers older than {@link #KEPT}. A MongoDB server does this itself with TTL indexes; the embedded one
     * does not.
     */
    void removeExpired();

    /** The stored answer of one key; closing it releases the key. */
    interface Answer extends AutoCloseable {
        /** A part that was stored before, numbered from 0; empty when there is none of that number. */
        List<IntakeResult> told(int part);

        /**
         * Stores the next part before it is sent.
         *
         * @throws KeyInUseException when another request has taken over the key
         */
        void tell(int part, List<IntakeResult> results);

        @Override
        void close();
    }

    /** The key was used with another body before. */
    final class KeyReusedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public KeyReusedException() {
            super(
                    "The Idempotency-Key was used for another request; take a new key for a new request",
                    null,
                    false,
                    false);
        }
    }

    /** A request with this key is in progress. */
    final class KeyInUseException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public KeyInUseException() {
            super(
                    "A request with this Idempotency-Key is under way; repeat it when that has ended",
                    null,
                    false,
                    false);
        }
    }
}
