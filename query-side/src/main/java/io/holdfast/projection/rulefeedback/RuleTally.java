package io.holdfast.projection.rulefeedback;

import io.holdfast.value.PortCode;
import org.jspecify.annotations.Nullable;

/**
 * What is counted of a rule.
 *
 * @param port at which port; absent for all ports together
 */
public record RuleTally(@Nullable PortCode port, RuleKey rule, Tally tally) {
    String id() {
        return (port == null ? "*" : port.value()) + "|" + rule.version() + "|" + rule.rule();
    }

    RuleTally plus(Tally more) {
        return new RuleTally(port, rule, tally.plus(more));
    }
}
