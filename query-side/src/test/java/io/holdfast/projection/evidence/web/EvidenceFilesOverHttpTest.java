package io.holdfast.projection.evidence.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.projection.CasesOverHttp;
import io.holdfast.runtime.evidence.EvidenceFiles;
import io.holdfast.runtime.evidence.EvidenceFiles.Received;
import io.holdfast.shipment.ShipmentId;
import io.holdfast.shipment.event.ShipmentEvent.EvidenceAttached;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayNameGeneration(ReplaceUnderscores.class)
class EvidenceFilesOverHttpTest extends CasesOverHttp {
    private static final String CASE = "/shipments/R-17";
    private static final EvidenceAttached ATTACHED = EVENTS.stream()
            .filter(EvidenceAttached.class::isInstance)
            .map(EvidenceAttached.class::cast)
            .filter(attached -> attached.shipmentId().value().equals("R-17"))
            .findFirst()
            .orElseThrow();
    private static final String FILE =
            CASE + "/evidence/" + ATTACHED.evidenceId().value();

    @Autowired
    private EvidenceFiles files;

    @ParameterizedTest
    @ValueSource(strings = {CASE + "/evidence/none", "/shipments/R-99/evidence/x"})
    void what_is_not_there_is_not_there(String path) {
        refused("AUDITOR@*", path, 404, "not-found", "");
    }

    @Test
    void a_case_elsewhere_has_neither_files_nor_a_bundle() {
        refused("INSPECTOR@9999", FILE, 404, "not-found", "");
        refused("INSPECTOR@", FILE, 404, "not-found", "");
        refused("AUDITOR@9999", CASE + "/bundle", 404, "not-found", "");
        refused("AUDITOR@", CASE + "/bundle?files=true", 404, "not-found", "");
        assertThat(detail("AUDITOR@9999", FILE)).isEqualTo(detail("AUDITOR@*", "/shipments/R-98/evidence/v"));
    }

    @Test
    void only_a_description_is_known_of_a_file_that_is_kept_elsewhere() {
        HttpResponse<String> answer = get("INSPECTOR@*", FILE);
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("kept elsewhere");
    }

    @Test
    void a_file_of_the_same_shipment_that_nobody_attached_is_not_handed_out() throws IOException {
        Received stray = files.receive(new ShipmentId("R-17"), new ByteArrayInputStream("stray".getBytes(UTF_8)), 99);
        assertThat(get("INSPECTOR@*", FILE).statusCode()).isEqualTo(404);
        files.discard(stray);
        assertThat(files.open(stray.shipment(), stray.sha256())).isEmpty();
    }

    @Test
    void a_bundle_is_a_zip_to_be_saved_also_where_no_key_signs() {
        HttpResponse<String> bundle = get("AUDITOR@*", CASE + "/bundle");
        assertThat(bundle.statusCode()).isEqualTo(200);
        assertThat(bundle.headers().firstValue("Content-Type")).contains("application/zip");
        assertThat(bundle.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("attachment", "R-17.zip");
        assertThat(bundle.body()).startsWith("PK").contains("manifest.json", "events/000001.json");
    }

    @ParameterizedTest
    @CsvSource({"files=yes, files", "file=true, file"})
    void a_parameter_that_cannot_be_used_is_named(String parameter, String name) {
        refused("AUDITOR@*", CASE + "/bundle?" + parameter, 400, "bad-parameter", name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"INSPECTOR@*", "SUPERVISOR@*", "ANALYST@*", "REPORTER@*", "ADMIN@*"})
    void a_bundle_says_how_rules_decide_and_is_for_auditors_only(String caller) {
        refused(caller, CASE + "/bundle", 403, "not-allowed", "");
    }

    private String detail(String caller, String path) {
        return parsed(get(caller, path).body()).path("detail").asString();
    }
}
