package io.holdfast.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.standalone.server.HoldfastServer;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** From examinations to a draft that waits for approval, over HTTP. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RetuningTest {
    private static final int EXAMINED = 60;
    private static final String YEAR = "\"from\": \"2026-01-01\", \"to\": \"2026-12-31\"";

    @TempDir
    static Path data;

    private static HoldfastServer server;
    private static Api analyst;
    private static Api inspector;

    @BeforeAll
    static void examineSixtyShipments() {
        server = HoldfastServer.start(0, data, true);
        analyst = new Api(server.url(), "analyst");
        inspector = analyst.as("inspector");
        for (int shipment = 0; shipment < EXAMINED; shipment++) {
            examine("T-" + shipment, shipment % 3 == 0);
        }
        Awaitility.await()
                .until(() -> analyst.get("/feedback/outcomes?examinedOnly=true&limit=100")
                                .path("items")
                                .size()
                        == EXAMINED);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** Shipments from CN are illegal, shipments from DE are not. */
    private static void examine(String shipment, boolean illegal) {
        int number = Integer.parseInt(shipment.substring(2));
        analyst.post("/shipments/" + shipment + "/targeting", """
                {"basis": "MANUAL", "reason": "a tip", "declaration":
                  {"shipmentId": "%s", "declaredOn": "2026-%02d-%02d", "port": "2704", "transportMode": "MARITIME",
                   "declarant": "D1", "hs6": "850440", "countryOfDeparture": "%s", "countryOfOrigin": "CN"}}""".formatted(
                        shipment, 1 + number / 6, 1 + number % 6, illegal ? "CN" : "DE"));
        String path = "/shipments/" + shipment;
        inspector.post(path + "/holds", """
                {"type": "CONTRABAND_ENFORCEMENT", "reason": "selected", "location": "yard"}""");
        String exam = inspector
                .post(path + "/exams", "{\"type\": \"INTENSIVE\"}")
                .path("id")
                .asString();
        inspector.post(path + "/exams/" + exam + "/start", "{}");
        inspector.post(
                path + "/exams/" + exam + "/complete", """
                {"findings": ["%s"], "techniques": ["VISUAL"]}""".formatted(illegal ? "MISDESCRIPTION" : "NO_DISCREPANCY"));
    }

    @Test
    void outcomes_become_a_draft_that_explains_itself_and_decides_nothing() {
        int active = activeVersion();

        JsonNode retuned = analyst.post("/rule-sets/retunings", "{" + YEAR + ", \"capacityShare\": 0.3}");

        assertThat(retuned.at("/explanation/outcomes").asInt()).isEqualTo(EXAMINED);
        assertThat(retuned.at("/explanation/profiles/0/fields/0").asString()).isEqualTo("countryOfDeparture");
        JsonNode draft =
                analyst.get("/rule-sets/drafts/" + retuned.path("draft").asString());
        assertThat(draft.toString()).contains("DRAFTED", "fit-countryofdeparture", "60 known outcomes");
        assertThat(activeVersion()).isEqualTo(active);
    }

    @Test
    void too_little_known_is_a_conflict_that_says_how_much_is_known() {
        HttpResponse<String> refused = analyst.answerTo(
                "/rule-sets/retunings", "{\"from\": \"2026-01-01\", \"to\": \"2026-01-31\", \"capacityShare\": 0.1}");

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("too-few-outcomes", "\"known\":6");
    }

    @Test
    void what_cannot_be_meant_is_refused_with_its_field() {
        assertThat(analyst.answerTo("/rule-sets/retunings", "{" + YEAR + "}").body())
                .contains("invalid-value", "capacityShare");
        assertThat(analyst.answerTo("/rule-sets/retunings", "{\"capacityShare\": 0.1}")
                        .body())
                .contains("invalid-value", "from");
        assertThat(inspector
                        .answerTo("/rule-sets/retunings", "{" + YEAR + ", \"capacityShare\": 0.1}")
                        .statusCode())
                .isEqualTo(403);
    }

    private static int activeVersion() {
        for (JsonNode version : analyst.get("/rule-sets").path("versions")) {
            if (version.path("active").asBoolean()) {
                return version.path("version").asInt();
            }
        }
        return 0;
    }
}
