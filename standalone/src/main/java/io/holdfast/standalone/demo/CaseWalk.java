package io.holdfast.standalone.demo;

import tools.jackson.databind.JsonNode;

/** Walks one case through its lifecycle; each step is a request by the user whose task it is. */
final class CaseWalk {
    private static final String INSPECTOR = "inspector";
    private static final String SUPERVISOR = "supervisor";

    private final DemoClient client;
    private final String shipment;
    private long version;

    CaseWalk(DemoClient client, String shipment, long version) {
        this.client = client;
        this.shipment = shipment;
        this.version = version;
    }

    String hold(String type, String reason) {
        return created(INSPECTOR, "/holds", """
                {"type": "%s", "reason": "%s", "location": "Pier 4"}""".formatted(type, reason));
    }

    void removeHold(String hold) {
        version = client.delete(INSPECTOR, path("/holds/" + hold + "?reason=Resolved"))
                .path("version")
                .asLong();
    }

    /** Orders and starts an exam. */
    String exam(String type) {
        String exam = orderExam(type);
        act(INSPECTOR, "/exams/" + exam + "/start", "{}");
        return exam;
    }

    String orderExam(String type) {
        return created(INSPECTOR, "/exams", """
                {"type": "%s", "instruction": "Look behind the false wall"}""".formatted(type));
    }

    void found(String exam, String finding, String technique, String sample) {
        act(INSPECTOR, "/exams/" + exam + "/complete", """
                {"findings": ["%s"], "techniques": ["%s"], "samples": [%s]}""".formatted(
                        finding, technique, sample.isEmpty() ? "" : '"' + sample + '"'));
    }

    void waive(String exam, String reason) {
        act(INSPECTOR, "/exams/" + exam + "/waive", "{\"reason\": \"" + reason + "\"}");
    }

    String requestSeizure(String extent, String lines) {
        return created(
                INSPECTOR, "/seizure-requests", "{\"extent\": \"%s\", \"lines\": [%s]}".formatted(extent, lines));
    }

    void approveSeizure(String request, String caseNumber) {
        decide(SUPERVISOR, "/seizure-requests/" + request + "/approve", "{\"fpfCaseNumber\": \"" + caseNumber + "\"}");
    }

    void rejectSeizure(String request, String reason) {
        decide(SUPERVISOR, "/seizure-requests/" + request + "/reject", "{\"reason\": \"" + reason + "\"}");
    }

    void release(String kind, String waiver) {
        decide(INSPECTOR, "/release", """
                {"kind": "%s", "reason": "Nothing speaks against it"%s}""".formatted(kind, waiver.isEmpty() ? "" : ", \"waiver\": \"" + waiver + "\""));
    }

    void redeliver() {
        String demand = created(INSPECTOR, "/redelivery-demands", "{\"reason\": \"Laboratory found a precursor\"}");
        decide(SUPERVISOR, "/redelivery-demands/" + demand + "/approve", "{}");
    }

    void destroy(String kilograms) {
        decide(SUPERVISOR, "/destruction", """
                {"weighed": {"amount": %s, "unit": "KG"}, "witness": "R. Alvarez", "method": "Incineration"}""".formatted(kilograms));
    }

    /** A step of the inspector that creates something, or whose change needs no precondition. */
    void step(String resource, String body) {
        act(INSPECTOR, resource, body);
    }

    private String created(String user, String resource, String body) {
        JsonNode answer = client.post(user, path(resource), body);
        version = answer.path("version").asLong();
        return answer.path("id").asString();
    }

    private void act(String user, String resource, String body) {
        version = client.post(user, path(resource), body).path("version").asLong();
    }

    private void decide(String user, String resource, String body) {
        version =
                client.post(user, path(resource), body, version).path("version").asLong();
    }

    private String path(String resource) {
        return "/shipments/" + shipment + resource;
    }
}
