package io.holdfast.command.shipment;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.actor.Actor;
import io.holdfast.command.HttpTest;
import io.holdfast.command.shipment.domain.Cases;
import io.holdfast.shipment.ShipmentId;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.axonframework.common.caching.Cache;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SameDeclarationAtOnceTest extends HttpTest {
    @Autowired
    private ShipmentCommands commands;

    @Autowired
    private EventStore events;

    @Autowired
    private Cache shipmentCache;

    @Test
    void of_many_that_bring_the_same_declaration_at_once_one_opens_the_case_and_the_others_repeat_it()
            throws Exception {
        for (int round = 0; round < 20; round++) {
            var declaration = Cases.declaration(new ShipmentId("S-" + round), "2704");
            List<Screened> answers;
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                Callable<Screened> screen = () -> commands.screen(declaration, Actor.system());
                answers = threads.invokeAll(Collections.nCopies(6, screen)).stream()
                        .map(Future::resultNow)
                        .toList();
            }
            assertThat(answers.stream().filter(answer -> !answer.repeated())).hasSize(1);
            assertThat(answers.stream().map(Screened::outcome).distinct()).hasSize(1);
            assertThat(events.readEvents("S-" + round).asStream()).hasSize(1);
        }
    }

    @Test
    void a_declaration_that_nobody_remembers_is_repeated_from_the_log() {
        var declaration = Cases.declaration(new ShipmentId("S-again"), "2704");
        var first = commands.screen(declaration, Actor.system());
        shipmentCache.removeAll();
        var second = commands.screen(declaration, Actor.system());
        assertThat(second).isEqualTo(new Screened(first.shipmentId(), 1, first.outcome(), true));
    }
}
