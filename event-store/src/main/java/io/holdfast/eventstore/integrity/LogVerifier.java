package io.holdfast.eventstore.integrity;

import io.holdfast.eventstore.integrity.Verdict.Broken;
import io.holdfast.eventstore.integrity.Verdict.Intact;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Verifies a log in one pass and stops at the first bad block. */
final class LogVerifier {

    private static final long FARTHEST = 1000;

    private final List<CheckpointTrail> trails;
    private final EventRegister register;
    private long number;
    private long events;
    private long maxAt = Long.MIN_VALUE;
    private Hash head = Hash.ZERO;

    LogVerifier(List<CheckpointTrail> trails, EventRegister register) {
        this.trails = trails;
        this.register = register;
    }

    Verdict verify(Iterator<LogBlock> blocks, LongConsumer progress) {
        try {
            while (blocks.hasNext()) {
                Optional<Broken> broken = check(blocks.next(), blocks);
                if (broken.isPresent()) {
                    return broken.get();
                }
                progress.accept(number);
            }
        } catch (UnreadableBlockException e) {
            return new Broken(e.number(), Fault.CHANGED, String.valueOf(e.getMessage()));
        }
        Optional<Broken> missing = trails.stream()
                .flatMap(trail -> trail.atEnd(number - 1).stream())
                .findFirst();
        return missing.<Verdict>map(broken -> broken).orElseGet(this::intact);
    }

    private Intact intact() {
        Checkpoint last = trails.stream()
                .map(CheckpointTrail::passed)
                .filter(Objects::nonNull)
                .max((a, b) -> Long.compare(a.number(), b.number()))
                .orElse(null);
        return new Intact(number, events, head, last, register.overflowed());
    }

    private Optional<Broken> check(LogBlock block, Iterator<LogBlock> rest) {
        if (block.number() != number) {
            return misplaced(block, rest);
        }
        Optional<Broken> broken =
                itself(block, rest).or(() -> link(block)).or(() -> time(block)).or(() -> contents(block));
        if (broken.isPresent()) {
            return broken;
        }
        events += block.events().size();
        head = block.hash();
        number++;
        return trails.stream()
                .flatMap(trail -> trail.at(block.number(), block.hash(), events).stream())
                .findFirst();
    }

    /** The fault of a block whose number is not the expected one. */
    private Optional<Broken> misplaced(LogBlock block, Iterator<LogBlock> rest) {
        if (block.number() < number) {
            return broken(block.number(), Fault.INSERTED, "there are two blocks with this number");
        }
        return missing("block " + block.number() + " stands in its place", rest);
    }

    private Optional<Broken> missing(String instead, Iterator<LogBlock> rest) {
        while (rest.hasNext()) {
            if (isDue(rest.next())) {
                return broken(number, Fault.OUT_OF_ORDER, instead + ", and it comes later");
            }
        }
        return broken(number, Fault.REMOVED, instead);
    }

    private boolean isDue(LogBlock block) {
        return block.header().numbered(number).hash().equals(block.hash());
    }

    private Optional<Broken> itself(LogBlock block, Iterator<LogBlock> rest) {
        if (block.format() != LogHeader.FORMAT) {
            return broken(number, Fault.CHANGED, "it claims to be of format " + block.format());
        }
        if (!block.header().hash().equals(block.hash())) {
            return original(block)
                    .map(original -> moved(original, rest))
                    .orElseGet(() -> broken(number, Fault.CHANGED, "its hash is not the hash of what it says"));
        }
        return block.events().isEmpty() ? broken(number, Fault.CHANGED, "it holds no event") : events(block);
    }

    private Optional<Broken> events(LogBlock block) {
        try {
            return MerkleTree.root(block.leaves()).equals(block.root())
                    ? Optional.empty()
                    : broken(number, Fault.CHANGED, "its events are not those that it was sealed with");
        } catch (IllegalArgumentException e) {
            return broken(number, Fault.CHANGED, String.valueOf(e.getMessage()));
        }
    }

    /**
     * The number that the block's hash was computed with: renumbering blocks to hide a gap does not change the hash.
     */
    private Optional<Long> original(LogBlock block) {
        return LongStream.rangeClosed(1, FARTHEST)
                .boxed()
                .flatMap(distance -> Stream.of(number + distance, number - distance))
                .filter(other -> block.header().numbered(other).hash().equals(block.hash()))
                .findFirst();
    }

    private Optional<Broken> moved(long original, Iterator<LogBlock> rest) {
        return original > number
                ? missing("by its hash, what stands in its place is block " + original, rest)
                : broken(original, Fault.INSERTED, "the block that has this number by its hash stands at " + number);
    }

    private Optional<Broken> link(LogBlock block) {
        if (block.previousHash().equals(head)) {
            return Optional.empty();
        }
        return number == 0
                ? broken(0, Fault.CHANGED, "the first block does not start from zeros")
                : broken(
                        number - 1,
                        Fault.CHANGED,
                        "block " + number + " was built on another block, with the hash " + block.previousHash());
    }

    private Optional<Broken> time(LogBlock block) {
        for (LogEvent event : block.events()) {
            maxAt = Math.max(maxAt, event.at());
        }
        return block.maxAt() == maxAt
                ? Optional.empty()
                : broken(number, Fault.CHANGED, "its latest timestamp should be " + maxAt);
    }

    private Optional<Broken> contents(LogBlock block) {
        for (LogEvent event : block.events()) {
            Optional<EventRegister.Finding> finding = register.add(event);
            if (finding.isPresent()) {
                return finding.flatMap(found -> broken(number, found.fault(), found.detail()));
            }
        }
        return Optional.empty();
    }

    private static Optional<Broken> broken(long block, Fault fault, String detail) {
        return Optional.of(new Broken(block, fault, detail));
    }
}
