package io.holdfast.command.shipment.web;

import io.holdfast.value.InvalidValueException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** An action on many cases at once; each is a command that also exists for a single case. */
enum BulkAction {
    CLAIM,
    RETURN("reason"),
    REASSIGN("assignee", "reason"),
    ESCALATE("reason"),
    SNOOZE("until", "reason"),
    TAG("tag");

    private final List<String> fields;

    BulkAction(String... fields) {
        this.fields = List.of(fields);
    }

    /** @throws InvalidValueException for anything but the name of a constant in lower case */
    static BulkAction of(String text) {
        return Arrays.stream(values())
                .filter(action -> action.text().equals(text))
                .findFirst()
                .orElseThrow(() -> new InvalidValueException("action", "must be one of " + all()));
    }

    /** @throws InvalidValueException for a field that is missing, or that this action does not use */
    void check(String field, boolean given) {
        if (given != fields.contains(field)) {
            throw new InvalidValueException(field, given ? "is not for the action " + text() : "is required");
        }
    }

    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static String all() {
        return Arrays.stream(values()).map(BulkAction::text).collect(Collectors.joining(", "));
    }
}
