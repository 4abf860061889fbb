package io.holdfast.command.outcomes;

import io.holdfast.actor.Actor;
import io.holdfast.command.queryside.QuestionsHere;
import io.holdfast.query.FindOutcomes;
import java.time.Duration;
import org.axonframework.queryhandling.QueryGateway;

/** The query side in this process. */
public final class AskedHere implements OutcomeFeed {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final QuestionsHere questions;

    public AskedHere(QueryGateway queries) {
        this.questions = new QuestionsHere(queries, PATIENCE, OutcomesUnreachableException::new);
    }

    @Override
    public Pages open(Actor actor) {
        return (filter, after) ->
                questions.ask(new FindOutcomes(actor.scope(), filter, after, PAGE), FindOutcomes.Page.class);
    }
}
