package io.holdfast.command.targeting;

import dev.cel.common.CelErrorCode;
import io.holdfast.targeting.FailedRule;
import io.holdfast.targeting.RuleSetRef;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs and counts rules that could not be evaluated during screening: the first failure of each rule is logged, all are
 * counted. The counter is tagged by kind of fault, not by rule: there are many rules, and readers of the metrics need
 * not know them.
 */
final class ScreeningFailures implements FailureListener, MeterBinder {
    private static final Logger LOG = LoggerFactory.getLogger(ScreeningFailures.class);

    private final Map<CelErrorCode, LongAdder> counts = new EnumMap<>(CelErrorCode.class);

    ScreeningFailures() {
        for (CelErrorCode code : CelErrorCode.values()) {
            counts.put(code, new LongAdder());
        }
    }

    @Override
    public void failed(RuleSetRef ruleSet, FailedRule rule, CelErrorCode code, boolean first) {
        LongAdder count = counts.get(code);
        if (count != null) {
            count.increment();
        }
        if (first) {
            LOG.warn(
                    "Rule {} of rule set {} could not be evaluated and counts as not fired (said once): {}{}",
                    rule.ruleId(),
                    ruleSet.version(),
                    rule.place() == null ? "" : rule.place().words() + ": ",
                    rule.reason());
        }
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        counts.forEach(
                (code, count) -> FunctionCounter.builder("holdfast.screening.rule.failures", count, LongAdder::sum)
                        .description("Conditions of rules that could not be evaluated for a declaration")
                        .tag("reason", code.name().toLowerCase(Locale.ROOT))
                        .register(registry));
    }
}
