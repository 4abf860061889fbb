package io.holdfast.standalone.intake;

import io.holdfast.standalone.cli.CommandLineException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * The user's credentials, as options of a command. Secrets come from the environment or a file: command line arguments
 * can be read by everybody on the machine, and stay in the history of the shell. They still work on the command line,
 * with a warning.
 */
final class Credentials {
    static final String TOKEN = "HOLDFAST_TOKEN";
    static final String PASSWORD = "HOLDFAST_PASSWORD";

    private static final String DEMO_ANALYST = "analyst:analyst";
    private static final int MAX_BYTES = 64 * 1024;
    private static final Pattern VISIBLE = Pattern.compile("[!-~]+");

    @Option(
            names = "--user",
            paramLabel = "NAME",
            description = "A user, whose password is in " + PASSWORD
                    + " (the demo's analyst when there is no token). NAME:PASSWORD works, with a warning.")
    private @Nullable String user;

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description = "A file with a JWT to send instead of a user and password; or put it in " + TOKEN + ".")
    private @Nullable Path tokenFile;

    @Option(names = "--token", paramLabel = "JWT", description = "Deprecated: others on this machine can read it.")
    private @Nullable String token;

    Credentials() {}

    Credentials(@Nullable String user, @Nullable Path tokenFile, @Nullable String token) {
        this.user = user;
        this.tokenFile = tokenFile;
        this.token = token;
    }

    /**
     * The value of the header {@code Authorization}.
     *
     * @param warnings receives a warning about a secret on the command line
     * @throws CommandLineException when they are unusable, or more than one kind is given
     */
    String authorization(Map<String, String> environment, PrintStream warnings) {
        long given = (user == null ? 0 : 1) + (tokenFile == null ? 0 : 1) + (token == null ? 0 : 1);
        if (given > 1) {
            throw new CommandLineException("give one of --user, --token-file and --token");
        }
        if (token != null) {
            warn(warnings, "a token", "put it in " + TOKEN + " or in a file for --token-file");
            return bearer(token);
        }
        if (tokenFile != null) {
            return bearer(read(tokenFile));
        }
        if (user != null) {
            return basic(user, environment, warnings);
        }
        String fromEnvironment = environment.getOrDefault(TOKEN, "");
        return fromEnvironment.isBlank() ? IntakeEndpoint.basic(DEMO_ANALYST) : bearer(fromEnvironment);
    }

    private static String basic(String user, Map<String, String> environment, PrintStream warnings) {
        if (user.indexOf(':') >= 1) {
            warn(warnings, "a password", "give --user NAME and put the password in " + PASSWORD);
            return IntakeEndpoint.basic(user);
        }
        String password = environment.getOrDefault(PASSWORD, "");
        if (user.isBlank() || user.startsWith(":") || password.isEmpty()) {
            throw new CommandLineException("--user must be a name, with its password in " + PASSWORD);
        }
        return IntakeEndpoint.basic(user + ":" + password);
    }

    private static String bearer(String token) {
        String stripped = token.strip();
        if (!VISIBLE.matcher(stripped).matches()) {
            throw new CommandLineException("the token is empty, or has characters that no token has");
        }
        return "Bearer " + stripped;
    }

    private static String read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new CommandLineException("the token file " + file + " is longer than " + MAX_BYTES + " bytes");
            }
            return new String(bytes, StandardCharsets.US_ASCII);
        } catch (IOException unreadable) {
            throw new CommandLineException("the token file " + file + " cannot be read: " + unreadable.getMessage());
        }
    }

    private static void warn(PrintStream warnings, String secret, String instead) {
        warnings.println(
                "warning: " + secret + " on the command line can be read by others on this machine; " + instead);
    }
}
