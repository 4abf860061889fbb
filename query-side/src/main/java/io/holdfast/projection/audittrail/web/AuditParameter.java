package io.holdfast.projection.audittrail.web;

import io.holdfast.actor.Actor;
import io.holdfast.actor.Permission;
import io.holdfast.projection.answer.BadParameterException;
import io.holdfast.projection.answer.Parameter;
import io.holdfast.projection.audittrail.AuditTime;
import io.holdfast.runtime.json.EventName;
import io.holdfast.runtime.json.EventNames;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Parses parameters of audit trail queries; an invalid one causes a {@link BadParameterException}. */
final class AuditParameter {
    static final int MAX_LIMIT = 500;
    private static final int DEFAULT_LIMIT = 100;
    private static final Set<String> ACTIONS =
            EventNames.all().stream().map(EventName::name).collect(Collectors.toUnmodifiableSet());

    private AuditParameter() {}

    static boolean seesLogic(Actor actor) {
        return actor.may(Permission.SEE_RULE_LOGIC);
    }

    static int limit(@Nullable String limit) {
        return Parameter.number("limit", limit, 1, MAX_LIMIT, DEFAULT_LIMIT);
    }

    static @Nullable Long position(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        if (!cursor.matches("\\d{1,18}")) {
            throw notACursor();
        }
        return Long.valueOf(cursor);
    }

    static @Nullable String time(@Nullable String cursor) {
        if (cursor != null && !AuditTime.isKey(cursor)) {
            throw notACursor();
        }
        return cursor;
    }

    private static BadParameterException notACursor() {
        return new BadParameterException("cursor", "must be the next of an answer here");
    }

    static @Nullable String action(@Nullable String action) {
        if (action != null && !ACTIONS.contains(action)) {
            throw new BadParameterException("action", "must be one of " + new TreeSet<>(ACTIONS));
        }
        return action;
    }

    static @Nullable String correlation(@Nullable String id) {
        if (id != null && (id.isBlank() || id.length() > 128)) {
            throw new BadParameterException("correlation", "must have 1 to 128 characters");
        }
        return id;
    }
}
