package io.holdfast.command.targeting.web;

import io.holdfast.command.targeting.DraftFile;
import io.holdfast.command.targeting.DraftStage;
import io.holdfast.command.targeting.RuleSetVersion;
import io.holdfast.targeting.DraftId;
import io.holdfast.targeting.ExamCapacity;
import io.holdfast.targeting.RiskProfile;
import io.holdfast.targeting.Rule;
import io.holdfast.targeting.RuleId;
import io.holdfast.targeting.RuleSet;
import io.holdfast.value.Sha256;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Rule sets as HTTP responses. None of them contains the seed: whoever knows it can choose ids that are never drawn at
 * random.
 */
final class RuleSetViews {
    private RuleSetViews() {}

    /** The result of a publication or activation. */
    record Reference(int version, Sha256 contentHash) {}

    /** Versions, latest first. @param next the value for {@code before} on the next page; null on the last page */
    record Page(List<Summary> versions, @Nullable Integer next) {}

    /** A version without its rules. */
    record Summary(
            int version,
            Sha256 contentHash,
            String name,
            int rules,
            int profiles,
            boolean active,
            Instant publishedAt,
            @Nullable String publishedBy,
            @Nullable DraftId draft,
            RuleSetVersion.@Nullable Activation activation,
            RuleSetVersion.@Nullable Activation retired) {

        static Summary of(RuleSetVersion version) {
            return new Summary(
                    version.ref().version(),
                    version.ref().contentHash(),
                    version.name(),
                    version.rules(),
                    version.profiles(),
                    version.active(),
                    version.publishedAt(),
                    version.publishedBy(),
                    version.draft(),
                    version.activation(),
                    version.retired());
        }
    }

    /**
     * A version with its rules.
     *
     * @param evaluationFailures failed evaluations on this node since the rule set was loaded; null when the version is
     *     not active
     */
    record Detail(
            Summary summary,
            double threshold,
            double randomShare,
            List<Rule> rules,
            List<RiskProfile> profiles,
            ExamCapacity capacity,
            @Nullable Map<RuleId, Long> evaluationFailures) {}

    /**
     * Drafts, latest first.
     *
     * @param unreadable the drafts of this page with an event that cannot be read
     * @param next the value for {@code before} on the next page; null on the last page
     */
    record Drafts(
            List<DraftSummary> drafts,
            List<UnreadableDraft> unreadable,
            @Nullable Integer next) {}

    /** A draft with an event that cannot be read. @param version of the event, its number within the draft from 1 */
    record UnreadableDraft(DraftId draft, String name, long version, String event) {}

    /** A draft without its rules. @param version the version that it became; null until then */
    record DraftSummary(
            DraftId draft,
            DraftStage stage,
            Sha256 contentHash,
            String name,
            int rules,
            int profiles,
            boolean simulated,
            DraftFile.Step begun,
            DraftFile.Step latest,
            @Nullable Integer version) {

        static DraftSummary of(DraftFile file, @Nullable Integer version) {
            return new DraftSummary(
                    file.id(),
                    file.life().stage(),
                    file.life().content(),
                    file.name(),
                    file.rules(),
                    file.profiles(),
                    file.simulation() != null,
                    file.steps().getFirst(),
                    file.steps().getLast(),
                    version);
        }
    }

    /**
     * A draft with its rules.
     *
     * @param basis the grounds on which it was drafted
     * @param allowed names of the commands that its stage allows
     * @param steps what happened to it, in order
     * @param simulation the result of the latest simulation of this content; null when there is none
     */
    record DraftDetail(
            DraftSummary summary,
            String basis,
            List<String> allowed,
            double threshold,
            double randomShare,
            List<Rule> rules,
            List<RiskProfile> profiles,
            ExamCapacity capacity,
            List<DraftFile.Step> steps,
            DraftFile.@Nullable Simulated simulation) {

        static DraftDetail of(DraftFile file, RuleSet content, @Nullable Integer version) {
            return new DraftDetail(
                    DraftSummary.of(file, version),
                    file.basis(),
                    file.life().allowed(),
                    content.threshold(),
                    content.randomShare(),
                    content.rules(),
                    content.profiles(),
                    content.capacity(),
                    file.steps(),
                    file.simulation());
        }
    }
}
