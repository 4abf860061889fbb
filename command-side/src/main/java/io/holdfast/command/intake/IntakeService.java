package io.holdfast.command.intake;

import io.holdfast.actor.Actor;
import io.holdfast.command.intake.RefusedDeclarationException.Kind;
import io.holdfast.runtime.web.CorrelationId;
import io.holdfast.shipment.declaration.Declaration;
import java.io.IOException;
import java.io.InterruptedIOException;
import org.slf4j.MDC;

/** Where declarations are handed in, one or many. */
public class IntakeService {
    /** How many rows of one request are decided about at once; it bounds the memory of a request too. */
    public static final int IN_FLIGHT = 256;

    /** What a row can have, in characters, without counting for several: it bounds 256 rows of 64 KB. */
    private static final int ORDINARY_ROW = 2048;

    private final DeclaredShipments shipments;

    IntakeService(DeclaredShipments shipments) {
        this.shipments = shipments;
    }

    /** Where results of many go. */
    public interface Results {
        /** The results come in the order of the rows. */
        void accept(IntakeResult result) throws IOException;

        /** The next result may take a while: what has been said so far should be on its way. */
        void pause() throws IOException;
    }

    /**
     * Takes one declaration.
     *
     * @throws RefusedDeclarationException when it is at fault
     * @throws UndecidedException when it may be sent again
     * @throws io.holdfast.command.targeting.NoActiveRuleSetException when nothing can be screened
     */
    public IntakeResult take(Declaration declaration, Actor actor) {
        return take(1, declaration, actor);
    }

    /**
     * Takes all rows, {@value #IN_FLIGHT} at a time (fewer of them when they are long); a row at fault becomes a rejected result and stops nothing.
     *
     * @throws IOException when the rows cannot be read on or the results not handed on
     * @throws UndecidedException as soon as that comes over one row; rows after it may or may not have been decided
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

    /** A row runs on a thread of its own, which must log and write under the request that brought it. */
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
