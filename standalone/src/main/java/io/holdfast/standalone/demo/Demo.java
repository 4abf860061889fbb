package io.holdfast.standalone.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/**
 * Plays the demo: imports the sample and walks cases through every status. Playing it again on existing data changes
 * nothing.
 */
final class Demo {
    private static final String SAMPLE = "/demo/declarations.csv";
    private static final int ATTEMPTS = 3;
    private static final String FENTANYL = """
            {"goods": "Fentanyl", "hs6": "293333", "quantity": {"amount": 24.1, "unit": "KG"},
             "appraisedValue": {"amount": 602500, "currency": "USD"}, "legalAuthority": "21 USC 881",
             "concealment": "False wall of the trailer", "testBasis": "LABORATORY", "purityPercent": 9.4}""";
    private static final String PRECURSOR = """
            {"goods": "ANPP", "hs6": "293336", "quantity": {"amount": %s, "unit": "%s"},
             "legalAuthority": "19 USC 1595a(c)", "testBasis": "PRESUMPTIVE"}""";
    private static final String PILL_PRESS = """
            {"goods": "Pill press", "hs6": "847989", "quantity": {"amount": 1, "unit": "UNIT"},
             "legalAuthority": "21 USC 843"}""";

    private final DemoClient client;
    private final String url;

    private Demo(String url) {
        this.url = url;
        this.client = new DemoClient(url);
    }

    static Demo on(String url) {
        return new Demo(url);
    }

    /** Plays the demo and returns the text for the user. */
    String play() {
        List<JsonNode> results = importedSample();
        long targeted = results.stream()
                .filter(result -> "TARGETED".equals(result.path("outcome").asString()))
                .count();
        Map<String, Consumer<CaseWalk>> script = script();
        for (JsonNode result : results) {
            String shipment = result.path("shipmentId").asString();
            Consumer<CaseWalk> walk = script.get(shipment);
            if (walk != null && !result.path("repeated").asBoolean()) {
                walk.accept(new CaseWalk(client, shipment, 1));
            }
        }
        return Welcome.text(url, results.size(), targeted, script.size());
    }

    /** A busy server may cut an answer off; sending the same rows again changes nothing. */
    private List<JsonNode> importedSample() {
        for (int attempt = 1; ; attempt++) {
            try {
                return importSample();
            } catch (UncheckedIOException cutOff) {
                if (attempt == ATTEMPTS) {
                    throw cutOff;
                }
            }
        }
    }

