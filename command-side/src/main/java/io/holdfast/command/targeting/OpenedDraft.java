package io.holdfast.command.targeting;

import io.holdfast.targeting.DraftId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A draft as the series of rule sets knows it.
 *
 * @param id the draft
 * @param name its name when it was created
 * @param at when it was created
 * @param by who created it, if the event says
 */
public record OpenedDraft(
        DraftId id, String name, Instant at, @Nullable String by) {}
