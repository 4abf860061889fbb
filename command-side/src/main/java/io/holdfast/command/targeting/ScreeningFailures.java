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
 * Rules that could not be evaluated while shipments were screened: the first failure of each is logged, all are counted. The
 * counter tells the kinds of faults apart and not the rules: they are many, and whoever reads meters need not know them.
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
