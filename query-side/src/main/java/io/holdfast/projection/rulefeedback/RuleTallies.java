package io.holdfast.projection.rulefeedback;

import io.holdfast.actor.PortScope;
import io.holdfast.targeting.RuleSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the projection counted, for those who answer questions. */
public interface RuleTallies {
    /**
     * The tallies in scope: one for each rule and port, or one for each rule when the scope is all ports.
     *
     * @param version of this version only, if given
     * @param rule of this rule only, if given
     */
    List<RuleTally> tallies(PortScope scope, @Nullable Integer version, @Nullable String rule);

    /** The rule sets that were published, by version; that of one version, if given. */
    Map<Integer, RuleSet> ruleSets(@Nullable Integer version);
}
