package io.holdfast.command.targeting.web;

import io.holdfast.command.targeting.RuleSetVersion;
import io.holdfast.targeting.Rule;
import io.holdfast.targeting.RuleId;
import io.holdfast.value.Sha256;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rule sets as answers. The seed is in none of them: who knows it can choose identifiers that are never drawn at random. */
final class RuleSetViews {
    private RuleSetViews() {}

    /** What came of a publication or activation. */
    record Reference(int version, Sha256 contentHash) {}

    /** Versions, the latest first. @param next to ask for with {@code before}; null on the last page */
    record Page(List<Summary> versions, @Nullable Integer next) {}

    /** A version without its rules. */
    record Summary(
            int version,
            Sha256 contentHash,
            String name,
            int rules,
            boolean active,
            Instant publishedAt,
            @Nullable String publishedBy,
            RuleSetVersion.@Nullable Activation activation) {

        static Summary of(RuleSetVersion version) {
            return new Summary(
                    version.ref().version(),
                    version.ref().contentHash(),
                    version.ruleSet().name(),
                    version.ruleSet().rules().size(),
                    version.active(),
                    version.publishedAt(),
                    version.publishedBy(),
                    version.activation());
        }
    }

    /**
     * A version with its rules.
     *
     * @param evaluationFailures how often conditions failed on this node since the version is active; null when it is not
     */
    record Detail(
            Summary summary,
            double threshold,
            double randomShare,
            List<Rule> rules,
            @Nullable Map<RuleId, Long> evaluationFailures) {}
}
