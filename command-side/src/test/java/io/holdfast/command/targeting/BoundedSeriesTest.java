package io.holdfast.command.targeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.command.targeting.DraftRefusedException.SeriesFullException;
import io.holdfast.targeting.DraftId;
import io.holdfast.targeting.RuleSet;
import io.holdfast.targeting.RuleSetEvent;
import io.holdfast.targeting.RuleSetEvent.DraftOpened;
import io.holdfast.targeting.RuleSetEvent.RuleSetAdopted;
import io.holdfast.targeting.RuleSetEvent.RuleSetPublished;
import io.holdfast.targeting.RuleSetEvent.RuleSetRetired;
import io.holdfast.targeting.RuleSetRef;
import io.holdfast.value.Sha256;
import java.lang.reflect.Field;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What the series of rule sets remembers has a most, and one more is refused. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class BoundedSeriesTest {
    private static final Instant NOW = Instant.parse("2026-11-24T16:00:00Z");
    private static final RuleSet RULES = RuleSets.one("true");
    private static final Map<String, Integer> MOST = Map.of(
            "versions", Series.MAX_VERSIONS,
            "unconfirmed", Series.MAX_PUBLISHED,
            "adopted", Series.MAX_VERSIONS,
            "drafts", Series.MAX_DRAFTS,
            "retired", Series.MAX_VERSIONS);

    private final Series series = new Series();

    private void happened(RuleSetEvent event) {
        series.after(event, "ann");
    }

    private static RuleSetRef ref(int version) {
        return new RuleSetRef(version, new Sha256("ab".repeat(32)));
    }

    private static DraftId draft(int n) {
        return new DraftId("draft-" + n);
    }

    @Test
    void versions_and_drafts_are_refused_beyond_their_most_and_nothing_else_is_remembered() throws Exception {
        for (int n = 1; n <= Series.MAX_DRAFTS; n++) {
            series.mayOpen(draft(n));
            happened(new DraftOpened(draft(n), "a draft", NOW));
        }
        assertThatThrownBy(() -> series.mayOpen(draft(0))).isInstanceOf(SeriesFullException.class);
        for (int n = 1; n <= Series.MAX_PUBLISHED; n++) {
            series.mayPublish();
            happened(new RuleSetPublished(ref(n), RULES, NOW));
        }
        assertThatThrownBy(series::mayPublish).isInstanceOf(SeriesFullException.class);
        for (int n = Series.MAX_PUBLISHED + 1; n <= Series.MAX_VERSIONS; n++) {
            series.mayAdopt();
            happened(new RuleSetAdopted(ref(n), draft(n), "a draft", 1, 0, NOW));
        }
        assertThatThrownBy(series::mayAdopt).isInstanceOf(SeriesFullException.class);
        IntStream.rangeClosed(1, Series.MAX_VERSIONS).forEach(n -> happened(new RuleSetRetired(ref(n), "old", NOW)));

        for (Field field : Series.class.getDeclaredFields()) {
            if (isCollection(field)) {
                assertThat(MOST).as("a new collection needs a most").containsKey(field.getName());
                assertThat(size(field)).as(field.getName()).isLessThanOrEqualTo(MOST.get(field.getName()));
            }
        }
        assertThat(Arrays.stream(Series.class.getDeclaredFields()).filter(BoundedSeriesTest::isCollection))
                .hasSameSizeAs(MOST.keySet());
    }

    private static boolean isCollection(Field field) {
        return Collection.class.isAssignableFrom(field.getType()) || Map.class.isAssignableFrom(field.getType());
    }

    private int size(Field field) throws IllegalAccessException {
        field.setAccessible(true);
        return field.get(series) instanceof Map<?, ?> map ? map.size() : ((Collection<?>) field.get(series)).size();
    }
}
