package io.holdfast.command.targeting;

import io.holdfast.runtime.log.LogFollower;
import io.holdfast.runtime.log.ParkedItem;
import io.holdfast.runtime.log.ReaderStatus;
import java.util.List;

/** This node's view of the rule sets, as a follower of the event log. It reads them again after a restore of the log. */
final class RuleSetReader implements LogFollower {
    private static final String NAME = "rule-sets";

    private final ActiveRuleSet rules;

    RuleSetReader(ActiveRuleSet rules) {
        this.rules = rules;
    }

    @Override
    public String name() {
        return NAME;
    }

    /** Its position is the number of the last event of the series. */
    @Override
    public ReaderStatus status() {
        List<ParkedItem> parked = rules.parked();
        return new ReaderStatus(
                NAME,
                rules.read() - 1,
                parked.size(),
                parked.isEmpty() ? null : parked.getFirst(),
                rules.failure().orElse(null),
                null);
    }

    @Override
    public List<ParkedItem> parked(int limit) {
        return rules.parked().stream().limit(limit).toList();
    }

    @Override
    public void retry(String by) {
        rules.readAnew();
    }

    @Override
    public void rebuild(String by) {
        rules.readAnew();
    }
}
