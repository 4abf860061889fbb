package io.holdfast.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LauncherTest {
    @TempDir
    Path folder;

    @Test
    void a_machine_with_only_an_older_jdk_gets_one_line_that_says_what_is_missing() throws Exception {
        Path older = Files.createDirectories(folder.resolve("jdk-17/bin"));
        Files.writeString(older.getParent().resolve("release"), "JAVA_VERSION=\"17.0.15\"\n");
        Files.writeString(older.resolve("javac"), "#!/bin/sh\n").toFile().setExecutable(true);
        // Hides the folders of this machine, so that only the older JDK is found.
        String script = Files.readString(Path.of("..", ".mvn", "find-jdk.sh"))
                .replace("/usr/lib/jvm/*", "/nowhere/*")
                .replace("/opt/java/*", "/nowhere/*");
        Path isolated = Files.writeString(folder.resolve("find-jdk.sh"), script);

        Process process = shell(". " + isolated, older.getParent());
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(2);
        assertThat(said.lines()).singleElement().asString().contains("a JDK 25 or newer is missing");
    }

    @Test
    void a_jdk_that_is_new_enough_is_found_by_its_release_file() throws Exception {
        Path home = Path.of(System.getProperty("java.home"));

        Process process = shell(". ../.mvn/find-jdk.sh && echo \"$JAVA_HOME\"", home);
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(said.strip()).isEqualTo(home.toString());
    }

    @Test
    void an_unknown_option_or_file_is_one_line_and_exit_code_2() {
        var error = new StringWriter();
        int code = new picocli.CommandLine(new Holdfast())
                .setErr(new PrintWriter(error))
                .setParameterExceptionHandler((refused, given) -> 2)
                .execute("demo", "--prot", "1");

        assertThat(code).isEqualTo(2);
        assertThat(Holdfast.execute("import", folder.resolve("absent.csv").toString()))
                .isEqualTo(2);
        assertThat(Holdfast.execute("demo", "--help")).isZero();
    }

    @Test
    void bench_is_listed_but_started_by_the_script_only() {
        assertThat(new picocli.CommandLine(new Holdfast()).getUsageMessage()).contains("bench");
        assertThat(Holdfast.execute("bench", "eventlog", "--quick")).isEqualTo(2);
    }

    private static Process shell(String script, Path javaHome) throws IOException {
        var builder = new ProcessBuilder("/bin/sh", "-c", script).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", javaHome.toString());
        builder.environment().put("PATH", "/usr/bin:/bin");
        builder.environment().put("HOME", "/nowhere");
        return builder.start();
    }
}
