package io.holdfast.command.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.holdfast.actor.Actor;
import io.holdfast.actor.PortScope;
import io.holdfast.actor.Role;
import io.holdfast.actor.UserId;
import io.holdfast.command.intake.RefusedDeclarationException.Kind;
import io.holdfast.command.shipment.Screened;
import io.holdfast.shipment.declaration.Declaration;
import io.holdfast.shipment.state.Status;
import io.holdfast.value.PortCode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

@DisplayNameGeneration(ReplaceUnderscores.class)
class IntakeServiceTest {
    private static final Actor ANALYST =
            new Actor(new UserId("ana"), Set.of(Role.ANALYST), null, PortScope.only(new PortCode("4701")), "10.0.0.1");

    private final List<IntakeResult> results = new ArrayList<>();

    private static String row(String id, String port) {
        return """
                {"shipmentId":"%s","declaredOn":"2026-10-01","port":"%s","transportMode":"AIR","declarant":"B1",\
                "hs6":"070200","countryOfDeparture":"CN","countryOfOrigin":"CN"}
                """.formatted(id, port);
    }

    private void take(DeclaredShipments shipments, InputStream body) throws IOException {
        new IntakeService(shipments).takeAll(new NdjsonRows(body), ANALYST, new IntakeService.Results() {
            @Override
            public void accept(IntakeResult result) {
                results.add(result);
            }

            @Override
            public void pause() {}
        });
    }

    private void take(DeclaredShipments shipments, String body) throws IOException {
        take(shipments, new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
    }

    private static Screened screened(Declaration declaration, Status outcome, boolean repeated) {
        return new Screened(declaration.shipmentId(), 1, outcome, repeated);
    }

    @Test
    void a_row_outside_of_the_ports_of_the_analyst_is_rejected_without_asking_the_shipment() throws IOException {
        take(
                (declaration, _) -> screened(declaration, Status.RELEASED, false),
                row("S-1", "4701") + row("S-2", "2704"));

        assertThat(results)
                .extracting(IntakeResult::outcome)
                .containsExactly(IntakeOutcome.RELEASED, IntakeOutcome.REJECTED);
        assertThat(results.getLast().field()).isEqualTo("port");
        assertThat(results.getLast().shipmentId()).hasToString("S-2");
    }

    @Test
    void a_refusal_of_the_shipment_rejects_the_row_and_stops_nothing() throws IOException {
        take(
                (declaration, _) -> {
                    if (declaration.shipmentId().value().equals("S-1")) {
                        throw new RefusedDeclarationException(
                                Kind.CONFLICT, "shipmentId", "is known with another declaration");
                    }
                    return screened(declaration, Status.TARGETED, true);
                },
                row("S-1", "4701") + row("S-2", "4701"));

        assertThat(results)
                .extracting(IntakeResult::outcome)
                .containsExactly(IntakeOutcome.REJECTED, IntakeOutcome.TARGETED);
        assertThat(results.getFirst().reason()).isEqualTo("is known with another declaration");
        assertThat(results.getLast().repeated()).isTrue();
    }

    @Test
    void a_failure_of_ours_is_never_reported_as_a_rejected_row() {
        assertThatExceptionOfType(UndecidedException.class)
                .isThrownBy(() -> take(
                        (declaration, _) -> {
                            if (declaration.shipmentId().value().equals("S-2")) {
                                throw new UndecidedException("the store is down", null);
                            }
                            return screened(declaration, Status.RELEASED, false);
                        },
                        row("S-1", "4701") + row("S-2", "4701") + row("S-3", "4701")));

        assertThat(results).extracting(IntakeResult::line).containsExactly(1L);
    }

    @Test
    void a_long_stream_has_no_more_rows_in_flight_than_allowed() throws IOException {
        int rows = 30_000;
        var asked = new AtomicInteger();
        var most = new AtomicInteger();
        take(
                (declaration, _) -> {
                    most.accumulateAndGet(asked.incrementAndGet() - results.size(), Math::max);
                    return screened(declaration, Status.RELEASED, false);
                },
                new Generated(rows));

        assertThat(results).hasSize(rows);
        assertThat(most).hasValueLessThanOrEqualTo(IntakeService.IN_FLIGHT + 1);
    }

    @Test
    void every_row_runs_under_the_correlation_id_of_the_request() throws IOException {
        Set<String> seen = Collections.newSetFromMap(new ConcurrentHashMap<>());
        try (var _ = MDC.putCloseable("correlationId", "c-17")) {
            take(
                    (declaration, _) -> {
                        seen.add(MDC.get("correlationId"));
                        return screened(declaration, Status.RELEASED, false);
                    },
                    String.join(
                            "",
                            IntStream.range(0, 50)
                                    .mapToObj(i -> row("S-" + i, "4701"))
                                    .toList()));
        }

        assertThat(seen).containsExactly("c-17");
    }

    /** Rows generated while they are read. */
    private static final class Generated extends InputStream {
        private final int rows;
        private int made;
        private byte[] current = {};
        private int position;

        Generated(int rows) {
            this.rows = rows;
        }

        @Override
        public int read() {
            if (position == current.length) {
                if (made == rows) {
                    return -1;
                }
                current = row("S-" + made++, "4701").getBytes(StandardCharsets.UTF_8);
                position = 0;
            }
            return current[position++];
        }
    }
}
