package io.holdfast.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** The module diagram in docs/map.md matches the poms, arrow by arrow; test dependencies are left out. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ModuleDiagramTest {
    private static final Path ROOT = Path.of("..");
    private static final String GROUP = "io.holdfast";

    @Test
    void the_map_shows_the_modules_as_the_poms_have_them() throws Exception {
        String diagram = diagram();

        assertThat(diagram).contains("standalone --> command-side", "query-side --> event-store");
        assertThat(Files.readString(ROOT.resolve("docs/map.md")))
                .as("docs/map.md must have this diagram under \"Modules\", letter by letter:\n%s", diagram)
                .contains(diagram);
    }

    private static String diagram() throws Exception {
        var lines = new StringBuilder("```mermaid\nflowchart TD\n");
        for (String module : modules()) {
            arrowsOf(module).forEach(arrow -> lines.append("  ").append(arrow).append('\n'));
        }
        return lines.append("```\n").toString();
    }

    private static List<String> modules() throws Exception {
        return elements(pom(ROOT), "module").map(Element::getTextContent).toList();
    }

    private static List<String> arrowsOf(String module) throws Exception {
        return elements(pom(ROOT.resolve(module)), "dependency")
                .filter(dependency -> text(dependency, "groupId").equals(GROUP))
                .filter(dependency -> !text(dependency, "scope").equals("test"))
                .map(dependency -> module + arrow(text(dependency, "scope")) + text(dependency, "artifactId"))
                .toList();
    }

    private static String arrow(String scope) {
        return scope.equals("runtime") ? " -. at run time .-> " : " --> ";
    }

    private static Element pom(Path folder) throws Exception {
        var file = folder.resolve("pom.xml").toFile();
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(file)
                .getDocumentElement();
    }

    private static Stream<Element> elements(Element within, String name) {
        var found = within.getElementsByTagName(name);
        return IntStream.range(0, found.getLength()).mapToObj(i -> (Element) found.item(i));
    }

    private static String text(Element within, String name) {
        return elements(within, name).map(Element::getTextContent).findFirst().orElse("");
    }
}
