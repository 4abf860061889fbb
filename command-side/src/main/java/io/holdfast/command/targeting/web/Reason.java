package io.holdfast.command.targeting.web;

import io.holdfast.value.Check;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A request body with the reason for an action. */
@Schema(example = "{\"reason\": \"Pilot at the air ports\"}")
record Reason(@Nullable String reason) {
    /** @throws io.holdfast.value.InvalidValueException when it is missing */
    String text() {
        return Check.present(reason, "reason");
    }
}
