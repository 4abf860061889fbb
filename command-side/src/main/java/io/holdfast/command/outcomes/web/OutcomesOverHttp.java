package io.holdfast.command.outcomes.web;

import io.holdfast.actor.Actor;
import io.holdfast.command.outcomes.OutcomeFeed;
import io.holdfast.command.outcomes.OutcomesUnreachableException;
import io.holdfast.command.queryside.QuestionsOverHttp;
import io.holdfast.query.FindOutcomes;
import io.holdfast.runtime.web.CorrelationId;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** The query side in another process; should the caller's credentials expire on the way, the feed breaks off. */
final class OutcomesOverHttp implements OutcomeFeed {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final QuestionsOverHttp questions;
    private final HttpServletRequest request;

    /**
     * @param url where the query side is, such as {@code http://query-side:8080}
     * @param request stands for whichever request the current thread serves
     */
    OutcomesOverHttp(String url, HttpServletRequest request) {
        this.questions = new QuestionsOverHttp(url, PATIENCE, OutcomesUnreachableException::new);
        this.request = request;
    }

    /** Pages may be asked for by another thread, when the request is long over: what it brought is kept. */
    @Override
    public Pages open(Actor actor) {
        String credentials = request.getHeader(HttpHeaders.AUTHORIZATION);
        String correlation = CorrelationId.current();
        return (filter, after) -> questions.get(path(filter, after), credentials, correlation, FindOutcomes.Page.class);
    }

    private static String path(FindOutcomes.Filter filter, long after) {
        var query = new StringBuilder("/api/v1/feedback/outcomes?limit=" + PAGE);
        add(query, "from", filter.from());
        add(query, "to", filter.to());
        add(query, "port", filter.port());
        add(
                query,
                "basis",
                filter.basis() == null ? null : filter.basis().name().toLowerCase(Locale.ROOT));
        add(query, "examinedOnly", filter.examinedOnly() ? "true" : null);
        add(query, "asKnownOn", filter.asKnownOn());
        add(query, "after", after < 0 ? null : after);
        return query.toString();
    }

    private static void add(StringBuilder query, String name, @Nullable Object value) {
        if (value != null) {
            query.append('&')
                    .append(name)
                    .append('=')
                    .append(URLEncoder.encode(value.toString(), StandardCharsets.UTF_8));
        }
    }
}
