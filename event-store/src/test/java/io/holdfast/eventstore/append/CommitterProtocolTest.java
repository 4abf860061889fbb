package io.holdfast.eventstore.append;

import static io.holdfast.eventstore.Events.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.eventstore.Serializers;
import io.holdfast.eventstore.api.OutcomeUnknownException;
import io.holdfast.eventstore.block.BlockCollection;
import io.holdfast.eventstore.block.BlockHeader;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Step-by-step tests of problems that the simulation once found. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CommitterProtocolTest {

    private static final IllegalStateException BROKEN = new IllegalStateException("cut");
    private static final Outcome NO_CONFLICTS = new Outcome.ConflictsFound(Map.of(), Map.of());

    private final Commit commit = new Commit(List.of(new EncodedEvent(event("a", 0), Serializers.TEXT)));
    private final CommitterProtocol protocol = PlantedBug.NONE.protocol(new Random(1), new Deaf());

    /** Sends the commit's block and answers with a duplicate that is not majority-committed yet. */
    private Draft resentAfterADuplicate() {
        protocol.offer(commit);
        protocol.next();
        protocol.on(new Outcome.HeadFound(BlockHeader.GENESIS));
        Draft draft = ((Step.Insert) protocol.next()).draft();
        protocol.on(new Outcome.Duplicate());
        protocol.on(new Outcome.BlockMissing());
        protocol.on(NO_CONFLICTS);
        protocol.on(new Outcome.Paused());
        assertThat(protocol.next()).isEqualTo(new Step.Insert(draft));
        return draft;
    }

    @Test
    void a_duplicate_may_be_the_block_itself_so_a_refusal_after_it_proves_nothing() {
        resentAfterADuplicate();
        protocol.on(new Outcome.Refused(BROKEN));
        assertThatThrownBy(() -> commit.await(Duration.ZERO)).isInstanceOf(OutcomeUnknownException.class);
    }

    @Test
    void nor_does_a_server_that_takes_no_writes_any_more() {
        resentAfterADuplicate();
        protocol.on(new Outcome.Unwritable(BROKEN));
        assertThatThrownBy(() -> commit.await(Duration.ZERO)).isInstanceOf(OutcomeUnknownException.class);
    }

    @Test
    void nor_does_an_attempt_that_was_not_sent() {
        Draft draft = resentAfterADuplicate();
        protocol.on(new Outcome.NotSent(BROKEN));
        protocol.on(new Outcome.Paused());
        assertThat(protocol.next()).isEqualTo(new Step.Insert(draft));
        assertThatThrownBy(() -> commit.await(Duration.ZERO)).isInstanceOf(OutcomeUnknownException.class);
    }

    @Test
    void its_own_block_found_by_its_ids_alone_is_no_conflict() {
        Draft draft = resentAfterADuplicate();
        protocol.on(new Outcome.Duplicate());
        protocol.on(new Outcome.BlockMissing());
        var itself = new BlockCollection.Holder(0, draft.header.uuid());
        String id = commit.events.getFirst().stored.id();
        protocol.on(new Outcome.ConflictsFound(Map.of(), Map.of(id, itself)));
        assertThat(commit.await(Duration.ZERO)).isZero();
    }

    @Test
    void of_several_commits_only_the_one_that_the_server_refuses_fails() {
        List<Commit> commits = Stream.of("a", "b", "c")
                .map(aggregate -> new Commit(List.of(new EncodedEvent(event(aggregate, 0), Serializers.TEXT))))
                .toList();
        commits.forEach(protocol::offer);
        protocol.next();
        protocol.on(new Outcome.HeadFound(BlockHeader.GENESIS));
        assertThat(((Step.Insert) protocol.next()).draft().commits).isEqualTo(commits);

        protocol.on(new Outcome.Refused(BROKEN));
        for (int i = 0; i < 3; i++) {
            assertThat(((Step.Insert) protocol.next()).draft().commits).containsExactly(commits.get(i));
            protocol.on(i == 1 ? new Outcome.Refused(BROKEN) : new Outcome.Inserted());
        }

        assertThat(commits.get(0).await(Duration.ZERO)).isEqualTo(0);
        assertThatThrownBy(() -> commits.get(1).await(Duration.ZERO)).hasMessageContaining("refused");
        assertThat(commits.get(2).await(Duration.ZERO)).isEqualTo(4096);
    }

    private static final class Deaf implements CommitterProtocol.Listener {
        @Override
        public void onStored(Draft draft) {}

        @Override
        public void onConflict() {}

        @Override
        public void onRaceLost() {}

        @Override
        public void onRetry() {}
    }
}