    private List<JsonNode> importSample() {
        try (InputStream sample = Demo.class.getResourceAsStream(SAMPLE)) {
            if (sample == null) {
                throw new IllegalStateException(SAMPLE + " is not in the jar");
            }
            return client.postCsv("analyst", "/declarations", sample);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Map<String, Consumer<CaseWalk>> script() {
        return Map.ofEntries(
                Map.entry("HF26-01001", Demo::seizedAndReferred),
                Map.entry("HF26-01002", Demo::heldAndClaimed),
                Map.entry("HF26-01003", Demo::heldTwice),
                Map.entry("HF26-01004", Demo::underExam),
                Map.entry("HF26-01005", Demo::seizedInPart),
                Map.entry("HF26-01006", Demo::waitingForApproval),
                Map.entry("HF26-01007", Demo::seizedAndDestroyed),
                Map.entry("HF26-01008", Demo::waitingForTheLaboratory),
                Map.entry("HF26-01009", Demo::examinedAndReleased),
                Map.entry("HF26-01010", Demo::calledBack),
                Map.entry("HF26-01011", Demo::seizureRejected),
                Map.entry("HF26-01012", Demo::releasedUnexamined),
                Map.entry("HF26-01013", Demo::escalated));
    }

    private static void seizedAndReferred(CaseWalk walk) {
        walk.step("/claim", "{}");
        walk.hold("CONTRABAND_ENFORCEMENT", "Undeclared precursor suspected");
        String exam = walk.exam("INTENSIVE");
        walk.found(exam, "CONTRABAND_PRESUMPTIVE", "FIELD_TEST", "S-1001-1");
        walk.step("/lab-results", """
                {"sampleId": "S-1001-1", "finding": "CONTRABAND_CONFIRMED", "substance": "Fentanyl", "purityPercent": 9.4,
                 "laboratory": "LSS San Francisco", "reportNumber": "SF-26-4410"}""");
        walk.step("/operation", "{\"operation\": \"Blue Lotus\"}");
        walk.approveSeizure(walk.requestSeizure("FULL", FENTANYL), "2026-2506-000117");
        walk.step("/custody-transfers", """
                {"from": "Officer Diaz", "to": "Vault 2506", "sealNumber": "A774120", "reason": "Into permanent custody",
                 "weighed": {"amount": 24.1, "unit": "KG"}}""");
        walk.step("/referrals", "{\"office\": \"US Attorney, Southern District of California\"}");
        walk.step("/arrests", "{\"persons\": 2, \"agency\": \"HSI\"}");
    }

    private static void heldAndClaimed(CaseWalk walk) {
        walk.step("/claim", "{}");
        walk.hold("CONTRABAND_ENFORCEMENT", "Precursor declared as samples");
    }

    private static void heldTwice(CaseWalk walk) {
        String manifest = walk.hold("MANIFEST", "Consignee does not match the bill of lading");
        walk.hold("INTELLIGENCE", "Named in a partner's report");
        walk.removeHold(manifest);
    }

    private static void underExam(CaseWalk walk) {
        walk.hold("CONTRABAND_ENFORCEMENT", "Relative of fentanyl declared");
        walk.exam("NON_INTRUSIVE");
    }

    private static void seizedInPart(CaseWalk walk) {
        String hold = walk.hold("COMMERCIAL_ENFORCEMENT", "Tablet press without notice to the DEA");
        walk.found(walk.exam("PARTIAL"), "PILL_PRESS_OR_EQUIPMENT", "VISUAL", "");
        walk.removeHold(hold);
        walk.approveSeizure(walk.requestSeizure("PARTIAL", PILL_PRESS), "2026-2704-000871");
        walk.release("REMAINDER", "");
    }

    private static void waitingForApproval(CaseWalk walk) {
        walk.hold("CONTRABAND_ENFORCEMENT", "Precursor declared as dye intermediate");
        walk.found(walk.exam("INTENSIVE"), "UNDECLARED_PRECURSOR", "FIELD_TEST", "");
        walk.requestSeizure("FULL", PRECURSOR.formatted("52", "KG"));
    }

    private static void seizedAndDestroyed(CaseWalk walk) {
        walk.hold("CONTRABAND_ENFORCEMENT", "ANPP declared as cleaning agent");
        walk.found(walk.exam("INTENSIVE"), "UNDECLARED_PRECURSOR", "LABORATORY", "");
        walk.approveSeizure(walk.requestSeizure("FULL", PRECURSOR.formatted("31", "KG")), "2026-2304-000342");
        walk.destroy("30.2");
    }

    private static void waitingForTheLaboratory(CaseWalk walk) {
        walk.hold("CONTRABAND_ENFORCEMENT", "White powder, no declared use");
        walk.found(walk.exam("PARTIAL"), "UNRESOLVED_ANOMALY", "FIELD_TEST", "S-1008-1");
    }

    private static void examinedAndReleased(CaseWalk walk) {
        String hold = walk.hold("STATISTICAL_VALIDATION", "Verification of the declared mass");
        walk.found(walk.exam("NON_INTRUSIVE"), "NO_DISCREPANCY", "XRAY", "");
        walk.removeHold(hold);
        walk.release("FULL", "");
    }

    private static void calledBack(CaseWalk walk) {
        walk.release("CONDITIONAL", "DOCUMENTS_SUFFICIENT");
        walk.redeliver();
    }

    private static void seizureRejected(CaseWalk walk) {
        String hold = walk.hold("COMMERCIAL_ENFORCEMENT", "Value far below the usual");
        walk.found(walk.exam("DOCUMENT_REVIEW"), "UNDERVALUATION", "VISUAL", "");
        walk.rejectSeizure(
                walk.requestSeizure("FULL", PRECURSOR.formatted("75", "KG")),
                "A penalty is the measure, not a seizure");
        walk.removeHold(hold);
        walk.release("FULL", "");
    }

    private static void releasedUnexamined(CaseWalk walk) {
        String hold = walk.hold("MANIFEST", "Container number was illegible");
        walk.waive(walk.orderExam("TAILGATE"), "DUPLICATE_TARGET");
        walk.removeHold(hold);
        walk.release("FULL", "DUPLICATE_TARGET");
    }

    private static void escalated(CaseWalk walk) {
        walk.step("/notes", "{\"text\": \"Same sender as HF26-01009\"}");
        walk.step("/tags", "{\"tag\": \"repeat-sender\"}");
        walk.step("/links", "{\"other\": \"HF26-01009\", \"relation\": \"SAME_ROUTE\"}");
        walk.step("/escalate", "{\"reason\": \"Third parcel of this sender in a week\"}");
    }
}
