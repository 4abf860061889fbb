package io.holdfast.benchmarks.screening;

import dev.cel.bundle.Cel;
import dev.cel.bundle.CelFactory;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.CelType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.Program;
import io.holdfast.shipment.declaration.Declaration;
import io.holdfast.targeting.Rule;
import io.holdfast.value.StringValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Evaluates the conditions alone, one after the other over prepared facts: no weights, no profiles, no decision. */
final class BareCel {
    private static final Map<String, CelType> TYPES = Map.ofEntries(
            Map.entry("hs6", SimpleType.STRING),
            Map.entry("transportMode", SimpleType.STRING),
            Map.entry("countryOfDeparture", SimpleType.STRING),
            Map.entry("countryOfOrigin", SimpleType.STRING),
            Map.entry("declarant", SimpleType.STRING),
            Map.entry("importer", SimpleType.STRING),
            Map.entry("seller", SimpleType.STRING),
            Map.entry("courier", SimpleType.STRING),
            Map.entry("currency", SimpleType.STRING),
            Map.entry("description", SimpleType.STRING),
            Map.entry("netMassKg", SimpleType.DOUBLE),
            Map.entry("value", SimpleType.DOUBLE),
            Map.entry("taxRate", SimpleType.DOUBLE),
            Map.entry("hasValue", SimpleType.BOOL),
            Map.entry("attributes", MapType.create(SimpleType.STRING, SimpleType.STRING)));

    private final List<Program> programs = new ArrayList<>();

    BareCel(List<Rule> rules) {
        var builder = CelFactory.plannerCelBuilder()
                .setOptions(CelOptions.current()
                        .enableHeterogeneousNumericComparisons(true)
                        .build())
                .setStandardMacros(CelStandardMacro.HAS);
        TYPES.forEach(builder::addVar);
        Cel cel = builder.build();
        try {
            for (Rule rule : rules) {
                programs.add(cel.createProgram(cel.compile(rule.condition()).getAst()));
            }
        } catch (CelValidationException | CelEvaluationException e) {
            throw new IllegalStateException("The benchmark's own conditions compile", e);
        }
    }

    /** How many conditions hold; one that fails counts as not holding. */
    int holding(Map<String, Object> facts) {
        int holding = 0;
        for (Program program : programs) {
            try {
                holding += Boolean.TRUE.equals(program.eval(facts)) ? 1 : 0;
            } catch (CelEvaluationException _) {
                // A condition that cannot be evaluated does not hold.
            }
        }
        return holding;
    }

    static Map<String, Object> facts(Declaration d) {
        var facts = new HashMap<String, Object>();
        facts.put("hs6", d.hs6().value());
        facts.put("transportMode", d.transportMode().name());
        facts.put("countryOfDeparture", d.countryOfDeparture().value());
        facts.put("countryOfOrigin", d.countryOfOrigin().value());
        facts.put("declarant", d.declarant().value());
        facts.put("importer", text(d.importer()));
        facts.put("seller", text(d.seller()));
        facts.put("courier", text(d.courier()));
        facts.put("currency", "USD");
        facts.put("description", String.valueOf(d.description()));
        var mass = d.netMass();
        facts.put("netMassKg", mass == null ? 0.0 : mass.kilograms().doubleValue());
        var value = d.value();
        facts.put("value", value == null ? 0.0 : value.amount().doubleValue());
        var rate = d.taxRate();
        facts.put("taxRate", rate == null ? 0.0 : rate.doubleValue());
        facts.put("hasValue", value != null);
        facts.put("attributes", d.attributes());
        return facts;
    }

    private static String text(@Nullable StringValue value) {
        return value == null ? "" : value.value();
    }
}
