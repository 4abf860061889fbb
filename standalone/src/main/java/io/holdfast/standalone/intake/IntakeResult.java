package io.holdfast.standalone.intake;

import org.jspecify.annotations.Nullable;

/** What the server made of one row: TARGETED, RELEASED or REJECTED, the last with a reason. */
record IntakeResult(
        long line,
        @Nullable String shipmentId,
        String outcome,
        boolean repeated,
        @Nullable String field,
        @Nullable String reason) {}
