package io.holdfast.runtime.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.runtime.TestApplication;
import java.time.Clock;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

@ExtendWith(OutputCaptureExtension.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class StartingTest {
    private static final String REFUSAL = "no JWT issuer is configured: set HOLDFAST_JWT_ISSUER";

    /** Boot keeps logging settings in system properties, which the next application of this process would find. */
    @AfterEach
    void forgetLogSettings() {
        System.clearProperty("CONSOLE_LOG_STRUCTURED_FORMAT");
    }

    @Test
    void without_an_issuer_the_application_refuses_and_one_line_says_why(CapturedOutput output) {
        assertThatThrownBy(() -> run("--HOLDFAST_JWT_ISSUER=")).isInstanceOf(NoIssuerException.class);

        assertThat(output.getAll()).containsOnlyOnce(REFUSAL).doesNotContain("\tat ", "NoIssuerException");
    }

    @Test
    void a_service_logs_json_and_the_defaults_hold(CapturedOutput output) {
        try (ConfigurableApplicationContext application = run("--HOLDFAST_JWT_ISSUER=https://id.example.gov")) {
            var settings = application.getEnvironment();
            assertThat(settings.getProperty("server.shutdown")).isEqualTo("graceful");
            assertThat(settings.getProperty("spring.threads.virtual.enabled", Boolean.class))
                    .isTrue();
            assertThat(settings.getProperty("spring.security.oauth2.resourceserver.jwt.issuer-uri"))
                    .isEqualTo("https://id.example.gov");
            assertThat(application.getBean(Clock.class)).isEqualTo(Clock.systemUTC());
        }
        assertThat(output.getOut().lines().filter(line -> line.contains("Started")))
                .singleElement()
                .asString()
                .startsWith("{\"@timestamp\"");
        assertThat(output.getAll()).doesNotContain("AxonIQ", "generated security password");
    }

    @Test
    void the_demo_logs_for_people_and_what_is_said_elsewhere_wins(CapturedOutput output) {
        try (ConfigurableApplicationContext application =
                run("--spring.profiles.active=demo", "--spring.lifecycle.timeout-per-shutdown-phase=1s")) {
            assertThat(application.getEnvironment().getProperty("spring.lifecycle.timeout-per-shutdown-phase"))
                    .isEqualTo("1s");
        }
        assertThat(output.getOut()).contains("Started").doesNotContain("{\"@timestamp\"");
    }

    private static ConfigurableApplicationContext run(String... arguments) {
        var application = new SpringApplication(TestApplication.class);
        return application.run(Stream.concat(Stream.of("--server.port=0"), Stream.of(arguments))
                .toArray(String[]::new));
    }
}
