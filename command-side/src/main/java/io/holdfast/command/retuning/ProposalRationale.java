package io.holdfast.command.retuning;

import io.holdfast.targeting.RuleFailures;
import java.util.Locale;

/** The rationale of a retuned draft in words, for the person who approves it. */
final class ProposalRationale {
    private static final int FAILURES_SHOWN = 5;

    private ProposalRationale() {}

    static String of(Retuning asked, Explanation why) {
        var text = new StringBuilder();
        text.append(line(
                "Fitted to %d known outcomes (%d positive, %d of them drawn at random) of %s to %s.",
                why.outcomes(), why.positive(), why.atRandom(), asked.from(), asked.to()));
        text.append(line("Estimated rate of illegal cargo in all traffic: %.1f %%.", why.baseRate() * 100));
        text.append(line(
                "Profiles were chosen on the %d latest outcomes, each judged by tables of earlier days; %.1f %% of them are"
                        + " positive.",
                why.heldBack(), why.precisionAsTheyCame() * 100));
        for (Explanation.Part part : why.profiles()) {
            text.append(line(
                    "- %s: %d cells, weight %.2f; surprise falls from %.4f to %.4f, precision among the best-scored rises to"
                            + " %.1f %%.",
                    String.join(" x ", part.fields()),
                    part.cells(),
                    part.weight(),
                    part.lossBefore(),
                    part.lossAfter(),
                    part.precisionAfter() * 100));
        }
        text.append(line(
                "The threshold %.4f selects %d of the %d latest shipments; %.4f of the rest is drawn at random.",
                why.threshold(), why.selected(), why.traffic(), why.randomShare()));
        for (RuleFailures rule : why.failed().stream().limit(FAILURES_SHOWN).toList()) {
            text.append(line(
                    "- rule %s could not be evaluated for %d of these shipments and counted as not fired: %s",
                    rule.first().ruleId(), rule.declarations(), rule.first().reason()));
        }
        if (why.failed().size() > FAILURES_SHOWN) {
            text.append(line("- so did %d other rules.", why.failed().size() - FAILURES_SHOWN));
        }
        text.append("Rules are those of the active version, scaled with the threshold.");
        return text.toString();
    }

    private static String line(String form, Object... values) {
        return String.format(Locale.ROOT, form, values) + "\n";
    }
}
