package io.holdfast.command.intake;

import io.holdfast.actor.UserId;
import io.holdfast.value.Sha256;
import java.time.Duration;
import java.util.List;

/**
 * What was answered under an idempotency key (draft-ietf-httpapi-idempotency-key-header), for 24 hours.
 *
 * <p>Results are stored before they are told, in parts. A repeated request therefore hears again, to the letter, what the first
 * one was told; and when the first one ended in between (the process died, the connection was cut), the rest is decided now.
 * That is safe because a declaration is decided once per shipment, whatever was or was not told. Deciding everything anew
 * instead would not do: what the first request heard as new would come back as repeated.
 */
public interface IdempotencyStore {
    /** How long an answer is kept. */
    Duration KEPT = Duration.ofHours(24);
    /** How long a request that shows no sign of life holds its key. */
    Duration LEASE = Duration.ofMinutes(2);

    /**
     * Claims a key.
     *
     * @param body digest of the form and the body of the request
     * @throws KeyReusedException when the key came with another body before
     * @throws KeyInUseException when a request with this key is under way
     * @throws UndecidedException when the store cannot be reached, here and in {@link Answer}
     */
    Answer claim(UserId user, String key, Sha256 body);

    /** Removes what is older than {@link #KEPT}. A server with TTL indexes does so by itself; the embedded one does not. */
    void removeExpired();

    /** The answer under one key; closing it lets go of the key. */
    interface Answer extends AutoCloseable {
        /** A part of what was told before, in order from 0; empty when nothing was stored there. */
        List<IntakeResult> told(int part);

        /** Stores the next part before it is told. @throws KeyInUseException when another request has taken the key over */
        void tell(int part, List<IntakeResult> results);

        @Override
        void close();
    }

    /** The key came with another body before. */
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

    /** A request with this key is under way. */
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
