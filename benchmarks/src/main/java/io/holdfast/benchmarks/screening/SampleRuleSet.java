package io.holdfast.benchmarks.screening;

import io.holdfast.shipment.declaration.Declaration;
import io.holdfast.shipment.declaration.ProfileField;
import io.holdfast.targeting.ExamCapacity;
import io.holdfast.targeting.RiskProfile;
import io.holdfast.targeting.Rule;
import io.holdfast.targeting.RuleId;
import io.holdfast.targeting.RuleSet;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** A rule set of 100 rules and 5 risk profiles, of the same kinds as the shipped rules. */
final class SampleRuleSet {
    static final int RULES = 100;

    private static final List<String> KINDS = List.of(
            "hs6 in ['%1$d33', '%1$d34', '%1$d36', '%1$d37']",
            "hs6.startsWith('%2$d') && countryOfDeparture != countryOfOrigin",
            "transportMode == 'MAIL' && netMassKg <= %2$d.0 && seller == ''",
            "hasValue && currency == 'USD' && value < %2$d.0 * netMassKg",
            "has(attributes.importType) && attributes.importType == '%2$d' && taxRate >= 8.0",
            "countryOfOrigin in ['CN', 'VN', 'TH'] && countryOfDeparture in ['HK', 'US', 'JP'] && netMassKg > %1$d.0",
            "courier != '' && netMassKg < %2$d.0 && value < 800.0",
            "importer == 'IMP-%1$d' || declarant == 'DECL-%2$d'",
            "taxRate > %2$d.0 && (hs6.startsWith('42') || hs6.startsWith('61') || hs6.startsWith('64'))",
            "description.contains('press %2$d') || description.contains('die %1$d')");

    private static final List<List<String>> PROFILES = List.of(
            List.of("hs6", "countryOfDeparture"),
            List.of("importer"),
            List.of("declarant", "hs4"),
            List.of("seller", "hs2"),
            List.of("countryOfOrigin", "taxRateBand", "netMassBand"));

    private SampleRuleSet() {}

    static RuleSet over(List<Declaration> traffic) {
        List<Rule> rules =
                IntStream.range(0, RULES).mapToObj(SampleRuleSet::rule).toList();
        List<RiskProfile> profiles =
                PROFILES.stream().map(fields -> profile(fields, traffic)).toList();
        return new RuleSet("Benchmark", rules, profiles, new ExamCapacity(20, List.of()), 9, 0.01, 7);
    }

    private static Rule rule(int number) {
        String kind = KINDS.get(number % KINDS.size());
        return new Rule(
                new RuleId("rule-" + number),
                "One of a kind",
                kind.formatted(1000 + 37 * number, 10 + number % 90),
                1 + number % 4,
                "Look");
    }

    private static RiskProfile profile(List<String> fields, List<Declaration> traffic) {
        List<ProfileField> parts = fields.stream().map(ProfileField::named).toList();
        var seen = new LinkedHashSet<List<String>>();
        for (Declaration declaration : traffic) {
            if (seen.size() < RiskProfile.MAX_CELLS / 2) {
                seen.add(parts.stream().map(part -> part.of(declaration)).toList());
            }
        }
        // Every second combination is left out, so that half of the look-ups find nothing in the table.
        List<RiskProfile.Cell> cells = seen.stream()
                .filter(values -> values.hashCode() % 2 == 0)
                .map(values -> new RiskProfile.Cell(values, 20, Math.floorMod(values.hashCode(), 20)))
                .toList();
        return new RiskProfile(
                new RuleId(String.join("-", fields).toLowerCase(Locale.ROOT)),
                "History",
                fields,
                1,
                0.2,
                5,
                LocalDate.of(2026, 1, 1),
                cells);
    }
}
