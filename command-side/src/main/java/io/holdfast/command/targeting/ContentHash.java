package io.holdfast.command.targeting;

import io.holdfast.targeting.Rule;
import io.holdfast.targeting.RuleSet;
import io.holdfast.value.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * The digest by which a decision names the rules that made it: SHA-256 over an encoding of its own, so that it depends on
 * no JSON setting and can be computed anew in any language.
 *
 * <p>The encoding is, one after the other and every number big-endian:
 *
 * <ol>
 *   <li>the text {@code holdfast-ruleset/1};
 *   <li>the name of the rule set;
 *   <li>the number of rules (4 bytes) and for each, in order: id, description, condition, weight, instruction;
 *   <li>threshold, random share;
 *   <li>the seed (8 bytes, two's complement).
 * </ol>
 *
 * A text is the number of its bytes in UTF-8 (4 bytes) and the bytes; a fractional number is its IEEE 754 binary64 (8
 * bytes), where minus zero is written as zero. The lengths make the encoding injective: two different rule sets never have
 * the same bytes.
 */
final class ContentHash {
    private ContentHash() {}

    static Sha256 of(RuleSet ruleSet) {
        return new Sha256(HexFormat.of().formatHex(Digests.sha256(encoded(ruleSet))));
    }

    static byte[] encoded(RuleSet ruleSet) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            text(out, "holdfast-ruleset/1");
            text(out, ruleSet.name());
            out.writeInt(ruleSet.rules().size());
            for (Rule rule : ruleSet.rules()) {
                text(out, rule.id().value());
                text(out, rule.description());
                text(out, rule.condition());
                number(out, rule.weight());
                text(out, rule.instruction());
            }
            number(out, ruleSet.threshold());
            number(out, ruleSet.randomShare());
            out.writeLong(ruleSet.seed());
        } catch (IOException e) {
            throw new UncheckedIOException("a byte array does not fail", e);
        }
        return bytes.toByteArray();
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(utf8.length);
        out.write(utf8);
    }

    private static void number(DataOutputStream out, double number) throws IOException {
        out.writeDouble(number + 0.0); // -0.0 + 0.0 is 0.0
    }
}
