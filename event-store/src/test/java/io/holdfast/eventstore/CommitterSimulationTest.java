package io.holdfast.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Several committers on one simulated log whose network loses requests, loses replies and delivers late, and whose majority
 * lags behind and takes back what it has not seen. Everything follows from the seed. Whatever happens, the log is dense, holds
 * nothing twice, and holds exactly what its writers were told; who was refused had lost against another. The same checks
 * find each of five planted bugs.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CommitterSimulationTest {

    private static final int NODES = 3;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7})
    void writers_are_told_the_truth_whatever_the_network_does(int hundred) {
        for (int seed = hundred * 100; seed < hundred * 100 + 100; seed++) {
            new Run(seed, Bug.NONE).play();
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void a_planted_bug_is_found(Bug bug) {
        int found = 0;
        for (int seed = 0; seed < 200; seed++) {
            found += finds(bug, seed) ? 1 : 0;
        }
        assertThat(found).as("seeds of 200 that find %s", bug).isPositive();
    }

    private static boolean finds(Bug bug, int seed) {
        try {
            new Run(seed, bug).play();
            return false;
        } catch (AssertionError _) {
            return true;
        }
    }

    /** What a careless hand might do to the protocol, or to the layer below it. */
    private enum Bug {
        NONE,
        REBUILDS_ON_AN_UNCOMMITTED_HEAD,
        RETRIES_WITH_A_NEW_ID,
        TAKES_ABSENT_FOR_FAILED,
        FAILS_THE_NEIGHBOURS_OF_A_CONFLICT,
        ACKNOWLEDGES_BEFORE_THE_MAJORITY
    }

    /** The protocol with one of the bugs. */
    private static final class Buggy extends CommitterProtocol {
        private final Bug bug;

        Buggy(Bug bug, Random random) {
            super(
                    new BlockLimits(4, 1 << 20, 4096, 1 << 20),
                    (cause, event) -> new ConcurrencyException(event.key, cause),
                    random,
                    new Listener() {
                        @Override
                        public void onStored(Draft draft) {}

                        @Override
                        public void onConflict() {}

                        @Override
                        public void onRaceLost() {}
                    });
            this.bug = bug;
        }

        @Override
        Step resend(Draft draft) {
            Step step = super.resend(draft);
            return bug == Bug.RETRIES_WITH_A_NEW_ID && step instanceof Step.Pause
                    ? pauseThen(new Step.Insert(new Draft(draft.previous, draft.commits, uuid())))
                    : step;
        }

        @Override
        Step onConflicts(Draft draft, Outcome outcome) {
            if (bug == Bug.TAKES_ABSENT_FOR_FAILED
                    && outcome instanceof Outcome.ConflictsFound found
                    && found.keys().isEmpty()
                    && found.ids().isEmpty()) {
                draft.commits.forEach(commit -> reject(commit, commit.events.getFirst()));
                dead(draft);
                return new Step.FindHead(draft.previous.number());
            }
            return super.onConflicts(draft, outcome);
        }

        @Override
        void rejectIfHit(Commit commit, Outcome.ConflictsFound found) {
            if (bug == Bug.FAILS_THE_NEIGHBOURS_OF_A_CONFLICT) {
                reject(commit, commit.events.getFirst());
            } else {
                super.rejectIfHit(commit, found);
            }
        }
    }

    private static final class Run {
        private final Random random;
        private final int seed;
        private final Bug bug;
        private final Map<Long, Draft> log = new HashMap<>();
        private final Set<String> names = new HashSet<>();
        private final List<Draft> late = new ArrayList<>();
        private final List<Node> nodes = new ArrayList<>();
        private final double faults;
        private final int lag;
        private long majority = -1;

        Run(int seed, Bug bug) {
            this.seed = seed;
            this.bug = bug;
            this.random = new Random(seed);
            this.faults = random.nextInt(3) * 0.25;
            this.lag = random.nextBoolean() ? 4 : 40;
            for (int i = 0; i < NODES; i++) {
                nodes.add(new Node(i));
            }
        }

        void play() {
            for (int turn = 0; turn < 400; turn++) {
                Node node = nodes.get(random.nextInt(NODES));
                switch (random.nextInt(6)) {
                    case 0, 1 -> node.offer();
                    case 2 -> deliverLate();
                    default -> node.step(true);
                }
                if (random.nextInt(lag) == 0) {
                    majority = log.size() - 1L;
                }
                if (random.nextInt(50) == 0) {
                    rollBack();
                }
            }
            settle();
            check();
        }

        private void settle() {
            for (int turn = 0; turn < 5000; turn++) {
                majority = log.size() - 1L;
                nodes.get(turn % NODES).step(false);
                deliverLate();
            }
            assertThat(late).isEmpty();
            nodes.forEach(
                    node -> assertThat(node.protocol.next()).as("seed %d", seed).isInstanceOf(Step.Idle.class));
        }

        /** A new primary has what the majority has, and nothing more. */
        private void rollBack() {
            for (long number = log.size() - 1L; number > majority; number--) {
                Draft lost = log.remove(number);
                names.removeAll(lost.keys());
                names.removeAll(lost.ids());
            }
        }

        private void deliverLate() {
            if (!late.isEmpty()) {
                apply(late.remove(random.nextInt(late.size())));
            }
        }

        private boolean apply(Draft draft) {
            if (log.containsKey(draft.header.number())) {
                return false;
            }
            List<EncodedEvent> events = draft.events();
            if (events.stream().anyMatch(event -> names.contains(event.key) || names.contains(event.stored.id()))) {
                return false;
            }
            assertThat(draft.header.number()).as("seed %d: dense", seed).isEqualTo(log.size());
            events.forEach(event -> {
                assertThat(names.add(event.key)).isTrue();
                names.add(event.stored.id());
            });
            log.put(draft.header.number(), draft);
            return true;
        }

        private void check() {
            for (long number = 1; number < log.size(); number++) {
                assertThat(log.get(number).previous.uuid())
                        .as("seed %d: chain at %d", seed, number)
                        .isEqualTo(log.get(number - 1).header.uuid());
            }
            Map<String, Long> positions = new HashMap<>();
            for (Draft block : log.values()) {
                for (int i = 0; i < block.events().size(); i++) {
                    positions.put(block.events().get(i).stored.id(), LogPosition.of(block.header.number(), i));
                }
            }
            for (Node node : nodes) {
                node.check(positions);
            }
        }

        private final class Node {
            private final int number;
            private final CommitterProtocol protocol;
            private final List<Commit> commits = new ArrayList<>();
            private final List<Commit> gaveUpUnsent = new ArrayList<>();
            private final List<Commit> gaveUpUnsure = new ArrayList<>();

            Node(int number) {
                this.number = number;
                this.protocol = new Buggy(bug, new Random(seed * 31L + number));
            }

            void offer() {
                String aggregate = "agg-" + random.nextInt(6);
                long sequence = random.nextInt(8);
                var commit = new Commit(List.of(
                        new EncodedEvent(Events.event(aggregate, sequence), Serializers.TEXT),
                        new EncodedEvent(Events.event("own-" + seed + number + commits.size(), 0), Serializers.TEXT)));
                commits.add(commit);
                protocol.offer(commit);
                if (random.nextInt(12) == 0) {
                    giveUp(commits.get(random.nextInt(commits.size())));
                }
            }

            private void giveUp(Commit commit) {
                if (commit.isWaitedFor()) {
                    try {
                        commit.await(java.time.Duration.ZERO);
                    } catch (NotStoredException e) {
                        gaveUpUnsent.add(commit);
                    } catch (OutcomeUnknownException e) {
                        gaveUpUnsure.add(commit);
                    }
                }
            }

            void step(boolean faulty) {
                Step step = protocol.next();
                if (!(step instanceof Step.Idle)) {
                    protocol.on(answer(step, faulty ? faults : 0));
                }
            }

            private Outcome answer(Step step, double faultRate) {
                boolean fault = random.nextDouble() < faultRate;
                RuntimeException broken = new IllegalStateException("simulated");
                return switch (step) {
                    case Step.Insert(Draft draft) when fault -> faultyInsert(draft, broken);
                    case Step.Insert(Draft draft) -> insert(draft);
                    case Step.Pause _ -> new Outcome.Paused();
                    case Step _ when fault -> new Outcome.ReadFailed(broken);
                    case Step.FindHead _ -> new Outcome.HeadFound(head());
                    case Step.ReadBack(Draft draft) ->
                        draft.header.number() <= majority
                                ? new Outcome.BlockFound(log.get(draft.header.number()).header)
                                : new Outcome.BlockMissing();
                    case Step.FindConflicts(Draft draft) -> conflicts(draft);
                    case Step.Idle _ -> throw new AssertionError();
                };
            }

            private BlockHeader head() {
                long head = bug == Bug.REBUILDS_ON_AN_UNCOMMITTED_HEAD ? log.size() - 1L : majority;
                return head < 0 ? BlockHeader.GENESIS : log.get(head).header;
            }

            private Outcome insert(Draft draft) {
                if (apply(draft)) {
                    if (bug != Bug.ACKNOWLEDGES_BEFORE_THE_MAJORITY) {
                        majority = log.size() - 1L; // acknowledged by the majority means that it and all before are
                    }
                    return new Outcome.Inserted();
                }
                return new Outcome.Duplicate();
            }

            private Outcome faultyInsert(Draft draft, RuntimeException broken) {
                return switch (random.nextInt(4)) {
                    case 0 -> new Outcome.NotSent(broken);
                    case 1 -> new Outcome.Uncertain(broken);
                    case 2 -> {
                        late.add(draft);
                        yield new Outcome.Uncertain(broken);
                    }
                    default -> {
                        apply(draft);
                        yield new Outcome.Uncertain(broken);
                    }
                };
            }

            private Outcome conflicts(Draft draft) {
                Map<String, Outcome.BlockRef> keys = new HashMap<>();
                Map<String, Outcome.BlockRef> ids = new HashMap<>();
                for (long number = 0; number <= majority; number++) {
                    Draft block = log.get(number);
                    var holder = new Outcome.BlockRef(number, block.header.uuid());
                    block.keys().stream().filter(draft.keys()::contains).forEach(key -> keys.put(key, holder));
                    block.ids().stream().filter(draft.ids()::contains).forEach(id -> ids.put(id, holder));
                }
                return new Outcome.ConflictsFound(keys, ids);
            }

            void check(Map<String, Long> positions) {
                for (Commit commit : commits) {
                    Long last = positions.get(commit.events.getLast().stored.id());
                    Long first = positions.get(commit.events.getFirst().stored.id());
                    assertThat(first == null)
                            .as("seed %d: all or nothing", seed)
                            .isEqualTo(last == null);
                    if (gaveUpUnsure.contains(commit)) {
                        continue;
                    }
                    if (gaveUpUnsent.contains(commit)) {
                        assertThat(last).as("seed %d: withdrawn", seed).isNull();
                        continue;
                    }
                    try {
                        assertThat(commit.await(java.time.Duration.ZERO))
                                .as("seed %d: position", seed)
                                .isEqualTo(last);
                    } catch (ConcurrencyException e) {
                        assertThat(last).as("seed %d: refused", seed).isNull();
                        assertThat(names)
                                .as("seed %d: refused because another was first", seed)
                                .contains(commit.events.getFirst().key);
                    }
                }
            }
        }
    }
}
