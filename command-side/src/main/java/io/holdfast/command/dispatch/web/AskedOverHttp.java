package io.holdfast.command.dispatch.web;

import io.holdfast.actor.Actor;
import io.holdfast.command.dispatch.QueuesUnreachableException;
import io.holdfast.command.dispatch.WaitingCases;
import io.holdfast.command.queryside.QuestionsOverHttp;
import io.holdfast.query.BrowseQueue;
import io.holdfast.query.QueueName;
import io.holdfast.runtime.web.CorrelationId;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** The query side in another process. */
final class AskedOverHttp implements WaitingCases {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final QuestionsOverHttp questions;
    private final HttpServletRequest request;

    /**
     * @param url where the query side is, such as {@code http://query-side:8080}
     * @param request stands for whichever request the current thread serves
     */
    AskedOverHttp(String url, HttpServletRequest request) {
        this.questions = new QuestionsOverHttp(url, PATIENCE, QueuesUnreachableException::new);
        this.request = request;
    }

    @Override
    public BrowseQueue.Page page(QueueName queue, Actor actor, @Nullable String after) {
        String path = "/api/v1/queues/" + queue.path() + "?assignee=none&limit=" + PAGE;
        String cursor = after == null ? "" : "&cursor=" + URLEncoder.encode(after, StandardCharsets.UTF_8);
        return questions.get(
                path + cursor,
                request.getHeader(HttpHeaders.AUTHORIZATION),
                CorrelationId.current(),
                BrowseQueue.Page.class);
    }
}
