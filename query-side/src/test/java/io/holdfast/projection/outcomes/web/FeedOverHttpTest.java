package io.holdfast.projection.outcomes.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.projection.answer.QuerySideOverHttp;
import io.holdfast.query.LabelledShipment;
import io.holdfast.query.LabelledShipment.Outcome;
import io.holdfast.runtime.json.LanguageJson;
import io.holdfast.shipment.event.ShipmentEvent;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FeedOverHttpTest extends QuerySideOverHttp {
    private static final String FEED = "/feedback/outcomes";
    private static final String ANALYST = "ANALYST@*";

    @Test
    void json_lines_hold_every_shipment_once_as_the_language_writes_it() {
        List<LabelledShipment> rows = rows(ANALYST, FEED);
        assertThat(rows).hasSize((int)
                EVENTS.stream().map(ShipmentEvent::shipmentId).distinct().count());
        assertThat(rows).extracting(LabelledShipment::position).isSorted().doesNotHaveDuplicates();
        assertThat(rows).extracting(LabelledShipment::outcome).contains(Outcome.values());
    }

    @Test
    void a_stream_that_broke_off_is_resumed_after_the_position_of_its_last_row() {
        List<LabelledShipment> rows = rows(ANALYST, FEED);
        LabelledShipment last = rows.get(40);
        assertThat(rows(ANALYST, FEED + "?after=" + last.position())).isEqualTo(rows.subList(41, rows.size()));
        assertThat(rows(ANALYST, FEED + "?after=" + rows.getLast().position())).isEmpty();
    }

    @Test
    void pages_of_json_add_up_to_the_stream() {
        var items = new ArrayList<JsonNode>();
        String after = "";
        do {
            JsonNode page = json(ANALYST, FEED + "?limit=17" + after);
            page.path("items").forEach(items::add);
            assertThat(page.path("items").size()).isLessThanOrEqualTo(17);
            after = page.has("next") ? "&after=" + page.path("next").asLong() : "";
        } while (!after.isEmpty());
        assertThat(items.stream().map(item -> item.path("position").asLong()))
                .isEqualTo(rows(ANALYST, FEED).stream()
                        .map(LabelledShipment::position)
                        .toList());
    }

    @Test
    void csv_has_facts_decision_and_outcome_in_columns() {
        String csv = get(ANALYST, FEED + "?basis=cleared", "text/csv").body();
        assertThat(csv.lines().findFirst().orElse(""))
                .startsWith("position,shipmentId,declaredOn,port,transportMode,")
                .endsWith(
                        "selectedAt,basis,recalled,propensity,score,ruleSet.version,ruleSet.contentHash,fired,outcome,"
                                + "certainty,examinedAt,exams,hoursExamined,hoursHeld,released,failed");
        assertThat(csv.lines().skip(1)).isNotEmpty().allMatch(line -> line.contains(",CLEARED,"));
    }

    @Test
    void the_scope_of_ports_holds_in_pages_and_streams() {
        List<LabelledShipment> own = rows("ANALYST@2704", FEED);
        assertThat(own).isNotEmpty().allMatch(row -> row.port().value().equals("2704"));
        assertThat(rows(ANALYST, FEED + "?port=2704")).isEqualTo(own);
        assertThat(rows("ANALYST@2304", FEED + "?port=2704")).isEmpty();
        assertThat(json("ANALYST@", FEED).path("items").isEmpty()).isTrue();
    }

    @Test
    void filters_narrow_and_a_past_day_shows_what_was_known_then() {
        assertThat(rows(ANALYST, FEED + "?examinedOnly=true"))
                .isNotEmpty()
                .allMatch(row -> row.outcome() != Outcome.UNKNOWN);
        assertThat(rows(ANALYST, FEED + "?from=2026-09-30")).isEmpty();
        assertThat(rows(ANALYST, FEED + "?asKnownOn=2026-09-28")).isEmpty();
        assertThat(rows(ANALYST, FEED + "?asKnownOn=2026-10-05&examinedOnly=true")
                        .size())
                .isLessThan(rows(ANALYST, FEED + "?examinedOnly=true").size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"INSPECTOR@*", "ADMIN@*", "SUPERVISOR@*", "REPORTER@*"})
    void who_may_not_see_propensities_does_not_see_the_feed(String caller) {
        refused(caller, FEED, 403, "not-allowed", "");
    }

    @ParameterizedTest
    @CsvSource({
        "after,-1",
        "after,abc",
        "limit,0",
        "limit,1001",
        "basis,luck",
        "examinedOnly,yes",
        "from,2026-02-30",
        "asKnownOn,2026-11-24T25:00:00Z",
        "asKnownOn,later",
        "asKnownOn,%2B1000000000-12-31T23:59:59Z",
        "port,x"
    })
    void a_parameter_that_cannot_be_used_is_named(String name, String value) {
        refused(ANALYST, FEED + "?" + name + "=" + value, 400, "bad-parameter", name);
    }

    @Test
    void a_stream_has_no_limit() {
        assertThat(get(ANALYST, FEED + "?limit=5", "text/csv").statusCode()).isEqualTo(400);
    }

    private List<LabelledShipment> rows(String caller, String path) {
        var answer = get(caller, path, "application/x-ndjson");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body()
                .lines()
                .map(line -> LanguageJson.read(line, LabelledShipment.class))
                .toList();
    }
}
