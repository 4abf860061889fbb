package io.holdfast.standalone.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.standalone.Holdfast;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** When {@code run} and {@code demo} refuse to start: one line says why, and the exit code is 2. */
@ExtendWith(OutputCaptureExtension.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RefusedStartTest {
    private static final String ISSUER = "holdfast.security.jwt-issuer";
    private static final String AUDIENCE = "holdfast.security.audience";
    private static final String PROFILES = "spring.profiles.active";

    @TempDir
    Path data;

    @Test
    void without_an_audience_of_tokens_run_refuses(CapturedOutput output) {
        assertThat(execute("run", Map.of(ISSUER, "https://id.example.gov", AUDIENCE, "")))
                .isEqualTo(2);
        assertOneLine(output, "no JWT audience is configured: set HOLDFAST_JWT_AUDIENCE");
    }

    @Test
    void run_has_no_demo_users_whatever_started_the_profile(CapturedOutput output) {
        assertThat(execute("run", Map.of(PROFILES, "demo", ISSUER, "https://id.example.gov", AUDIENCE, "holdfast")))
                .isEqualTo(2);
        assertOneLine(output, "run has no demo users");
    }

    @Test
    void run_has_no_demo_users_on_other_addresses_either(CapturedOutput output) {
        assertThat(execute("run", Map.of(PROFILES, "demo", "server.address", "0.0.0.0")))
                .isEqualTo(2);
        assertThat(output.getErr().lines().filter(line -> line.startsWith("holdfast: ")))
                .hasSize(1);
    }

    @Test
    void the_demo_does_not_serve_its_administration_to_others(CapturedOutput output) {
        assertThat(execute("demo", Map.of("management.server.port", "0"))).isEqualTo(2);
        assertOneLine(output, "management.server.address must be 127.0.0.1");
    }

    private int execute(String command, Map<String, String> settings) {
        var before = new HashMap<String, String>();
        settings.forEach((name, value) -> before.put(name, System.setProperty(name, value)));
        try {
            return Holdfast.execute(command, "--port", "0", "--data", data.toString());
        } finally {
            before.forEach((name, value) -> {
                if (value == null) {
                    System.clearProperty(name);
                } else {
                    System.setProperty(name, value);
                }
            });
        }
    }

    private static void assertOneLine(CapturedOutput output, String why) {
        assertThat(output.getErr().lines().filter(line -> line.startsWith("holdfast: ")))
                .singleElement()
                .asString()
                .contains(why);
        assertThat(output.getAll()).doesNotContain("\tat ");
    }
}
