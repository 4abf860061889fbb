package io.holdfast.standalone.intake;

import org.jspecify.annotations.Nullable;

/** The server's result for one row: TARGETED, RELEASED or REJECTED, the last with a reason. */
record IntakeResult(
        long line,
        @Nullable String shipmentId,
        String outcome,
        boolean repeated,
        @Nullable String field,
        @Nullable String reason) {}
