package io.holdfast.command.targeting;

import io.holdfast.targeting.DraftId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A draft as the series knows it.
 *
 * @param id which draft
 * @param name what it was called when it was begun
 * @param at when it was begun
 * @param by who began it, if the event says
 */
public record OpenedDraft(
        DraftId id, String name, Instant at, @Nullable String by) {}
