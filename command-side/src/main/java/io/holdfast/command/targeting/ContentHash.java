package io.holdfast.command.targeting;

import io.holdfast.targeting.ExamCapacity;
import io.holdfast.targeting.RiskProfile;
import io.holdfast.targeting.Rule;
import io.holdfast.targeting.RuleSet;
import io.holdfast.value.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

/**
 * The digest by which a decision names the rules that made it: SHA-256 over an encoding of its own, so that it depends on
 * no JSON setting and can be recomputed in any language.
 *
 * <p>The encoding is, in this order and with every number big-endian:
 *
 * <ol>
 *   <li>the text {@code holdfast-ruleset/1};
 *   <li>the name of the rule set;
 *   <li>the number of rules (4 bytes) and for each, in order: id, description, condition, weight, instruction;
 *   <li>threshold, random share;
 *   <li>the seed (8 bytes, two's complement).
 * </ol>
 *
 * A rule set with risk profiles or with limits of capacity begins with {@code holdfast-ruleset/2} instead and goes on with:
 *
 * <ol>
 *   <li>the number of profiles and for each, in order: id, description, the number of fields and each, weight, base rate,
 *       smoothing, the day of the fit in ISO 8601, the number of cells and for each, in the order of their values: the values,
 *       examined (4 bytes), positive (4 bytes);
 *   <li>the default capacity per day (4 bytes; -1 for none), the number of ports with their own capacity and for each,
 *       in the order of their codes: port, capacity (4 bytes).
 * </ol>
 *
 * A text is the number of its bytes in UTF-8 (4 bytes) and the bytes; a fractional number is its IEEE 754 binary64 (8
 * bytes), with minus zero written as zero. The lengths make the encoding injective: two different rule sets never have
 * the same bytes.
 */
final class ContentHash {
    private ContentHash() {}

    static Sha256 of(RuleSet ruleSet) {
        return new Sha256(HexFormat.of().formatHex(Digests.sha256(encoded(ruleSet))));
    }

    /** The length of the encoding in bytes: the size of a rule set, whatever the format in which it was sent. */
    static int size(RuleSet ruleSet) {
        try (var out = new DataOutputStream(OutputStream.nullOutputStream())) {
            write(ruleSet, out);
            return out.size();
        } catch (IOException e) {
            throw new UncheckedIOException("nowhere does not fail", e);
        }
    }

    static byte[] encoded(RuleSet ruleSet) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            write(ruleSet, out);
        } catch (IOException e) {
            throw new UncheckedIOException("a byte array does not fail", e);
        }
        return bytes.toByteArray();
    }

    private static void write(RuleSet ruleSet, DataOutputStream out) throws IOException {
        boolean plain = ruleSet.profiles().isEmpty() && ruleSet.capacity().equals(ExamCapacity.UNLIMITED);
        text(out, plain ? "holdfast-ruleset/1" : "holdfast-ruleset/2");
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
        if (!plain) {
            profiles(out, ruleSet.profiles());
            capacity(out, ruleSet.capacity());
        }
    }

    private static void profiles(DataOutputStream out, List<RiskProfile> profiles) throws IOException {
        out.writeInt(profiles.size());
        for (RiskProfile profile : profiles) {
            text(out, profile.id().value());
            text(out, profile.description());
            texts(out, profile.fields());
            number(out, profile.weight());
            number(out, profile.baseRate());
            number(out, profile.smoothing());
            text(out, profile.fittedOn().toString());
            out.writeInt(profile.cells().size());
            for (RiskProfile.Cell cell : profile.cells()) {
                texts(out, cell.values());
                out.writeInt(cell.examined());
                out.writeInt(cell.positive());
            }
        }
    }

    private static void capacity(DataOutputStream out, ExamCapacity capacity) throws IOException {
        Integer general = capacity.perDay();
        out.writeInt(general == null ? -1 : general);
        out.writeInt(capacity.ports().size());
        for (ExamCapacity.PortCapacity port : capacity.ports()) {
            text(out, port.port().value());
            out.writeInt(port.perDay());
        }
    }

    private static void texts(DataOutputStream out, List<String> texts) throws IOException {
        out.writeInt(texts.size());
        for (String text : texts) {
            text(out, text);
        }
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
