package io.holdfast.command.intake.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;

/** Whatever is sent, the response blames the sender and is never an internal failure. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class NonsenseOverHttpTest {
    private static final List<String> PATHS =
            List.of("/declarations", "/declarations", "/rule-sets", "/rule-sets/1/activate", "/rule-sets/0/activate");

    private static IntakeServer server;

    @BeforeContainer
    static void start() {
        server = IntakeServer.shared();
    }

    @Provide
    static Arbitrary<String> paths() {
        return Arbitraries.of(PATHS);
    }

    @Provide
    static Arbitrary<String> types() {
        return Arbitraries.of(
                "application/json",
                "application/x-ndjson",
                "text/csv",
                "application/json;charset=utf-16",
                "a/b",
                "nonsense");
    }

    @Provide
    static Arbitrary<String> accepts() {
        return Arbitraries.of("*/*", "text/csv", "application/json", "application/x-ndjson;q=0.1", "image/png", ";;;");
    }

    /** Declarations and rule sets with one character missing, added or changed. */
    @Provide
    static Arbitrary<String> damaged() {
        Arbitrary<String> whole = Arbitraries.of(
                Rows.json("Z-1"),
                Rows.json("Z-2") + "\n" + Rows.json("Z-3"),
                Rows.CSV_HEADER + Rows.csv("Z-4") + Rows.csv("Z-5"),
                "{\"reason\":\"because\"}",
                """
                {"name":"n","threshold":1,"randomShare":0.5,"rules":[{"id":"r","description":"d","condition":"hs6 == 'a'",\
                "weight":1.5,"instruction":"i"}]}""");
        return whole.flatMap(text -> Arbitraries.integers()
                .between(0, text.length() - 1)
                .flatMap(at -> Arbitraries.strings()
                        .withChars("\"',:{}[]\\\n\r\0019e-")
                        .ofMaxLength(3)
                        .flatMap(put -> Arbitraries.integers()
                                .between(0, 3)
                                .map(cut -> text.substring(0, at)
                                        + put
                                        + text.substring(Math.min(text.length(), at + cut))))));
    }

    @Property(tries = 300)
    void bytes_without_a_meaning_are_the_fault_of_the_sender(
            @ForAll("paths") String path, @ForAll("types") String type, @ForAll @Size(max = 200) byte[] body)
            throws IOException {
        assertNotOurFault(server.as("analyst").post(path, type, BodyPublishers.ofByteArray(body)));
    }

    @Property(tries = 500)
    void damaged_bodies_are_the_fault_of_the_sender(
            @ForAll("paths") String path,
            @ForAll("types") String type,
            @ForAll("accepts") String accept,
            @ForAll("damaged") String body)
            throws IOException {
        assertNotOurFault(server.as("analyst").post(path, type, body, "Accept", accept));
    }

    private static void assertNotOurFault(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isBetween(200, 499);
    }
}
