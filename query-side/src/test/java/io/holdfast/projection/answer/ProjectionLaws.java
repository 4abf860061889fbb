package io.holdfast.projection.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.holdfast.command.shipment.domain.Histories;
import io.holdfast.projection.answer.StateLaw.Aspect;
import io.holdfast.projection.support.ProjectedEvent;
import io.holdfast.projection.support.Projection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Laws that hold for every projection, whatever is delivered twice and wherever a batch is interrupted. */
public abstract class ProjectionLaws {
    private static final int EVENTS = 400;

    protected abstract Projection projection();

    /** What a document says about the shipment whose identifier it has; empty for a document about something else. */
    protected abstract Map<Aspect, Object> said(Object document);

    @Property(tries = 25)
    void what_it_says_of_a_shipment_is_what_the_state_says(@ForAll @IntRange(min = 1, max = 1000) int seed) {
        StateLaw.check(projection(), Histories.of(seed, 12, EVENTS), this::said);
    }

    /** For each aspect that a projection covers, a version that ignores one kind of event must violate the law. */
    @Example
    void a_planted_drift_is_found() {
        var history = Histories.of(11, 12, 1500);
        var said = StateLaw.aspects(projection(), history, this::said);
        assertThat(said).isNotEmpty();
        for (Aspect aspect : said) {
            var forgetful = Forgetful.of(projection(), aspect);
            assertThat(catchThrowable(() -> StateLaw.check(forgetful, history, this::said)))
                    .as("%s without %s", aspect, forgetful.forgotten())
                    .isInstanceOf(AssertionError.class);
        }
    }

    @Property(tries = 60)
    void any_suffix_delivered_again_changes_nothing(
            @ForAll @IntRange(min = 1, max = 1000) int seed, @ForAll @IntRange(max = EVENTS - 1) int from) {
        List<ProjectedEvent> events = events(seed);
        var once = new Deliveries(projection()).deliver(events);
        var before = once.contents();
        assertThat(once.deliver(events.subList(from, events.size())).contents()).isEqualTo(before);
    }

    @Property(tries = 100)
    void a_half_written_batch_delivered_again_in_other_batches_gives_the_same(
            @ForAll @IntRange(min = 1, max = 1000) int seed,
            @ForAll @IntRange(max = EVENTS - 1) int from,
            @ForAll @IntRange(min = 1, max = 200) int size,
            @ForAll @IntRange(max = 250) int writes,
            @ForAll @IntRange(min = 1, max = 60) int again) {
        List<ProjectedEvent> events = events(seed);
        int to = Math.min(from + size, events.size());
        var broken = new Deliveries(projection());
        broken.deliver(events.subList(0, from)).deliver(events.subList(from, to), writes);
        for (int i = from; i < events.size(); i += again) {
            broken.deliver(events.subList(i, Math.min(i + again, events.size())));
        }
        assertThat(broken.documents())
                .isEqualTo(new Deliveries(projection()).deliver(events).documents());
    }

    @Property(tries = 60)
    void no_order_of_events_makes_it_fail(
            @ForAll @IntRange(min = 1, max = 1000) int seed, @ForAll java.util.Random random) {
        var shuffled = new ArrayList<Object>(Histories.of(seed, 12, EVENTS));
        java.util.Collections.shuffle(shuffled, random);
        new Deliveries(projection()).deliver(Deliveries.projected(shuffled));
    }

    private static List<ProjectedEvent> events(int seed) {
        return Deliveries.projected(Histories.of(seed, 12, EVENTS)).subList(0, EVENTS);
    }
}
