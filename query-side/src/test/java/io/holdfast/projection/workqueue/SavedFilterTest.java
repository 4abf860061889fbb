package io.holdfast.projection.workqueue;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.actor.UserId;
import io.holdfast.projection.workqueue.SavedFilter.Key;
import io.holdfast.runtime.json.LanguageJson;
import java.time.Instant;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SavedFilterTest {
    /** A filter as version 0.1 stored it. */
    private static final String STORED = """
            {"key":{"owner":"ann","name":"held-free"},\
            "terms":{"status":"HELD","assignee":"none","minPriority":"40","sort":"age","snoozed":"true"},\
            "savedBy":"ann","savedAt":"2026-11-20T10:00:00Z"}""";

    private static final SavedFilter FILTER = new SavedFilter(
            Key.own(new UserId("ann"), "held-free"),
            FilterTerms.NONE
                    .with("status", "HELD")
                    .with("assignee", "none")
                    .with("minPriority", 40)
                    .with("sort", "age")
                    .with("snoozed", true),
            new UserId("ann"),
            Instant.parse("2026-11-20T10:00:00Z"));

    @Test
    void a_filter_that_was_stored_before_still_reads() {
        assertThat(LanguageJson.readOnRecord(STORED, SavedFilter.class)).isEqualTo(FILTER);
    }

    @Test
    void what_is_stored_has_the_form_that_it_had() {
        var mapper = LanguageJson.mapper();
        assertThat(mapper.readTree(mapper.writeValueAsString(FILTER))).isEqualTo(mapper.readTree(STORED));
    }

    @Test
    void what_is_said_counts_instead_of_what_is_kept() {
        var said = FilterTerms.NONE.with("status", "TARGETED").with("port", null);
        assertThat(said.over(FILTER.terms()).get("status")).isEqualTo("TARGETED");
        assertThat(said.over(FILTER.terms()).get("assignee")).isEqualTo("none");
        assertThat(said.over(FILTER.terms()).get("port")).isNull();
    }
}
