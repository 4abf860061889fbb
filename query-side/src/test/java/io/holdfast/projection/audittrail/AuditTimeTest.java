package io.holdfast.projection.audittrail;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.query.AuditEntry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

class AuditTimeTest {
    @Property
    @Label("keys sort as moment and then position do")
    void keysSort(
            @ForAll @LongRange(min = 0, max = 4_000_000_000_000L) long millis,
            @ForAll @LongRange(min = -5, max = 5) long more,
            @ForAll @LongRange(min = 0) long one,
            @ForAll @LongRange(min = 0) long other) {
        Instant first = Instant.ofEpochMilli(millis + 5);
        Instant second = first.plusMillis(more);
        int expected = first.equals(second) ? Long.compare(one, other) : first.compareTo(second);
        int actual = AuditTime.key(entry(first, one)).compareTo(AuditTime.key(entry(second, other)));
        assertThat(Integer.signum(actual)).isEqualTo(Integer.signum(expected));
        assertThat(AuditTime.isKey(AuditTime.key(entry(first, one)))).isTrue();
    }

    @Property
    @Label("a moment alone is before each key of it and after each key of an earlier moment")
    void momentsBound(
            @ForAll @LongRange(min = 1, max = 4_000_000_000_000L) long millis,
            @ForAll @LongRange(min = 0) long position) {
        Instant moment = Instant.ofEpochMilli(millis);
        assertThat(AuditTime.at(moment)).isLessThan(AuditTime.key(entry(moment, position)));
        assertThat(AuditTime.at(moment)).isGreaterThan(AuditTime.key(entry(moment.minusNanos(1), position)));
    }

    static AuditEntry entry(Instant at, long position) {
        return new AuditEntry(
                position, null, null, 1, "a", "1", at, null, List.of(), null, null, null, List.of(), null, Map.of(),
                Map.of(), null, null, "e");
    }
}
