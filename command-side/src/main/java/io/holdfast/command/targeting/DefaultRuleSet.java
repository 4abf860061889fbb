package io.holdfast.command.targeting;

import io.holdfast.targeting.Rule;
import io.holdfast.targeting.RuleId;
import io.holdfast.targeting.RuleSet;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The rule set shipped with the product: plain rules, each explained in docs/targeting.md. */
final class DefaultRuleSet {
    static final String RESOURCE = "/targeting/default-rules.json";

    private DefaultRuleSet() {}

    private record Content(String name, double threshold, double randomShare, List<Entry> rules) {}

    private record Entry(String id, String description, String condition, double weight, String instruction) {
        Rule rule() {
            return new Rule(new RuleId(id), description, condition, weight, instruction);
        }
    }

    /** @param seed of the random share; keep it secret: declarants who know it can choose ids that are never drawn */
    static RuleSet withSeed(long seed) {
        Content content = read();
        return new RuleSet(
                content.name(),
                content.rules().stream().map(Entry::rule).toList(),
                content.threshold(),
                content.randomShare(),
                seed);
    }

    private static Content read() {
        try (InputStream in = DefaultRuleSet.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is missing from the jar");
            }
            return JsonMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build()
                    .readValue(in, Content.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
