package io.holdfast.projection.workqueue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.command.shipment.domain.Histories;
import io.holdfast.query.BrowseQueue.Sort;
import io.holdfast.value.InvalidValueException;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CursorTest {
    private static final List<QueueCase> CASES =
            List.copyOf(QueueCaseTest.fold(Histories.of(5, 80, 2000)).values());

    @ParameterizedTest
    @EnumSource
    void a_place_comes_back_from_its_cursor(Sort sort) {
        for (QueueCase c : CASES) {
            var cursor = new Cursor(sort, SortKeys.of(sort, c));
            assertThat(Cursor.parse(cursor.text(), sort)).isEqualTo(cursor);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "%%", "UDEyMw", "ÄÖ", "eyJhIjoxfQ"})
    void what_is_no_cursor_is_refused(String text) {
        assertThatThrownBy(() -> Cursor.parse(text, Sort.AGE))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageStartingWith("cursor ");
        assertThatThrownBy(() -> Cursor.parse("A".repeat(100_000), Sort.AGE)).isInstanceOf(InvalidValueException.class);
    }

    @Test
    void a_cursor_of_another_order_is_refused() {
        String byAge = new Cursor(Sort.AGE, SortKeys.of(Sort.AGE, CASES.getFirst())).text();
        assertThatThrownBy(() -> Cursor.parse(byAge, Sort.PRIORITY)).hasMessageContaining("sort");
    }

    @Test
    void places_in_the_order_of_age_compare_as_age_and_identifier_do() {
        var expected = CASES.stream()
                .sorted(Comparator.comparing(QueueCase::enteredAt)
                        .thenComparing(c -> c.shipmentId().value()))
                .toList();
        assertThat(CASES.stream().sorted(Comparator.comparing(c -> SortKeys.of(Sort.AGE, c))))
                .containsExactlyElementsOf(expected);
    }
}
