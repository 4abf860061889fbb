package io.holdfast.projection.securitylog.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.holdfast.projection.CasesOverHttp;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

@TestPropertySource(properties = "holdfast.security-log.reads=sensitive")
@DisplayNameGeneration(ReplaceUnderscores.class)
class SensitiveReadsTest extends CasesOverHttp {
    private final String correlation = UUID.randomUUID().toString();

    @Test
    void a_plain_case_is_read_without_a_trace_and_a_seized_one_or_more_than_its_file_is_not() {
        for (String path : List.of(
                "/FORMULA",
                "/FORMULA?version=1",
                "/R-17?version=1",
                "/R-17",
                "/FORMULA/diff?from=1&to=2",
                "/FORMULA/audit",
                "/FORMULA/bundle",
                "/FORMULA/evidence/none")) {
            get("AUDITOR@*", "/shipments" + path, "X-Correlation-Id", correlation);
        }
        String log = "/security-log?limit=50&order=oldest&correlation=" + correlation;
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(pages("AUDITOR@*", log))
                        .extracting(entry -> entry.path("path").asString().replace("/api/v1/shipments", ""))
                        .containsExactly("/R-17", "/FORMULA/diff", "/FORMULA/audit", "/FORMULA/bundle"));
    }
}
