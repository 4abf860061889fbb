package io.holdfast.projection.casefile.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.holdfast.command.shipment.domain.Histories;
import io.holdfast.command.shipment.domain.OneOfEach;
import io.holdfast.projection.CasesOverHttp;
import io.holdfast.projection.support.ProjectionNode;
import io.holdfast.query.CaseList;
import io.holdfast.shipment.EntryId;
import io.holdfast.shipment.SeizureExtent;
import io.holdfast.shipment.SeizureRequestId;
import io.holdfast.shipment.SelectionBasis;
import io.holdfast.shipment.ShipmentId;
import io.holdfast.shipment.event.ShipmentEvent;
import io.holdfast.shipment.event.ShipmentEvent.*;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CaseListsOverHttpTest extends CasesOverHttp {
    private static final String INSPECTOR = "INSPECTOR@2704";

    @Autowired
    private EventStore log;

    @Autowired
    private ProjectionNode node;

    @ParameterizedTest
    @EnumSource(CaseList.class)
    void a_list_is_whole_over_its_pages_in_either_order(CaseList list) {
        String path = "/shipments/R-17/lists/" + CaseListController.written(list);
        List<JsonNode> all = pages(INSPECTOR, path + "?limit=200");
        assertThat(all).isNotEmpty();
        assertThat(pages(INSPECTOR, path + "?limit=1")).isEqualTo(all);
        assertThat(pages(INSPECTOR, path + "?order=newest&limit=2")).isEqualTo(all.reversed());
    }

    @Test
    void history_has_a_line_for_each_event() {
        List<JsonNode> lines = pages(INSPECTOR, "/shipments/R-17/lists/history?limit=7");
        JsonNode shown = json(INSPECTOR, "/shipments/R-17").path("history").path("last");
        assertThat(lines).hasSize(OneOfEach.history().size()).containsExactlyElementsOf(shown);
    }

    @Test
    void the_case_file_says_where_the_rest_of_its_lists_is() {
        assertThat(json(INSPECTOR, "/shipments/R-17").path("lists").asString())
                .isEqualTo("/api/v1/shipments/R-17/lists/{list}");
        assertThat(json(INSPECTOR, "/shipments/R-17?version=2").path("lists").asString())
                .isEqualTo("/api/v1/shipments/R-17/lists/{list}");
    }

    @Test
    void all_notes_are_read_once_each_while_more_come_and_the_lists_are_rebuilt() {
        var shipment = opened("NOTED");
        notes(shipment, 0, 260);
        String path = "/shipments/NOTED/lists/notes?limit=50";
        var read = new ArrayList<String>();
        String cursor = "";
        for (int page = 0; page == 0 || !cursor.isEmpty(); page++) {
            JsonNode answer = json(INSPECTOR, path + cursor);
            answer.path("items").forEach(note -> read.add(note.path("text").asString()));
            cursor = answer.has("next") ? "&cursor=" + answer.path("next").asString() : "";
            if (page == 1) {
                notes(shipment, 260, 40);
                int live = node.liveGeneration("caselists").number();
                node.rebuild("caselists", "tester");
                await().until(() -> node.liveGeneration("caselists").number() > live);
            }
        }
        assertThat(read).isEqualTo(texts(0, 300));
        assertThat(pages(INSPECTOR, path + "&order=newest"))
                .extracting(note -> note.path("text").asString())
                .isEqualTo(texts(0, 300).reversed());
        JsonNode shown = json(INSPECTOR, "/shipments/NOTED").path("dossier").path("notes");
        assertThat(shown.path("total").asInt()).isEqualTo(300);
        assertThat(shown.path("last").size()).isEqualTo(20);
    }

    @Test
    void what_comes_behind_a_page_does_not_move_what_is_read_newest_first() {
        var shipment = opened("NEWEST");
        notes(shipment, 0, 6);
        JsonNode first = json(INSPECTOR, "/shipments/NEWEST/lists/notes?order=newest&limit=3");
        notes(shipment, 6, 5);
        String rest = "/shipments/NEWEST/lists/notes?order=newest&limit=3&cursor="
                + first.path("next").asString();
        assertThat(pages(INSPECTOR, rest))
                .extracting(note -> note.path("text").asString())
                .isEqualTo(texts(0, 3).reversed());
        JsonNode lines = json(INSPECTOR, "/shipments/NEWEST/lists/history?order=newest&limit=5");
        assertThat(lines.path("items"))
                .extracting(line -> line.path("version").asInt())
                .containsExactly(12, 11, 10, 9, 8);
        assertThat(lines.path("next").asString()).isEqualTo("8");
    }

    @Test
    void a_page_of_large_items_is_shorter_than_its_limit_and_nothing_is_left_out() {
        var shipment = opened("LARGE");
        var lines = Collections.nCopies(200, OneOfEach.LINES.getFirst());
        append(
                shipment,
                IntStream.range(0, 40)
                        .<ShipmentEvent>mapToObj(n -> new SeizureRequested(
                                shipment,
                                new SeizureRequestId("q" + n),
                                SeizureExtent.PARTIAL,
                                lines,
                                OneOfEach.ANN,
                                OneOfEach.at(n)))
                        .toList());
        HttpResponse<String> answer = get(INSPECTOR, "/shipments/LARGE/lists/seizures?limit=200");
        assertThat(answer.body()).hasSizeBetween(500_000, 1_500_000);
        assertThat(parsed(answer.body()).has("next")).isTrue();
        assertThat(pages(INSPECTOR, "/shipments/LARGE/lists/seizures?limit=200"))
                .extracting(request -> request.path("requestId").asString())
                .isEqualTo(IntStream.range(0, 40).mapToObj(n -> "q" + n).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"INSPECTOR@2304", "SUPERVISOR@", "AUDITOR@1101,5301"})
    void a_case_of_another_port_is_as_unknown_as_none(String caller) {
        for (String list : List.of("notes", "history", "tags")) {
            refused(caller, "/shipments/R-17/lists/" + list, 404, "not-found", "");
            assertThat(get(caller, "/shipments/R-17/lists/" + list).body().replace("R-17", "NONE"))
                    .isEqualTo(get(caller, "/shipments/NONE/lists/" + list).body());
        }
    }

    @Test
    void what_is_not_known_is_refused() {
        refused(INSPECTOR, "/shipments/R-17/lists/parties", 404, "not-found", "");
        refused(INSPECTOR, "/shipments/R-17/lists/NOTES", 404, "not-found", "");
        refused(INSPECTOR, "/shipments/R-17/lists/notes?version=1", 400, "bad-parameter", "version");
        refused(INSPECTOR, "/shipments/R-17/lists/notes?limit=201", 400, "bad-parameter", "limit");
        refused(INSPECTOR, "/shipments/R-17/lists/notes?limit=0", 400, "bad-parameter", "limit");
        refused(INSPECTOR, "/shipments/R-17/lists/notes?order=up", 400, "bad-parameter", "order");
        refused(INSPECTOR, "/shipments/R-17/lists/notes?cursor=x", 400, "bad-parameter", "cursor");
        refused("REPORTER@*", "/shipments/R-17/lists/notes", 403, "not-allowed", "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1", "999999999999999999"})
    void any_cursor_gives_a_page(String cursor) {
        for (String list : List.of("notes", "history")) {
            for (String order : List.of("oldest", "newest")) {
                String path = "/shipments/R-17/lists/" + list + "?order=" + order + "&cursor=" + cursor;
                assertThat(json(INSPECTOR, path).path("items").isArray())
                        .as(path)
                        .isTrue();
            }
        }
    }

    @Test
    void nobody_is_told_by_a_list_how_rules_decided() {
        JsonNode selections =
                json("ANALYST@*", "/shipments/R-17/lists/selections").path("items");
        assertThat(selections.size()).isPositive();
        assertThat(selections).allMatch(selection -> !selection.has("logic"));
    }

    private ShipmentId opened(String name) {
        var shipment = new ShipmentId(name);
        append(
                shipment,
                List.of(new ShipmentTargeted(
                        shipment,
                        Histories.declaration(shipment, "2704"),
                        SelectionBasis.MANUAL,
                        null,
                        "tip",
                        OneOfEach.at(0))));
        return shipment;
    }

    private void notes(ShipmentId shipment, int from, int count) {
        append(
                shipment,
                IntStream.range(from, from + count)
                        .<ShipmentEvent>mapToObj(
                                n -> new NoteAdded(shipment, new EntryId("n" + n), "note " + n, OneOfEach.at(n)))
                        .toList());
    }

    private static List<String> texts(int from, int to) {
        return IntStream.range(from, to).mapToObj(n -> "note " + n).toList();
    }

    /** Appends events and waits until the case file has seen them; then the lists have, too. */
    private void append(ShipmentId shipment, List<ShipmentEvent> events) {
        long version = log.lastSequenceNumberFor(shipment.value()).orElse(-1L);
        for (ShipmentEvent event : events) {
            log.publish(new GenericDomainEventMessage<>(
                    "Shipment", shipment.value(), ++version, event, Map.of("actor", "ann")));
        }
        long head = log.createHeadToken().position().orElseThrow();
        await().until(() -> node.position("casefile") >= head);
    }
}
