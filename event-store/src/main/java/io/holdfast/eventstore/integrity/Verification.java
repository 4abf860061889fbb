package io.holdfast.eventstore.integrity;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** Verifies a whole log, in memory that does not grow with it. */
public final class Verification {

    /** How many aggregates are tracked by default: about 100 MB. */
    public static final int AGGREGATES = 2_000_000;

    private static final int IDENTIFIERS = 500_000;

    /** Maximum length of a line in an auditor's file, in bytes. */
    private static final int LONGEST_CHECKPOINT = 1 << 16;

    private final List<VerifyingKey> keys;
    private final @Nullable Path auditFile;
    private final int aggregates;

    /**
     * @param keys the keys that are trusted from the start; without any, checkpoints are not checked
     * @param auditFile checkpoints that an auditor has kept, checked besides the source's own
     * @param aggregates how many aggregates to track at most (48 bytes each); sequence numbers of others go unchecked
     */
    public Verification(List<VerifyingKey> keys, @Nullable Path auditFile, int aggregates) {
        this.keys = List.copyOf(keys);
        this.auditFile = auditFile;
        this.aggregates = aggregates;
    }

    /**
     * Verifies the log.
     *
     * @param progress called with the number of blocks done
     * @throws BadInputException when the source or the auditor's file is damaged
     */
    public Verdict of(LogSource source, LongConsumer progress) {
        ExportHeader header = source.header();
        try (var kept = auditFile == null ? null : new LineFile(auditFile, LONGEST_CHECKPOINT)) {
            List<CheckpointTrail> trails = new ArrayList<>();
            var same = new SameCheckpoints(header.at());
            if (!keys.isEmpty()) {
                trails.add(new CheckpointTrail(
                        kept == null ? source.checkpoints() : same.stored(source.checkpoints()), keys, Instant.MAX));
            }
            if (!keys.isEmpty() && kept != null) {
                trails.add(new CheckpointTrail(same.kept(kept.iterator(Checkpoint.class)), keys, header.at()));
            }
            Verdict verdict = new LogVerifier(trails, new EventRegister(aggregates, IDENTIFIERS))
                    .verify(source.blocks(), progress);
            return verdict instanceof Verdict.Intact intact
                    ? same.difference().<Verdict>map(broken -> broken).orElseGet(() -> complete(intact, header, trails))
                    : verdict;
        }
    }

    private static Verdict complete(Verdict.Intact intact, ExportHeader header, List<CheckpointTrail> trails) {
        if (intact.blocks() < header.blocks()) {
            return new Verdict.Broken(
                    intact.blocks(),
                    Fault.CUT_OFF,
                    "there are " + intact.blocks() + " of " + header.blocks() + " blocks");
        }
        if (!trails.isEmpty() && trails.getFirst().count() < header.checkpoints()) {
            throw new BadInputException("the export is incomplete: it has "
                    + trails.getFirst().count() + " of " + header.checkpoints() + " checkpoints");
        }
        return intact;
    }
}
