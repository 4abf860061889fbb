package io.holdfast.command.shipment.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.actor.Actor;
import io.holdfast.actor.MetadataKeys;
import io.holdfast.command.HttpTest;
import io.holdfast.runtime.axon.UnreadableEventException;
import io.holdfast.runtime.security.ActorMetaData;
import io.holdfast.shipment.ShipmentId;
import io.holdfast.shipment.command.ShipmentCommand.Escalate;
import io.holdfast.shipment.event.ShipmentEvent.OperationAssigned;
import java.util.Map;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Free texts from users: normalized to one form, refused when there is nothing to read in them, and always read back
 * unchanged.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TextsOverHttpTest extends HttpTest {
    private static final String NOTHING = "\u200b\u00a0\u2800\u3164\u2060\ufeff\u00ad";

    @Autowired
    private EventStore events;

    @Autowired
    private CommandGateway gateway;

    @Autowired
    private FailedCommand failed;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            supervisor | /release          | {"kind": "FULL", "waiver": "TRUSTED_TRADER", "reason": "?"} | reason
            inspector  | /holds            | {"type": "MANIFEST", "reason": "?", "location": "Pier 4"}    | reason
            inspector  | /holds            | {"type": "MANIFEST", "reason": "check", "location": "?"}     | location
            inspector  | /escalate         | {"reason": "?"}                                              | reason
            inspector  | /notes            | {"text": "?"}                                                | text
            inspector  | /tags             | {"tag": "?"}                                                 | tag
            inspector  | /operation        | {"operation": "?"}                                           | operation
            supervisor | /reassign         | {"assignee": "ann", "reason": "?"}                           | reason
            """)
    void a_text_that_nobody_can_see_is_none(String user, String resource, String body, String field) {
        String shipment = targeted();

        var answer = post(user, path(shipment, resource), body.replace("?", NOTHING), "If-Match", "\"1\"");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        assertThat(json(answer).path("field").asString()).isEqualTo(field);
        assertThat(last(shipment)).isZero();
    }

    @Test
    void goods_that_grow_beyond_their_limit_in_capitals_are_refused_and_the_case_goes_on() {
        String shipment = targeted();
        post("inspector", path(shipment, "/holds"), """
                {"type": "MANIFEST", "reason": "check", "location": "Pier 4"}""");
        var exam = json(post("inspector", path(shipment, "/exams"), """
                {"type": "INTENSIVE"}"""))
                .path("id")
                .asString();
        post("inspector", path(shipment, "/exams/" + exam + "/start"), "{}");
        post("inspector", path(shipment, "/exams/" + exam + "/complete"), """
                {"findings": ["CONTRABAND_PRESUMPTIVE"], "techniques": ["VISUAL"]}""");

        var refused = post("inspector", path(shipment, "/seizure-requests"), seizure("x".repeat(113) + "ßßßßßßß"));
        var taken = post("inspector", path(shipment, "/seizure-requests"), seizure("x".repeat(106) + "ßßßßßßß"));

        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(422);
        assertThat(json(refused).path("field").asString()).isEqualTo("lines[0].goods");
        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(201);
        assertThat(events.readEvents(shipment, 0).asStream()).isNotEmpty();
    }

    private static String seizure(String goods) {
        return """
                {"extent": "FULL", "lines": [{"goods": "%s", "hs6": "293333", "quantity": {"amount": 24.1, "unit": "KG"},
                 "legalAuthority": "21 USC 881"}]}""".formatted(goods);
    }

    @Test
    void an_operation_is_recorded_without_what_cannot_be_seen_in_its_name() {
        String shipment = targeted();

        post("inspector", path(shipment, "/operation"), "{\"operation\": \"\u202eBlue\u00a0 Lotus\\t2\u200b\"}");

        assertThat(events.readEvents(shipment, 0)
                        .asStream()
                        .map(event -> event.getPayload())
                        .filter(OperationAssigned.class::isInstance))
                .extracting("operation")
                .containsExactly("Blue Lotus 2");
    }

    @Test
    void an_event_that_could_not_be_read_back_is_refused_and_nothing_is_written() {
        String shipment = targeted();
        // No value of the domain leads to such an event; metadata that no part of the product writes does.
        var command = new GenericCommandMessage<>(
                new Escalate(new ShipmentId(shipment), "late"),
                ActorMetaData.of(Actor.system(), "c").and(MetadataKeys.ADDRESS, "local"));

        assertThatThrownBy(() -> gateway.sendAndWait(command.andMetaData(Map.of(MetadataKeys.CORRELATION_ID, 5L))))
                .isInstanceOfSatisfying(UnreadableEventException.class, unreadable -> {
                    var problem = failed.asProblem(unreadable);
                    assertThat(problem.getStatus()).isEqualTo(422);
                    assertThat(problem.getType()).hasToString("/problems/not-keepable");
                });
        assertThat(last(shipment)).isZero();
    }

    private long last(String shipment) {
        return events.lastSequenceNumberFor(shipment).orElseThrow();
    }
}
