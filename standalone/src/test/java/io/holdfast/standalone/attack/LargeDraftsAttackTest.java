package io.holdfast.standalone.attack;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.standalone.Api;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Drafts of the maximum size, and many users who request them at once. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("thorough")
class LargeDraftsAttackTest {
    private static final int READERS = 20;
    private static final Duration OTHERS = Duration.ofSeconds(2);

    private final AttackedProcess holdfast = AttackedProcess.shared();
    private final Api analyst = holdfast.as("analyst");

    /** About 3.5 MB: five hundred rules with texts of the maximum length, three bytes per character. */
    private static String content(int revision) {
        String padding = "true//" + "x".repeat(3990);
        String words = "一".repeat(500);
        return "{\"name\":\"Number " + revision + "\",\"threshold\":5,\"randomShare\":0,\"rules\":["
                + IntStream.range(0, 500)
                        .mapToObj(i -> "{\"id\":\"r" + i + "\",\"description\":\"" + words + "\",\"condition\":\""
                                + padding + "\",\"weight\":1,\"instruction\":\"" + words + "\"}")
                        .collect(Collectors.joining(","))
                + "]}";
    }

    private String fullDraft() {
        String id = Api.ok(analyst.answerTo("/rule-sets/drafts", "{\"basis\":\"b\",\"ruleSet\":" + content(0) + "}"))
                .path("draft")
                .asString();
        for (int revision = 1; revision < 4; revision++) {
            assertThat(revise(id, revision)).isEqualTo(200);
        }
        assertThat(revise(id, 4)).as("one more than it takes").isEqualTo(409);
        return id;
    }

    private int revise(String id, int revision) {
        return analyst.put("/rule-sets/drafts/" + id, "{\"reason\":\"again\",\"ruleSet\":" + content(revision) + "}")
                .statusCode();
    }

    @Test
    void twenty_readers_of_the_largest_draft_are_answered_or_told_to_come_again_and_others_are_not_kept_waiting()
            throws Exception {
        String draft = fullDraft();
        holdfast.killAndStartAgain();
        List<Callable<HttpResponse<String>>> questions = new ArrayList<>();
        for (int reader = 0; reader < READERS; reader++) {
            String path = reader % 4 == 0 ? "/rule-sets/active/diff/" + draft : "/rule-sets/drafts/" + draft;
            questions.add(() -> analyst.answer(path, "application/json"));
        }
        try (var threads = Executors.newFixedThreadPool(READERS)) {
            List<Future<HttpResponse<String>>> answers =
                    questions.stream().map(threads::submit).toList();
            while (!answers.stream().allMatch(Future::isDone)) {
                holdfast.answersOthersWithin(OTHERS);
            }
            int answered = 0;
            for (Future<HttpResponse<String>> answer : answers) {
                HttpResponse<String> got = answer.get(1, TimeUnit.SECONDS);
                assertThat(got.statusCode()).isIn(200, 429, 503);
                if (got.statusCode() == 200) {
                    answered++;
                } else {
                    assertThat(got.headers().firstValue("Retry-After")).isPresent();
                }
            }
            assertThat(answered).isPositive();
        }
        holdfast.answersOthersWithin(OTHERS);
    }

    @Test
    void ten_who_send_the_largest_contents_at_once_end_nothing() throws Exception {
        String body = "{\"basis\":\"b\",\"ruleSet\":" + content(7) + "}";
        try (var threads = Executors.newFixedThreadPool(10)) {
            List<Future<HttpResponse<String>>> answers = IntStream.range(0, 10)
                    .mapToObj(_ -> threads.submit(() -> analyst.answerTo("/rule-sets/drafts", body)))
                    .toList();
            for (Future<HttpResponse<String>> answer : answers) {
                assertThat(answer.get(2, TimeUnit.MINUTES).statusCode()).isIn(201, 429, 503);
            }
        }
        holdfast.answersOthersWithin(OTHERS);
    }
}
