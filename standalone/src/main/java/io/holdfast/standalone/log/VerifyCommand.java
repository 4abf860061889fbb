package io.holdfast.standalone.log;

import com.mongodb.MongoException;
import io.holdfast.eventstore.integrity.BadInputException;
import io.holdfast.eventstore.integrity.ExportFile;
import io.holdfast.eventstore.integrity.LogSource;
import io.holdfast.eventstore.integrity.OneLine;
import io.holdfast.eventstore.integrity.Proof;
import io.holdfast.eventstore.integrity.Verdict;
import io.holdfast.eventstore.integrity.Verification;
import io.holdfast.eventstore.integrity.VerifyingKey;
import io.holdfast.projection.evidence.BundleLayout;
import io.holdfast.standalone.cli.CommandLineException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code holdfast verify}: checks a live log, an export, a proof or a case bundle; exit code 1 when it is not intact. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description =
                "Checks that the event log is what was signed: a live one, an export, the proof of one event, or the bundle of a case. Ends"
                        + " with one line; exit code 0 intact, 1 not intact (the line names the first bad block), 2 bad input."
                        + " What the files are and what is promised: docs/event-log.md.")
public final class VerifyCommand implements Callable<Integer> {
    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            description = "An export, a proof or a case bundle; without it the log in a database is checked.")
    private @Nullable Path file;

    @Mixin
    private LogOptions log = new LogOptions();

    @Option(
            names = "--key",
            paramLabel = "PUB",
            description =
                    "A public key (PEM) that is believed; may be repeated. Without one, checkpoints go unchecked.")
    private List<Path> keys = List.of();

    @Option(
            names = "--checkpoints",
            paramLabel = "FILE",
            description = "The checkpoints that an auditor has kept: they find a log that was cut off with its own.")
    private @Nullable Path kept;

    @Option(
            names = "--aggregates",
            paramLabel = "N",
            description = "How many aggregates' sequence numbers to follow, 48 bytes each (${DEFAULT-VALUE}).")
    private int aggregates = Verification.AGGREGATES;

    @Option(
            names = "--elsewhere",
            paramLabel = "EVENT",
            description =
                    "The number of an event whose file is known to be kept elsewhere, and so need not be in the bundle; may be repeated.")
    private List<Long> elsewhere = List.of();

    @Override
    public Integer call() {
        if (file != null && log.given()) {
            throw new CommandLineException("either a FILE or --data or --uri");
        }
        if (kept != null && keys.isEmpty()) {
            throw new CommandLineException("--checkpoints is of no use without --key");
        }
        try {
            List<VerifyingKey> believed = keys.stream().map(VerifyingKey::read).toList();
            if (file != null && BundleFile.isOne(file)) {
                return verifyBundle(file, believed);
            }
            Proof proof = file == null ? null : Proof.read(file);
            return proof == null ? verify(believed) : verify(proof, believed);
        } catch (BadInputException bad) {
            throw new CommandLineException(String.valueOf(bad.getMessage()));
        } catch (MongoException silent) {
            throw new CommandLineException("the database does not answer: " + silent.getMessage());
        }
    }

    private int verify(List<VerifyingKey> believed) {
        if (file != null) {
            try (var export = ExportFile.open(file)) {
                return verify(export, believed);
            }
        }
        try (var opened = log.open();
                var source = opened.archive().now()) {
            return verify(source, believed);
        }
    }

    private int verify(LogSource source, List<VerifyingKey> believed) {
        Verdict verdict;
        try (var progress =
                new BlockProgress(System.err, "verified", source.header().blocks())) {
            verdict = new Verification(believed, kept, aggregates).of(source, progress);
        }
        System.out.println(OneLine.of(verdict.toString()));
        return switch (verdict) {
            case Verdict.Intact intact -> {
                remark(intact, !believed.isEmpty());
                yield 0;
            }
            case Verdict.Broken _ -> 1;
        };
    }

    private void remark(Verdict.Intact intact, boolean keyed) {
        if (!keyed) {
            System.err.println(
                    "checkpoints were not checked: no --key; a log rewritten as a whole would look the same");
        } else if (intact.checkpoint() == null) {
            System.err.println("no checkpoint covers this log: one rewritten as a whole would look the same");
        }
        if (intact.uncheckedAggregates()) {
            System.err.println("there are more than " + aggregates
                    + " aggregates; sequence numbers of the others were not checked (see --aggregates)");
        }
    }

    private int verifyBundle(Path file, List<VerifyingKey> believed) {
        try (var bundle = BundleFile.open(file)) {
            List<VerifyingKey> keys = believed.isEmpty() ? List.of(enclosedKey(bundle)) : believed;
            var verifier = new BundleVerifier(bundle, keys, Set.copyOf(elsewhere));
            List<String> faults = verifier.faults();
            faults.forEach(fault -> System.out.println("not proved: " + fault));
            if (faults.isEmpty()) {
                System.out.println("proved: " + verifier.summary());
            }
            return faults.isEmpty() ? 0 : 1;
        } catch (BadInputException unusable) {
            throw new CommandLineException(OneLine.of(file + " is not a bundle: " + unusable.getMessage()));
        }
    }

    private static VerifyingKey enclosedKey(BundleFile bundle) {
        byte[] pem = bundle.bytes(BundleLayout.KEY, BundleParts.LONGEST_KEY);
        if (pem == null) {
            throw new CommandLineException("a bundle needs a --key: it is worth what the key is worth");
        }
        System.err.println("checked with the key that is in the bundle: whoever forges the one can put in the other;"
                + " name the key that you trust with --key");
        return VerifyingKey.ofPem(new String(pem, StandardCharsets.US_ASCII), BundleLayout.KEY);
    }

    private static int verify(Proof proof, List<VerifyingKey> believed) {
        if (believed.isEmpty()) {
            throw new CommandLineException("a proof needs a --key: it is worth what the key is worth");
        }
        Optional<String> flaw = proof.flaw(believed);
        if (flaw.isPresent()) {
            System.out.println("not proved: " + flaw.get());
            return 1;
        }
        var event = proof.provedEvent();
        System.out.println(
                OneLine.of("proved: " + event + " is in block " + proof.block() + ", signed by " + proof.checkpoint()));
        System.out.println("identifier " + OneLine.of(event.id()));
        System.out.println(
                "name       " + OneLine.of(event.name() + (event.revision() == null ? "" : " r" + event.revision())));
        System.out.println("at         " + event.time());
        System.out.println("payload    " + event.payload());
        System.out.println("metadata   " + event.metadata());
        return 0;
    }
}
