package io.holdfast.command.targeting;

import static io.holdfast.command.targeting.RuleSets.one;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.targeting.RuleSet;
import io.holdfast.targeting.RuleSetCommand;
import io.holdfast.targeting.RuleSetCommand.ActivateRuleSet;
import io.holdfast.targeting.RuleSetCommand.PublishRuleSet;
import io.holdfast.targeting.RuleSetEvent.RuleSetActivated;
import io.holdfast.targeting.RuleSetEvent.RuleSetPublished;
import io.holdfast.targeting.RuleSetRef;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PublishingRuleSetsTest {
    private static final Instant NOW = Instant.parse("2026-11-24T16:00:00Z");
    private static final RuleSet MAIL = one("transportMode == 'MAIL'");
    private static final RuleSet AIR = one("transportMode == 'AIR'");

    private FixtureConfiguration<RuleSetAggregate> series;

    @BeforeEach
    void fixture() {
        series = new AggregateTestFixture<>(RuleSetAggregate.class)
                .registerInjectableResource(Clock.fixed(NOW, ZoneOffset.UTC))
                .registerCommandTargetResolver(_ -> new VersionedAggregateIdentifier(RuleSetCommand.SERIES, null));
    }

    @Test
    void the_first_rule_set_is_version_1() {
        series.givenNoPriorActivity()
                .when(new PublishRuleSet(MAIL))
                .expectEvents(published(1, MAIL))
                .expectResultMessagePayload(new Published(ref(1, MAIL), true));
    }

    @Test
    void another_content_is_the_next_version() {
        series.given(published(1, MAIL))
                .when(new PublishRuleSet(AIR))
                .expectEvents(published(2, AIR))
                .expectResultMessagePayload(new Published(ref(2, AIR), true));
    }

    @Test
    void the_content_of_the_latest_version_once_more_changes_nothing() {
        series.given(published(1, AIR), published(2, MAIL))
                .when(new PublishRuleSet(MAIL))
                .expectNoEvents()
                .expectResultMessagePayload(new Published(ref(2, MAIL), false));
    }

    @Test
    void the_content_of_an_earlier_version_is_a_new_version() {
        series.given(published(1, AIR), published(2, MAIL))
                .when(new PublishRuleSet(AIR))
                .expectEvents(published(3, AIR));
    }

    @Test
    void a_default_that_comes_second_changes_nothing() {
        series.given(published(1, AIR))
                .when(new PublishRuleSet(MAIL), Map.of(RuleSetAggregate.ONLY_AS_FIRST, true))
                .expectNoEvents()
                .expectResultMessagePayload(new Published(ref(1, AIR), false));
    }

    @Test
    void a_condition_that_does_not_compile_is_refused_with_rule_and_place() {
        series.given(published(1, MAIL))
                .when(new PublishRuleSet(one("transportMod == 'MAIL'")))
                .expectNoEvents()
                .expectException(BadConditionException.class)
                .expectExceptionMessage(Matchers.allOf(
                        Matchers.containsString("rules.r1.condition"), Matchers.containsString("line 1, column 1")));
    }

    @Test
    void a_condition_that_is_no_boolean_is_refused() {
        series.givenNoPriorActivity()
                .when(new PublishRuleSet(one("netMassKg")))
                .expectNoEvents()
                .expectException(BadConditionException.class);
    }

    @Test
    void a_published_version_can_be_activated() {
        series.given(published(1, MAIL), published(2, AIR))
                .when(new ActivateRuleSet(1, "pilot over"))
                .expectEvents(activated(1, MAIL, "pilot over"))
                .expectResultMessagePayload(ref(1, MAIL));
    }

    @Test
    void the_active_version_once_more_changes_nothing() {
        series.given(published(1, MAIL), activated(1, MAIL, "first"))
                .when(new ActivateRuleSet(1, "again"))
                .expectNoEvents()
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void an_earlier_version_can_be_activated_again() {
        series.given(published(1, MAIL), activated(1, MAIL, "first"), published(2, AIR), activated(2, AIR, "try"))
                .when(new ActivateRuleSet(1, "back"))
                .expectEvents(activated(1, MAIL, "back"));
    }

    @Test
    void a_version_that_was_never_published_cannot_be_activated() {
        series.given(published(1, MAIL))
                .when(new ActivateRuleSet(2, "too early"))
                .expectNoEvents()
                .expectException(NoSuchRuleSetException.class);
    }

    @Test
    void the_shipped_rule_set_can_be_published() {
        series.givenNoPriorActivity()
                .when(new PublishRuleSet(DefaultRuleSet.withSeed(7)))
                .expectSuccessfulHandlerExecution()
                .expectState(aggregate -> assertThat(aggregate).isNotNull());
    }

    private static RuleSetRef ref(int version, RuleSet ruleSet) {
        return new RuleSetRef(version, ContentHash.of(ruleSet));
    }

    private static RuleSetPublished published(int version, RuleSet ruleSet) {
        return new RuleSetPublished(ref(version, ruleSet), ruleSet, NOW);
    }

    private static RuleSetActivated activated(int version, RuleSet ruleSet, String reason) {
        return new RuleSetActivated(ref(version, ruleSet), reason, NOW);
    }
}
