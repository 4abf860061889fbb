package io.holdfast.command.intake.web;

import io.holdfast.actor.Actor;
import io.holdfast.command.intake.IdempotencyStore;
import io.holdfast.command.intake.IntakeResult;
import io.holdfast.command.intake.IntakeService;
import io.holdfast.command.intake.RefusedDeclarationException;
import io.holdfast.command.intake.RefusedDeclarationException.Kind;
import io.holdfast.command.intake.RowSource;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;

/**
 * Takes many declarations in one request.
 *
 * <p>Without an idempotency key, results are sent while the request is still being read. With a key the body is spooled
 * first, because the key is bound to the digest of the whole body; results are then sent part by part, each after it
 * was stored.
 */
class StreamedIntake {
    /** The number of results in one stored part; a part is one document. */
    static final int PART = 1000;

    private final IntakeService intake;
    private final IdempotencyStore keys;
    private final Semaphore streams;
    private final long spoolLimit;
    private final SpoolFolder spools;

    StreamedIntake(IntakeService intake, IdempotencyStore keys, IntakeProperties limits, SpoolFolder spools) {
        this.intake = intake;
        this.keys = keys;
        this.streams = new Semaphore(limits.streams());
        this.spools = spools;
        this.spoolLimit = limits.spoolLimit().toBytes();
    }

    /** This node already serves the maximum number of streams. */
    static final class BusyException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        BusyException() {
            super("As many streams are under way as this node serves; come back in a moment", null, false, false);
        }
    }

    /** Parses a body of some format into rows. */
    @FunctionalInterface
    interface Form {
        RowSource rows(InputStream body) throws IOException;
    }

    /**
     * Takes the rows of a request.
     *
     * @param form the name of the format, part of what the key is bound to
     */
    void take(String form, Form rows, Actor actor, HttpServletRequest request, StreamedAnswer answer)
            throws IOException {
        String key = IdempotencyKey.of(request);
        if (!streams.tryAcquire()) {
            throw new BusyException();
        }
        try {
            if (key == null) {
                intake.takeAll(rows.rows(request.getInputStream()), actor, answer);
            } else {
                takeOnce(key, form, rows, actor, request, answer);
            }
        } finally {
            streams.release();
        }
        if (answer.results() == 0) {
            throw new RefusedDeclarationException(Kind.MALFORMED, null, "There is no row in the body");
        }
        answer.end();
    }

    private void takeOnce(
            String key, String form, Form rows, Actor actor, HttpServletRequest request, StreamedAnswer answer)
            throws IOException {
        try (SpooledBody spool = SpooledBody.of(spools, request.getInputStream(), form, spoolLimit);
                IdempotencyStore.Answer stored = keys.claim(actor.id(), key, spool.digest());
                InputStream body = spool.open()) {
            RowSource source = rows.rows(body);
            int part = tellAgain(stored, answer);
            source.skip(answer.results());
            var parts = new Parts(stored, part, answer);
            intake.takeAll(source, actor, parts);
            parts.tell();
        }
    }

    /** Sends the stored parts again and returns the number of the first part that is not stored. */
    private static int tellAgain(IdempotencyStore.Answer stored, StreamedAnswer answer) throws IOException {
        int part = 0;
        for (List<IntakeResult> told = stored.told(part); !told.isEmpty(); told = stored.told(++part)) {
            for (IntakeResult result : told) {
                answer.accept(result);
            }
        }
        return part;
    }

    /** Collects results and stores each part before it is sent. */
    private static final class Parts implements IntakeService.Results {
        private final IdempotencyStore.Answer stored;
        private final StreamedAnswer answer;
        private final List<IntakeResult> gathered = new ArrayList<>(PART);
        private int part;

        Parts(IdempotencyStore.Answer stored, int part, StreamedAnswer answer) {
            this.stored = stored;
            this.part = part;
            this.answer = answer;
        }

        @Override
        public void accept(IntakeResult result) throws IOException {
            gathered.add(result);
            if (gathered.size() == PART) {
                tell();
            }
        }

        @Override
        public void pause() {
            // The collected results are not stored yet, so they must not be sent.
        }

        void tell() throws IOException {
            if (gathered.isEmpty()) {
                return;
            }
            stored.tell(part++, List.copyOf(gathered));
            for (IntakeResult result : gathered) {
                answer.accept(result);
            }
            answer.pause();
            gathered.clear();
        }
    }
}
