package io.holdfast.standalone.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.standalone.cli.CommandLineException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CredentialsTest {
    @TempDir
    Path folder;

    private final ByteArrayOutputStream warnings = new ByteArrayOutputStream();

    @Test
    void a_token_comes_from_the_environment_or_from_a_file_without_a_warning() throws IOException {
        Path file = Files.writeString(folder.resolve("token"), "ey.from.file\n");

        assertThat(of(new Credentials(null, null, null), Map.of("HOLDFAST_TOKEN", " ey.a.b\n")))
                .isEqualTo("Bearer ey.a.b");
        assertThat(of(new Credentials(null, file, null), Map.of("HOLDFAST_TOKEN", "ey.other")))
                .isEqualTo("Bearer ey.from.file");
        assertThat(of(new Credentials("kim", null, null), Map.of("HOLDFAST_PASSWORD", "secret")))
                .isEqualTo(IntakeEndpoint.basic("kim:secret"));
        assertThat(of(new Credentials(null, null, null), Map.of())).isEqualTo(IntakeEndpoint.basic("analyst:analyst"));
        assertThat(warnings.toString(UTF_8)).isEmpty();
    }

    @Test
    void a_secret_on_the_command_line_is_warned_of_and_not_repeated() {
        assertThat(of(new Credentials(null, null, "ey.a.b"), Map.of())).isEqualTo("Bearer ey.a.b");
        assertThat(of(new Credentials("kim:secret", null, null), Map.of()))
                .isEqualTo(IntakeEndpoint.basic("kim:secret"));

        assertThat(warnings.toString(UTF_8).lines())
                .hasSize(2)
                .allMatch(line -> line.startsWith("warning: "))
                .noneMatch(line -> line.contains("ey.a.b") || line.contains("secret"));
    }

    @Test
    void none_several_and_broken_ones_are_refused() throws IOException {
        Path large = Files.writeString(folder.resolve("large"), "x".repeat(70_000));

        assertRefused(new Credentials("kim:secret", null, "ey.a.b"), "give one of");
        assertRefused(new Credentials("kim", null, null), "HOLDFAST_PASSWORD");
        assertRefused(new Credentials(null, large, null), "longer than 65536 bytes");
        assertRefused(new Credentials(null, folder.resolve("absent"), null), "cannot be read");
        assertRefused(new Credentials(null, null, "ey a\r\nX-Other: b"), "characters that no token has");
    }

    private void assertRefused(Credentials credentials, String reason) {
        assertThatThrownBy(() -> of(credentials, Map.of()))
                .isInstanceOf(CommandLineException.class)
                .hasMessageContaining(reason);
    }

    private String of(Credentials credentials, Map<String, String> environment) {
        return credentials.authorization(environment, new PrintStream(warnings, true, UTF_8));
    }
}
