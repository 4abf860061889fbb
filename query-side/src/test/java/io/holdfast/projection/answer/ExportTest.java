package io.holdfast.projection.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.query.AuditEntry;
import io.holdfast.query.ReadAuditTrail.Page;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ExportTest {
    private static final int PAGE = 500;
    private final List<String> asked = new ArrayList<>();

    @Test
    void the_next_page_is_asked_for_only_when_the_one_before_is_written() {
        var entries = Export.of(cursor -> page(cursor, 1_000_000), Page::items, Page::next)
                .iterator();
        for (int i = 0; i < PAGE; i++) {
            assertThat(entries.next().position()).isEqualTo(i);
        }
        assertThat(asked).containsExactly("first");
        assertThat(entries.next().position()).isEqualTo(PAGE);
        assertThat(asked).containsExactly("first", "500");
    }

    @Test
    void it_ends_with_the_last_page() {
        assertThat(Export.of(cursor -> page(cursor, 1200), Page::items, Page::next))
                .hasSize(1200);
    }

    @Test
    void a_refusal_of_the_first_page_is_told_as_such_and_a_later_one_breaks_the_export_off() {
        assertThatThrownBy(() -> Export.of(cursor -> refuse(), Page::items, Page::next))
                .isInstanceOf(IllegalStateException.class);
        var entries = Export.of(cursor -> cursor == null ? page(null, 1200) : refuse(), Page::items, Page::next);
        assertThatThrownBy(() -> entries.forEach(_ -> {})).isInstanceOf(ExportBrokenOffException.class);
    }

    private static Page refuse() {
        throw new IllegalStateException("too late");
    }

    private Page page(String cursor, int total) {
        asked.add(cursor == null ? "first" : cursor);
        long from = cursor == null ? 0 : Long.parseLong(cursor);
        long to = Math.min(from + PAGE, total);
        return new Page(
                LongStream.range(from, to).mapToObj(ExportTest::entry).toList(), to < total ? Long.toString(to) : null);
    }

    private static AuditEntry entry(long position) {
        return new AuditEntry(
                position,
                null,
                null,
                1,
                "a",
                "1",
                Instant.EPOCH,
                null,
                List.of(),
                null,
                null,
                null,
                List.of(),
                null,
                Map.of(),
                Map.of(),
                null,
                null,
                "e");
    }
}
