package io.holdfast.standalone.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.holdfast.actor.Actor;
import io.holdfast.actor.PortScope;
import io.holdfast.actor.Role;
import io.holdfast.actor.UserId;
import io.holdfast.command.shipment.ShipmentCommands;
import io.holdfast.shipment.*;
import io.holdfast.shipment.command.ShipmentCommand;
import io.holdfast.shipment.command.ShipmentCommand.*;
import io.holdfast.shipment.declaration.Declaration;
import io.holdfast.standalone.Api;
import io.holdfast.value.CountryCode;
import io.holdfast.value.Hs6;
import io.holdfast.value.Mass;
import io.holdfast.value.PartyId;
import io.holdfast.value.PortCode;
import io.holdfast.value.Quantity;
import io.holdfast.value.QuantityUnit;
import io.holdfast.value.Sealed;
import io.holdfast.value.Sha256;
import io.holdfast.value.TransportMode;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.MDC;
import tools.jackson.databind.JsonNode;

/** Drives cases through histories in which every command is accepted once, and reads the audit trail of each. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class EveryCommandIsAuditedTest {
    private static final Actor ANN = actor("ann", Role.INSPECTOR);
    private static final Actor SUE = actor("sue", Role.SUPERVISOR);

    /** The actor of the command under test. */
    private static final Map<Class<?>, Actor> GIVEN_BY = new LinkedHashMap<>();

    private static WholeSystem system;
    private static Api auditor;
    private static long commands;

    @BeforeAll
    static void walk() {
        system = new WholeSystem("");
        auditor = new Api(system.url(), "auditor");
        seized(new ShipmentId("A-1"));
        released(new ShipmentId("A-2"));
        screened(new ShipmentId("A-3"));
        remitted(new ShipmentId("A-4"));
    }

    @AfterAll
    static void stop() {
        system.close();
    }

    @Test
    void the_walk_has_every_command() {
        assertThat(GIVEN_BY.keySet())
                .containsExactlyInAnyOrderElementsOf(commands().toList());
    }

    @ParameterizedTest
    @MethodSource("commands")
    void each_command_has_an_entry_with_who_from_where_why_what_and_in_what_connection(Class<?> command) {
        List<JsonNode> entries = entries(correlation(command));
        Actor by = GIVEN_BY.get(command);
        assertThat(entries).allSatisfy(entry -> {
            assertThat(entry.path("actor").asString()).isEqualTo(by.id().value());
            assertThat(entry.path("roles").get(0).asString())
                    .isEqualTo(by.roles().iterator().next().name());
            assertThat(entry.path("dutyPort").asString()).isEqualTo("2704");
            assertThat(entry.path("port").asString()).isEqualTo("2704");
            assertThat(entry.path("address").asString()).isEqualTo(by.address());
            assertThat(entry.path("correlationId").asString()).isEqualTo(correlation(command));
            assertThat(entry.path("causationId").asString()).isNotBlank();
            assertThat(entry.path("eventId").asString()).isNotBlank();
            assertThat(entry.path("changes").size() + entry.path("facts").size())
                    .as("old and new values, or what was added")
                    .isPositive();
        });
        assertThat(entries)
                .extracting(entry -> entry.path("causationId").asString())
                .containsOnly(entries.getFirst().path("causationId").asString());
        if (Arrays.stream(command.getRecordComponents())
                .map(RecordComponent::getName)
                .anyMatch("reason"::equals)) {
            assertThat(entries.getFirst().path("reason").asString()).isNotBlank();
        }
    }

    @Test
    void a_changed_status_is_told_with_before_and_after_and_a_correction_with_what_it_corrects() {
        JsonNode seized = entries(correlation(ApproveSeizure.class)).getFirst();
        assertThat(seized.path("changes").toString())
                .contains("{\"field\":\"status\",\"before\":\"INSPECTED\",\"after\":\"SEIZED\"}");
        JsonNode corrected = entries(correlation(CorrectExamResult.class)).getFirst();
        JsonNode completed = entries(correlation(CompleteExam.class)).getFirst();
        assertThat(corrected.path("refersTo").asLong())
                .isEqualTo(completed.path("version").asLong());
        assertThat(corrected.path("changes").toString()).contains("CONTRABAND_PRESUMPTIVE", "CONTRABAND_CONFIRMED");
    }

    /**
     * All commands but those that only the system gives when a clock is due: {@link LegalClocksOfACaseTest} covers
     * them.
     */
    private static Stream<Class<?>> commands() {
        return Sealed.kindsOf(ShipmentCommand.class)
                .filter(command -> !ShipmentCommand.OfClock.class.isAssignableFrom(command))
                .map(command -> command);
    }

    private static List<JsonNode> entries(String correlation) {
        var found = new ArrayList<JsonNode>();
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            found.clear();
            auditor.get("/audit?order=oldest&correlation=" + correlation)
                    .path("items")
                    .forEach(found::add);
            assertThat(found).as(correlation).isNotEmpty();
        });
        return found;
    }

    private static void seized(ShipmentId id) {
        var exam = new ExamId("e1");
        var waived = new ExamId("e2");
        var refused = new SeizureRequestId("q1");
        var request = new SeizureRequestId("q2");
        give(ANN, new TargetShipment(id, declaration(id), SelectionBasis.MANUAL, "a tip"));
        give(ANN, new Claim(id));
        give(ANN, new AddNote(id, new EntryId("n1"), "the seal is broken"));
        give(ANN, new AttachEvidence(id, new EntryId("v1"), photo()));
        give(ANN, new Tag(id, "repeat-sender"));
        give(
                ANN,
                new TargetShipment(
                        new ShipmentId("A-9"), declaration(new ShipmentId("A-9")), SelectionBasis.MANUAL, "a tip"));
        give(ANN, new LinkCases(id, new ShipmentId("A-9"), LinkRelation.SAME_ROUTE));
        give(ANN, new AssignOperation(id, "Blue Lotus"));
        give(ANN, new Escalate(id, "large"));
        give(ANN, new Snooze(id, Instant.now().plus(Duration.ofDays(1)), "awaiting the laboratory"));
        give(ANN, new ReturnToQueue(id, "off duty"));
        give(SUE, new Reassign(id, new UserId("inspector"), "knows the sender"));
        give(ANN, new PlaceHold(id, new HoldId("h1"), HoldType.MANIFEST, null, "undeclared", "Pier 4"));
        give(ANN, new OrderExam(id, exam, ExamType.INTENSIVE, null, "all of it"));
        give(ANN, new OrderExam(id, waived, ExamType.TAILGATE, null, null));
        give(ANN, new WaiveExam(id, waived, WaiverReason.DUPLICATE_TARGET, null));
        give(ANN, new StartExam(id, exam));
        give(ANN, new DetainShipment(id, "the count differs"));
        give(ANN, new IssueDetentionNotice(id, new EntryId("d1"), "the importer", "the count differs", "the seals"));
        give(ANN, new CompleteExam(id, exam, result(Finding.CONTRABAND_PRESUMPTIVE)));
        give(ANN, new CorrectExamResult(id, exam, result(Finding.CONTRABAND_CONFIRMED), "second test"));
        give(ANN, new RecordLabResult(id, new SampleId("s1"), lab()));
        give(ANN, new RequestSeizure(id, refused, SeizureExtent.FULL, List.of(line())));
        give(SUE, new RejectSeizure(id, refused, "thin"));
        give(ANN, new RequestSeizure(id, request, SeizureExtent.FULL, List.of(line())));
        give(SUE, new ApproveSeizure(id, request, "2026-2704-1"));
        var mass = Mass.ofKilograms("24.1");
        give(ANN, new TransferCustody(id, new EntryId("t1"), "Officer Diaz", "Vault 1", null, mass, "to keep"));
        give(ANN, new ReferForProsecution(id, new EntryId("r1"), "US Attorney", null));
        give(ANN, new RecordArrest(id, new EntryId("a1"), 2, "HSI"));
        give(ANN, new ForfeitGoods(id, ForfeitureKind.ADMINISTRATIVE, "F-1"));
        give(ANN, new DestroyGoods(id, mass, "R. Alvarez", "Incineration"));
    }

    private static void remitted(ShipmentId id) {
        var exam = new ExamId("e1");
        var request = new SeizureRequestId("q1");
        give(ANN, new TargetShipment(id, declaration(id), SelectionBasis.MANUAL, "a tip"));
        give(ANN, new PlaceHold(id, new HoldId("h1"), HoldType.MANIFEST, null, "undeclared", "Pier 4"));
        give(ANN, new OrderExam(id, exam, ExamType.INTENSIVE, null, null));
        give(ANN, new StartExam(id, exam));
        give(ANN, new CompleteExam(id, exam, result(Finding.CONTRABAND_CONFIRMED)));
        give(ANN, new RequestSeizure(id, request, SeizureExtent.FULL, List.of(line())));
        give(SUE, new ApproveSeizure(id, request, "2026-2704-2"));
        give(ANN, new RemitGoods(id, "P-1", "hardship"));
    }

    private static void released(ShipmentId id) {
        var demand = new DemandId("d1");
        var hold = new HoldId("h1");
        give(ANN, new TargetShipment(id, declaration(id), SelectionBasis.MANUAL, "a tip"));
        give(ANN, new PlaceHold(id, hold, HoldType.MANIFEST, null, "undeclared", "Pier 4"));
        give(ANN, new RemoveHold(id, hold, "declared"));
        give(ANN, new ReleaseShipment(id, ReleaseKind.FULL, WaiverReason.TRUSTED_TRADER, "nothing against it"));
        give(ANN, new DemandRedelivery(id, demand, "a new tip"));
        give(SUE, new ApproveRedelivery(id, demand));
    }

    private static void screened(ShipmentId id) {
        under(ScreenShipment.class, ANN, commands -> commands.screen(declaration(id), ANN));
    }

    private static void give(Actor by, ShipmentCommand command) {
        under(command.getClass(), by, commands -> commands.send(command, by, null));
    }

    /** The first command of each kind has a correlation id that names it; later ones only move the case forward. */
    private static void under(Class<?> command, Actor by, java.util.function.Consumer<ShipmentCommands> given) {
        boolean first = GIVEN_BY.putIfAbsent(command, by) == null;
        commands++;
        try (var _ = MDC.putCloseable("correlationId", first ? correlation(command) : "walk-" + commands)) {
            given.accept(system.bean(ShipmentCommands.class));
        }
    }

    private static String correlation(Class<?> command) {
        return "first-" + command.getSimpleName();
    }

    private static Actor actor(String name, Role role) {
        return new Actor(new UserId(name), Set.of(role), new PortCode("2704"), PortScope.all(), "10.1.2.3");
    }

    private static Declaration declaration(ShipmentId id) {
        return new Declaration(
                id,
                LocalDate.of(2026, 11, 20),
                new PortCode("2704"),
                TransportMode.MARITIME,
                new PartyId("D1"),
                null,
                null,
                null,
                new Hs6("293333"),
                new CountryCode("CN"),
                new CountryCode("CN"),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                Map.of());
    }

    private static Evidence photo() {
        return new Evidence("seal.jpg", "image/jpeg", 48_211, new Sha256("ab".repeat(32)));
    }

    private static ExamResult result(Finding finding) {
        return new ExamResult(
                List.of(finding), List.of(Technique.FIELD_TEST), List.of(), List.of(new SampleId("s1")), null);
    }

    private static LabResult lab() {
        return new LabResult(Finding.CONTRABAND_CONFIRMED, "fentanyl", null, "LSS Savannah", "L-1");
    }

    private static SeizureLine line() {
        var quantity = new Quantity(new BigDecimal("24.1"), QuantityUnit.KG);
        return new SeizureLine("fentanyl", new Hs6("293333"), quantity, null, "21 USC 881", null, null, null);
    }
}
