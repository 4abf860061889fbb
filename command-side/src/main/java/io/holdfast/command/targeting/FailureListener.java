package io.holdfast.command.targeting;

import dev.cel.common.CelErrorCode;
import io.holdfast.targeting.FailedRule;
import io.holdfast.targeting.RuleSetRef;

/** Is notified of each condition that could not be evaluated. */
@FunctionalInterface
interface FailureListener {
    /** Does nothing: the decision names the failed rule anyway. */
    FailureListener NONE = (_, _, _, _) -> {};

    /** @param first whether it is the first failure of the rule since the rule set was loaded */
    void failed(RuleSetRef ruleSet, FailedRule rule, CelErrorCode code, boolean first);
}
