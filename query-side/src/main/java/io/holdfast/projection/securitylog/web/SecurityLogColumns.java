package io.holdfast.projection.securitylog.web;

import io.holdfast.projection.answer.Table.Column;
import io.holdfast.query.SearchSecurityLog.Entry;
import java.util.List;

/** CSV columns of a security log entry. */
final class SecurityLogColumns {
    static final List<Column<Entry>> ALL = List.of(
            new Column<>("id", Entry::id),
            new Column<>("at", Entry::at),
            new Column<>("actor", Entry::actor),
            new Column<>("roles", entry -> String.join(" ", entry.roles())),
            new Column<>("dutyPort", Entry::dutyPort),
            new Column<>("address", Entry::address),
            new Column<>("method", Entry::method),
            new Column<>("path", Entry::path),
            new Column<>("status", Entry::status),
            new Column<>("problem", Entry::problem),
            new Column<>("correlationId", Entry::correlationId));

    private SecurityLogColumns() {}
}
