package io.holdfast.command.targeting;

import static io.holdfast.command.targeting.RuleSets.rule;
import static io.holdfast.command.targeting.SampleDeclarations.tea;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.holdfast.shipment.declaration.Declaration;
import io.holdfast.targeting.ExamCapacity;
import io.holdfast.targeting.ProfileScore;
import io.holdfast.targeting.RiskProfile;
import io.holdfast.targeting.RiskProfile.Cell;
import io.holdfast.targeting.Rule;
import io.holdfast.targeting.RuleId;
import io.holdfast.targeting.RuleSet;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RiskProfileLawTest {
    private static final List<String> GOODS = List.of("090240", "293333", "847989", "611020");
    private static final List<String> COUNTRIES = List.of("CN", "JP", "US");

    @Property(tries = 300)
    void the_score_is_the_sum_that_a_person_works_out_from_the_tables(
            @ForAll("profiles") RiskProfile one,
            @ForAll("profiles") RiskProfile other,
            @ForAll("goods") String hs6,
            @ForAll("countries") String from) {
        Declaration declaration = tea().hs6(hs6).route("KR", from).build();
        Rule heavy = rule("heavy", "netMassKg > 1000.0", 2.5);
        var rules = set(List.of(named(one, "a"), named(other, "b")), heavy);

        var screening = RuleSetScreeners.of(rules).screen(declaration).screening();

        BigDecimal byHand =
                new BigDecimal("2.5").add(BigDecimal.valueOf(byHand(one, hs6, from) + byHand(other, hs6, from)));
        assertThat(screening.score())
                .isEqualTo(byHand.setScale(4, RoundingMode.HALF_EVEN).doubleValue());
        assertThat(screening.profiles().stream()
                        .mapToDouble(ProfileScore::contribution)
                        .sum())
                .isCloseTo(byHand(one, hs6, from) + byHand(other, hs6, from), within(1e-9));
    }

    @Property(tries = 100)
    void a_combination_that_the_table_has_never_seen_adds_nothing(@ForAll("profiles") RiskProfile profile) {
        var screening = RuleSetScreeners.of(set(List.of(profile)))
                .screen(tea().hs6("010121").build())
                .screening();

        assertThat(screening.score()).isZero();
        assertThat(screening.profiles()).isEmpty();
    }

    @Property(tries = 200)
    void the_order_in_which_cells_are_given_does_not_matter_and_their_counts_do(
            @ForAll("profiles") RiskProfile profile, @ForAll Random random) {
        var shuffled = new ArrayList<>(profile.cells());
        Collections.shuffle(shuffled, random);
        var again = with(profile, shuffled);

        assertThat(again).isEqualTo(profile);
        assertThat(ContentHash.of(set(List.of(again)))).isEqualTo(ContentHash.of(set(List.of(profile))));

        Cell first = profile.cells().getFirst();
        shuffled.remove(first);
        shuffled.add(new Cell(first.values(), first.examined() + 1, first.positive()));
        assertThat(ContentHash.of(set(List.of(with(profile, shuffled)))))
                .isNotEqualTo(ContentHash.of(set(List.of(profile))));
    }

    @Property(tries = 200)
    void more_hits_among_as_many_examinations_never_lower_the_score(
            @ForAll("profiles") RiskProfile profile, @ForAll("goods") String hs6, @ForAll("countries") String from) {
        List<Cell> worse = profile.cells().stream()
                .map(cell -> new Cell(cell.values(), cell.examined(), cell.examined()))
                .toList();
        Declaration declaration = tea().hs6(hs6).route("KR", from).build();

        assertThat(score(with(profile, worse), declaration)).isGreaterThanOrEqualTo(score(profile, declaration));
    }

    /** The textbook formula: the smoothed rate in logits, minus the base rate in logits. */
    private static double byHand(RiskProfile profile, String hs6, String from) {
        for (Cell cell : profile.cells()) {
            if (cell.values().equals(List.of(hs6, from))) {
                double rate = (cell.positive() + profile.smoothing() * profile.baseRate())
                        / (cell.examined() + profile.smoothing());
                double base = profile.baseRate();
                return profile.weight() * (Math.log(rate / (1 - rate)) - Math.log(base / (1 - base)));
            }
        }
        return 0;
    }

    private static double score(RiskProfile profile, Declaration declaration) {
        return RuleSetScreeners.of(set(List.of(profile)))
                .screen(declaration)
                .screening()
                .score();
    }

    private static RuleSet set(List<RiskProfile> profiles, Rule... rules) {
        return new RuleSet("Law", List.of(rules), profiles, ExamCapacity.UNLIMITED, 1, 0, 7);
    }

    private static RiskProfile named(RiskProfile p, String id) {
        return new RiskProfile(
                new RuleId(id),
                p.description(),
                p.fields(),
                p.weight(),
                p.baseRate(),
                p.smoothing(),
                p.fittedOn(),
                p.cells());
    }

    private static RiskProfile with(RiskProfile p, List<Cell> cells) {
        return new RiskProfile(
                p.id(), p.description(), p.fields(), p.weight(), p.baseRate(), p.smoothing(), p.fittedOn(), cells);
    }

    @Provide
    Arbitrary<String> goods() {
        return Arbitraries.of(GOODS);
    }

    @Provide
    Arbitrary<String> countries() {
        return Arbitraries.of(COUNTRIES);
    }

    @Provide
    Arbitrary<RiskProfile> profiles() {
        Arbitrary<Cell> cells = Combinators.combine(
                        Arbitraries.of(GOODS),
                        Arbitraries.of(COUNTRIES),
                        Arbitraries.integers().between(0, 500),
                        Arbitraries.integers().between(0, 500))
                .as((hs6, from, a, b) -> new Cell(List.of(hs6, from), Math.max(a, b), Math.min(a, b)));
        return Combinators.combine(
                        cells.list().ofMinSize(1).ofMaxSize(8).uniqueElements(Cell::values),
                        Arbitraries.doubles().between(0.01, 5).ofScale(3),
                        Arbitraries.doubles().between(0.01, 0.99).ofScale(3),
                        Arbitraries.doubles().between(0.1, 50).ofScale(2))
                .as((table, weight, rate, smoothing) -> new RiskProfile(
                        new RuleId("goods-by-route"),
                        "Hit rates of goods by country of departure",
                        List.of("hs6", "countryOfDeparture"),
                        weight,
                        rate,
                        smoothing,
                        LocalDate.of(2026, 3, 1),
                        table));
    }
}
