package io.holdfast.command.shipment.domain.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BusinessCalendarTest {
    private static final BusinessCalendar FEDERAL = BusinessCalendar.FEDERAL;

    @Test
    void the_holidays_of_2026_are_those_that_the_personnel_office_publishes() {
        assertThat(FederalHolidays.of(2026))
                .extracting(LocalDate::toString)
                .containsExactly(
                        "2026-01-01",
                        "2026-01-19",
                        "2026-02-16",
                        "2026-05-25",
                        "2026-06-19",
                        "2026-07-03",
                        "2026-09-07",
                        "2026-10-12",
                        "2026-11-11",
                        "2026-11-26",
                        "2026-12-25");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2021-06-18", // Juneteenth falls on a Saturday
                "2022-06-20", // Juneteenth falls on a Sunday
                "2021-07-05", // Independence Day falls on a Sunday
                "2020-07-03", // Independence Day falls on a Saturday
                "2021-12-24", // Christmas falls on a Saturday
                "2022-12-26", // Christmas falls on a Sunday
                "2021-12-31", // the next New Year's Day falls on a Saturday
                "2023-01-02", // New Year's Day falls on a Sunday
                "2023-11-10", // Veterans Day falls on a Saturday
                "2026-11-28" // no holiday: a Saturday
            })
    void an_office_is_closed_on_the_day_on_which_a_holiday_is_observed(LocalDate day) {
        assertThat(FEDERAL.isBusinessDay(day)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2020-06-19", // before Juneteenth was a holiday
                "2021-01-20", // Inauguration Day
                "2026-11-27", // the day after Thanksgiving
                "2022-01-03", // New Year's Day was observed in December
                "2026-07-06",
                "2026-12-24"
            })
    void an_office_is_open_on_every_other_day_of_the_week(LocalDate day) {
        assertThat(FEDERAL.isBusinessDay(day)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-02, 5, 2026-11-09", // Monday to Monday
        "2026-11-06, 5, 2026-11-16", // a Friday; Veterans Day between
        "2026-11-25, 5, 2026-12-03", // the eve of Thanksgiving
        "2026-11-28, 1, 2026-11-30", // a Saturday
        "2026-12-23, 5, 2026-12-31",
        "2026-12-24, 5, 2027-01-04" // Christmas and New Year's Day
    })
    void business_days_are_counted_from_the_day_after(LocalDate day, int n, LocalDate last) {
        assertThat(FEDERAL.plus(day, n)).isEqualTo(last);
    }

    @Test
    void an_administration_closes_and_opens_days_of_its_own() {
        var own = new BusinessCalendar(
                EnumSet.of(DayOfWeek.FRIDAY, DayOfWeek.SATURDAY),
                false,
                Set.of(LocalDate.parse("2026-11-30")),
                Set.of(LocalDate.parse("2026-11-28")));
        assertThat(own.isBusinessDay(LocalDate.parse("2026-11-26"))).isTrue(); // Thanksgiving
        assertThat(own.isBusinessDay(LocalDate.parse("2026-11-27"))).isFalse();
        assertThat(own.isBusinessDay(LocalDate.parse("2026-11-28"))).isTrue();
        assertThat(own.isBusinessDay(LocalDate.parse("2026-11-29"))).isTrue(); // a Sunday
        assertThat(own.isBusinessDay(LocalDate.parse("2026-11-30"))).isFalse();
    }

    @Test
    void a_calendar_without_business_days_is_refused() {
        assertThatThrownBy(() -> new BusinessCalendar(EnumSet.allOf(DayOfWeek.class), true, Set.of(), Set.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void counting_ends_on_a_business_day_with_so_many_of_them_on_the_way(
            @ForAll("days") LocalDate day, @ForAll @IntRange(min = 1, max = 60) int n) {
        LocalDate last = FEDERAL.plus(day, n);
        assertThat(FEDERAL.isBusinessDay(last)).isTrue();
        assertThat(day.plusDays(1).datesUntil(last.plusDays(1)).filter(FEDERAL::isBusinessDay))
                .hasSize(n);
    }

    @Property
    void more_days_end_later_and_a_later_beginning_never_ends_earlier(
            @ForAll("days") LocalDate day,
            @ForAll @IntRange(min = 1, max = 60) int n,
            @ForAll @IntRange(max = 30) int later) {
        assertThat(FEDERAL.plus(day, n + 1)).isAfter(FEDERAL.plus(day, n));
        assertThat(FEDERAL.plus(day.plusDays(later), n)).isAfterOrEqualTo(FEDERAL.plus(day, n));
    }

    @Property
    void to_count_in_two_steps_is_to_count_in_one(
            @ForAll("days") LocalDate day,
            @ForAll @IntRange(min = 1, max = 30) int first,
            @ForAll @IntRange(min = 1, max = 30) int second) {
        assertThat(FEDERAL.plus(FEDERAL.plus(day, first), second)).isEqualTo(FEDERAL.plus(day, first + second));
    }

    @Property
    void every_year_has_eleven_holidays_and_none_is_observed_at_a_weekend(
            @ForAll @IntRange(min = 2021, max = 2200) int year) {
        assertThat(FederalHolidays.of(year))
                .hasSize(11)
                .noneMatch(day -> day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY);
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.longs()
                .between(
                        LocalDate.of(2015, 1, 1).toEpochDay(),
                        LocalDate.of(2060, 1, 1).toEpochDay())
                .map(LocalDate::ofEpochDay);
    }
}
