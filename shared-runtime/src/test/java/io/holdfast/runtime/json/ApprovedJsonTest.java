package io.holdfast.runtime.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Everything that was ever stored must stay readable. Each event and revision has a file in
 * {@code src/test/resources/approved}. Changing a file would change history; add a new revision and an upcaster
 * instead.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ApprovedJsonTest {
    private static final Path APPROVED = Path.of("src", "test", "resources", "approved");
    private static final Path RECEIVED = Path.of("target", "received");

    static Stream<EventName> names() {
        return EventNames.all().stream();
    }

    static Stream<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(APPROVED)) {
            return files.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void every_event_is_written_as_approved(EventName name) throws IOException {
        Object sample = SampleEvents.of(EventNames.type(name).orElseThrow());
        String written = LanguageJson.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(sample) + "\n";
        Path approved = APPROVED.resolve(file(name));

        if (Files.notExists(approved) || !Files.readString(approved).equals(written)) {
            Path received = Files.createDirectories(RECEIVED).resolve(file(name));
            Files.writeString(received, written);
            fail(
                    "%s %s.%nIf it is meant so, review it and copy shared-runtime/%s to shared-runtime/%s. It is now:%n%s",
                    name,
                    Files.exists(approved) ? "has another JSON than approved" : "is new",
                    received,
                    approved,
                    written);
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void every_approved_file_is_read_as_the_event_that_was_written(Path file) throws IOException {
        String[] parts = file.getFileName().toString().split("\\.r(?=\\d+\\.json$)|\\.json$");
        EventName name = new EventName(parts[0], parts[1]);

        Class<?> type = EventNames.type(name).orElseThrow(() -> new AssertionError(name + " can no longer be read"));

        assertThat((Object) LanguageJson.read(Files.readString(file), type)).isEqualTo(EarlierEvents.asOf(name, type));
    }

    private static String file(EventName name) {
        return name.name() + ".r" + name.revision() + ".json";
    }
}
