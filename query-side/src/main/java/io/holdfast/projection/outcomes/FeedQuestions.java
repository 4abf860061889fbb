package io.holdfast.projection.outcomes;

import io.holdfast.projection.answer.Ports;
import io.holdfast.query.FindOutcomes;
import io.holdfast.query.LabelledShipment;
import java.util.List;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** Answers queries for the outcomes of shipments, page by page. */
@Component
class FeedQuestions {
    private final Outcomes kept;

    FeedQuestions(Outcomes kept) {
        this.kept = kept;
    }

    @QueryHandler
    FindOutcomes.Page handle(FindOutcomes q) {
        long position = kept.position();
        if (Ports.none(Ports.narrowed(q.scope(), q.filter().port()))) {
            return new FindOutcomes.Page(List.of(), null, position);
        }
        List<FollowedShipment> found = kept.shipments(q, q.limit() + 1);
        boolean more = found.size() > q.limit();
        List<FollowedShipment> page = more ? found.subList(0, q.limit()) : found;
        return new FindOutcomes.Page(
                page.stream().flatMap(s -> row(s, q.filter()).stream()).toList(),
                more ? Long.valueOf(page.getLast().decision().position()) : null,
                position);
    }

    private static Optional<LabelledShipment> row(FollowedShipment shipment, FindOutcomes.Filter filter) {
        return shipment.asKnownOn(filter.asKnownOn())
                .filter(standing -> !filter.examinedOnly() || standing.examined())
                .map(shipment::labelled);
    }
}
