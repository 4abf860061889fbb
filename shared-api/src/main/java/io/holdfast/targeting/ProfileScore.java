package io.holdfast.targeting;

import io.holdfast.value.Check;
import io.holdfast.value.InvalidValueException;

/**
 * What a risk profile added to a score.
 *
 * @param profile the profile
 * @param contribution the amount added, unrounded; negative where the table lowers the risk
 */
public record ProfileScore(RuleId profile, double contribution) {
    /** @throws InvalidValueException without a profile or with a contribution that is not a number */
    public ProfileScore {
        Check.present(profile, "profile");
        if (!Double.isFinite(contribution)) {
            throw new InvalidValueException("contribution", "must be a number");
        }
    }
}
