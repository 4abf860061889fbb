package io.holdfast.command.targeting.web;

import io.holdfast.targeting.ExamCapacity;
import io.holdfast.targeting.RiskProfile;
import io.holdfast.targeting.Rule;
import io.holdfast.targeting.RuleSet;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The content of a rule set that an analyst drafts or publishes.
 *
 * @param profiles risk profiles; allowed in drafts only
 * @param capacity what each port can examine
 * @param seed of the random share; when null the seed of the latest version is kept, so that nobody needs to know it
 */
@Schema(example = """
                {"name": "Pilot", "threshold": 9, "randomShare": 0.01, "rules": [{"id": "precursors", \
                "description": "ANPP or NPP, whoever sends it", "condition": "hs6 in [\\"293336\\", \\"293337\\"]", \
                "weight": 20, "instruction": "Field test every container"}]}""")
record RuleSetContent(
        String name,
        List<Rule> rules,
        @Nullable List<RiskProfile> profiles,
        @Nullable ExamCapacity capacity,
        double threshold,
        double randomShare,
        @Nullable Long seed) {

    /** @throws io.holdfast.value.InvalidValueException for values that a rule set refuses */
    RuleSet withSeed(long otherwise) {
        return new RuleSet(
                name,
                rules,
                profiles == null ? List.of() : profiles,
                capacity == null ? ExamCapacity.UNLIMITED : capacity,
                threshold,
                randomShare,
                seed == null ? otherwise : seed);
    }
}
