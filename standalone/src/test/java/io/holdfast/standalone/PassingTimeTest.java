package io.holdfast.standalone;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;

/**
 * Clocks tell the time of day, which anybody may set back; durations are measured by a ticker. Every class that reads a
 * clock is listed here with the reason why it needs the time of day.
 */
@AnalyzeClasses(packages = "io.holdfast", importOptions = ImportOption.DoNotIncludeTests.class)
class PassingTimeTest {
    /** The classes that create the clocks injected everywhere else. */
    private static final DescribedPredicate<JavaClass> MAKE_CLOCKS = named(
            "io.holdfast.runtime.ops.ClockAutoConfiguration",
            "io.holdfast.eventstore.CheckpointAutoConfiguration",
            "io.holdfast.eventstore.EventStoreAutoConfiguration",
            "io.holdfast.eventstore.LogArchive");

    private static final Map<String, String> READ_CLOCKS = Map.ofEntries(
            Map.entry("io.holdfast.command.automation.ClockScheduler", "which legal clocks are due"),
            Map.entry(
                    "io.holdfast.command.automation.ParkedClocks",
                    "since when a case is parked, and which are due again, whichever node parked them"),
            Map.entry("io.holdfast.command.automation.LegalClocks", "which parked cases an administrator makes due"),
            Map.entry("io.holdfast.command.targeting.SeriesReading", "since when a version is parked"),
            Map.entry("io.holdfast.runtime.security.mongo.MongoSeenCallers", "when somebody was here last"),
            Map.entry("io.holdfast.command.shipment.CommandDecision", "when a decision was made"),
            Map.entry("io.holdfast.command.targeting.DraftAggregate", "when a step of a draft was made"),
            Map.entry("io.holdfast.command.targeting.RuleSetAggregate", "when a version was published or activated"),
            Map.entry(
                    "io.holdfast.command.intake.mongo.MongoIdempotencyStore",
                    "until when an answer is kept; leases are watched besides"),
            Map.entry("io.holdfast.command.shipment.evidence.OrphanedFileSweeper", "which files wait since yesterday"),
            Map.entry("io.holdfast.eventstore.audit.Checkpointer", "when the log was signed"),
            Map.entry("io.holdfast.eventstore.LogArchive", "when an export was made"),
            Map.entry("io.holdfast.projection.evidence.CaseBundle", "when a bundle was made"),
            Map.entry("io.holdfast.projection.reporting.web.ReportDays", "which day and fiscal year it is at a port"),
            Map.entry("io.holdfast.projection.support.FoldingBatch", "when an event was parked"),
            Map.entry(
                    "io.holdfast.projection.support.ProjectionNode",
                    "since when a generation is retired, whichever node retired it"),
            Map.entry("io.holdfast.runtime.security.AccessTokenRules", "whether a token is issued in the future"),
            Map.entry(
                    "io.holdfast.projection.support.ProjectionMonitor",
                    "since when a rebuild runs, which another node may have begun"),
            Map.entry(
                    "io.holdfast.projection.support.mongo.MongoTokens",
                    "when a lease was given; leases are watched besides"),
            Map.entry(
                    "io.holdfast.projection.support.mongo.NodeRegistry",
                    "when a node was seen; leases are watched besides"),
            Map.entry("io.holdfast.projection.workqueue.Filters", "when a filter was saved"),
            Map.entry("io.holdfast.projection.workqueue.QueueQuestions", "which snoozes are over"),
            Map.entry("io.holdfast.projection.workqueue.live.LiveFeed", "which snoozes are over"),
            Map.entry("io.holdfast.projection.workqueue.live.LiveStream", "which snoozes are over"),
            Map.entry(
                    "io.holdfast.runtime.evidence.mongo.Claims",
                    "when somebody last showed that a file is being worked on"),
            Map.entry("io.holdfast.runtime.securitylog.SecurityLogFilter", "when a request was answered"));

    @ArchTest
    static final ArchRule nobody_else_asks_the_machine_for_the_time = noClasses()
            .that(DescribedPredicate.not(MAKE_CLOCKS))
            .should()
            .callMethodWhere(calls("java\\.time\\..*", "now")
                    .or(calls("java\\.time\\.Clock", "system.*|tick.*"))
                    .or(calls("java\\.lang\\.System", "currentTimeMillis")))
            .orShould()
            .callConstructor(java.util.Date.class)
            .because("a time of day comes from the Clock that one is given, and what has passed from a Stopwatch");

    @ArchTest
    static final ArchRule whoever_reads_a_clock_is_listed_with_the_time_of_day_that_it_is_for = noClasses()
            .that(DescribedPredicate.not(listed()))
            .should()
            .callMethodWhere(calls("java\\.time\\.(Clock|InstantSource)", "instant|millis"))
            .because("ages, waits and leases are measured by io.holdfast.runtime.time; a time of day is listed in this"
                    + " test");

    private static DescribedPredicate<JavaCall<?>> calls(String ownerPattern, String namePattern) {
        return target(owner(nameMatching(ownerPattern))).and(target(nameMatching(namePattern)));
    }

    /** The listed classes and their nested classes. */
    private static DescribedPredicate<JavaClass> listed() {
        return DescribedPredicate.describe(
                "are listed", c -> READ_CLOCKS.containsKey(c.getName().replaceFirst("\\$.*", "")));
    }

    private static DescribedPredicate<JavaClass> named(String... names) {
        return DescribedPredicate.describe(
                "make clocks", c -> java.util.Set.of(names).contains(c.getName().replaceFirst("\\$.*", "")));
    }
}
