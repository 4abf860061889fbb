package io.holdfast.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Everything that docs/contributing.md mentions exists: a renamed file must be renamed on the page. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ContributingPageTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern FILE = Pattern.compile("`(\\w+\\.java)`");

    @Test
    void every_file_that_the_page_names_exists() throws IOException {
        Set<String> named = FILE.matcher(Files.readString(ROOT.resolve("docs/contributing.md")))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());

        assertThat(named).hasSizeGreaterThan(10);
        assertThat(sources()).containsAll(named);
    }

    private static Set<String> sources() throws IOException {
        try (Stream<Path> modules = Files.list(ROOT)) {
            return modules.map(module -> module.resolve("src"))
                    .filter(Files::isDirectory)
                    .flatMap(ContributingPageTest::filesBelow)
                    .collect(Collectors.toSet());
        }
    }

    private static Stream<String> filesBelow(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.map(file -> file.getFileName().toString()).toList().stream();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
