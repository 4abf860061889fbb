package io.holdfast.command.intake;

import io.holdfast.actor.Actor;
import io.holdfast.command.intake.RefusedDeclarationException.Kind;
import io.holdfast.runtime.web.CorrelationId;
import io.holdfast.shipment.declaration.Declaration;
import java.io.IOException;
import java.io.InterruptedIOException;
import org.slf4j.MDC;

/** Takes declarations in, one at a time or many. */
public class IntakeService {
    /** How many rows of one request are decided concurrently; this also bounds the memory of a request. */
    public static final int IN_FLIGHT = 256;

    /**
     * The length in characters up to which a row counts as one; longer rows count as several. It bounds the memory of
     * 256 rows of 64 KB.
     */
    private static final int ORDINARY_ROW = 2048;

    private final DeclaredShipments shipments;

    IntakeService(DeclaredShipments shipments) {
        this.shipments = shipments;
    }

    /** Receives the results of many declarations. */
    public interface Results {
        /** Receives the next result; results come in the order of the rows. */
        void accept(IntakeResult result) throws IOException;

        /** The next result may take a while: flush what has been written so far. */
        void pause() throws IOException;
    }

    /**
     * Takes one declaration.
     *
     * @throws RefusedDeclarationException when the declaration is invalid or refused
     * @throws UndecidedException when the outcome is unknown; it is safe to send it again
     * @throws io.holdfast.command.targeting.NoActiveRuleSetException when no rule set is active
     */
    public IntakeResult take(Declaration declaration, Actor actor) {
        return take(1, declaration, actor);
    }

    /**
     * Takes all rows, {@value #IN_FLIGHT} at a time (fewer when they are long); an invalid row becomes a rejected
     * result and does not stop the others.
     *
     * @throws IOException when the rows cannot be read or the results cannot be written
     * @throws UndecidedException as soon as one row is undecided; later rows may or may not have been decided
     * @throws io.holdfast.command.targeting.NoActiveRuleSetException likewise
     */
    public void takeAll(RowSource rows, Actor actor, Results results) throws IOException {
        String correlationId = CorrelationId.current();
        var pipeline = new Pipeline<RawRow, IntakeResult>(
                IN_FLIGHT, rows::next, IntakeService::weight, row -> take(row, actor, correlationId));
        try {
            pipeline.run(new Pipeline.Sink<>() {
                @Override
                public void accept(IntakeResult result) throws IOException {
                    results.accept(result);
                }

                @Override
                public void pause() throws IOException {
                    results.pause();
                }
            });
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("intake was asked to end");
        }
    }

    private static int weight(RawRow row) {
        return 1 + row.characters() / ORDINARY_ROW;
    }

    /** Runs on a thread of its own, so the correlation id of the request has to be set for its log lines and events. */
    private IntakeResult take(RawRow row, Actor actor, String correlationId) {
        try (var _ = MDC.putCloseable(CorrelationId.MDC_KEY, correlationId)) {
            return take(row.line(), row.declaration(), actor);
        } catch (RefusedDeclarationException refused) {
            return IntakeResult.rejected(row.line(), row.shipmentId(), refused);
        }
    }

    private IntakeResult take(long line, Declaration declaration, Actor actor) {
        if (!actor.scope().includes(declaration.port())) {
            throw new RefusedDeclarationException(Kind.OUT_OF_SCOPE, "port", "is not among the ports of this user");
        }
        return IntakeResult.of(line, shipments.declare(declaration, actor));
    }
}
