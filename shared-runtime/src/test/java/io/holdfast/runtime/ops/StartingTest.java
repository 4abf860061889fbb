package io.holdfast.runtime.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.runtime.TestApplication;
import java.time.Clock;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

@ExtendWith(OutputCaptureExtension.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class StartingTest {
    /**
     * Spring Boot keeps logging settings in system properties, where the next application in this process would find
     * them.
     */
    @AfterEach
    void forgetLogSettings() {
        System.clearProperty("CONSOLE_LOG_STRUCTURED_FORMAT");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "--HOLDFAST_JWT_ISSUER=|no JWT issuer is configured: set HOLDFAST_JWT_ISSUER",
                "--HOLDFAST_JWT_AUDIENCE=|no JWT audience is configured: set HOLDFAST_JWT_AUDIENCE",
                "--holdfast.security.audience=  |no JWT audience is configured: set HOLDFAST_JWT_AUDIENCE",
                "--spring.profiles.active=demo --server.address=0.0.0.0|server.address must be 127.0.0.1",
                "--spring.profiles.active=demo --server.address=::|server.address must be 127.0.0.1",
                "--spring.profiles.active=demo --server.address=|server.address must be 127.0.0.1",
                "--spring.profiles.active=demo --server.address=10.1.2.3|server.address must be 127.0.0.1",
                "--spring.profiles.active=demo,other --server.address=0.0.0.0|server.address must be 127.0.0.1",
                "--spring.profiles.include=demo --server.address=0.0.0.0|server.address must be 127.0.0.1",
                "--spring.profiles.active=demo --management.server.port=0|management.server.address must be 127.0.0.1",
                "--spring.profiles.active=demo --management.server.port=0 --management.server.address=0.0.0.0|management.server.address must be",
                "--spring.profiles.active=demo --server.forward-headers-strategy=native|forward-headers-strategy must be none",
                "--spring.profiles.active=demo --server.tomcat.remoteip.remote-ip-header=x-real-ip|must not be set",
            })
    void a_start_that_could_not_know_its_callers_is_refused_and_one_line_says_why(
            String arguments, String why, CapturedOutput output) {
        assertThatThrownBy(() -> run(arguments.split(" "))).isInstanceOf(UnsafeStartException.class);

        assertThat(output.getAll()).containsOnlyOnce(why).doesNotContain("\tat ", "UnsafeStartException");
    }

    @Test
    void a_service_logs_json_and_the_defaults_hold(CapturedOutput output) {
        try (ConfigurableApplicationContext application = run()) {
            var settings = application.getEnvironment();
            assertThat(settings.getProperty("server.shutdown")).isEqualTo("graceful");
            assertThat(settings.getProperty("spring.threads.virtual.enabled", Boolean.class))
                    .isTrue();
            assertThat(settings.getProperty("holdfast.security.jwt-issuer")).isEqualTo("https://id.example.gov");
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
        application.setDefaultProperties(Map.of(
                "HOLDFAST_JWT_ISSUER", "https://id.example.gov",
                "HOLDFAST_JWT_AUDIENCE", "holdfast"));
        return application.run(Stream.concat(Stream.of("--server.port=0"), Stream.of(arguments))
                .toArray(String[]::new));
    }
}
