package io.holdfast.eventstore.append;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoOperationTimeoutException;
import com.mongodb.MongoSocketReadException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.MongoWriteConcernException;
import com.mongodb.MongoWriteException;
import com.mongodb.ServerAddress;
import com.mongodb.WriteConcernResult;
import com.mongodb.WriteError;
import com.mongodb.bulk.WriteConcernError;
import java.util.Set;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonMaximumSizeExceededException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class InsertFailuresTest {

    private static final ServerAddress SERVER = new ServerAddress();
    private static final BsonDocument NO_DETAILS = new BsonDocument();

    @Test
    void a_broken_connection_leaves_the_outcome_open() {
        assertThat(InsertFailures.outcome(new MongoSocketReadException("cut", SERVER, new RuntimeException("cut"))))
                .isInstanceOf(Outcome.Uncertain.class);
    }

    @Test
    void a_missing_confirmation_of_the_majority_leaves_the_outcome_open() {
        var error = new WriteConcernError(64, "WriteConcernFailed", "waiting for replication timed out", NO_DETAILS);
        var failure = new MongoWriteConcernException(
                error, WriteConcernResult.acknowledged(1, false, null), SERVER, Set.of());
        assertThat(InsertFailures.outcome(failure)).isInstanceOf(Outcome.Uncertain.class);
    }

    @Test
    void a_change_of_primary_leaves_the_outcome_open() {
        assertThat(InsertFailures.outcome(command(189))).isInstanceOf(Outcome.Uncertain.class);
        assertThat(InsertFailures.outcome(writeError(11602))).isInstanceOf(Outcome.Uncertain.class);
    }

    @Test
    void an_operation_that_ran_out_of_time_leaves_the_outcome_open_and_a_server_never_found_does_not() {
        assertThat(InsertFailures.outcome(new MongoOperationTimeoutException("late")))
                .isInstanceOf(Outcome.Uncertain.class);
        assertThat(InsertFailures.outcome(new MongoTimeoutException("no server")))
                .isInstanceOf(Outcome.NotSent.class);
    }

    @Test
    void a_unique_index_answers_with_a_duplicate() {
        assertThat(InsertFailures.outcome(writeError(11000))).isInstanceOf(Outcome.Duplicate.class);
        assertThat(InsertFailures.outcome(command(11000))).isInstanceOf(Outcome.Duplicate.class);
    }

    @Test
    void what_no_server_would_ever_take_is_refused() {
        assertThat(InsertFailures.outcome(new BsonMaximumSizeExceededException("big")))
                .isInstanceOf(Outcome.Refused.class);
        assertThat(InsertFailures.outcome(writeError(121))).isInstanceOf(Outcome.Refused.class);
        assertThat(InsertFailures.outcome(command(13))).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void a_server_without_space_has_stored_nothing_of_this_attempt_and_may_take_the_next() {
        assertThat(InsertFailures.outcome(command(14031))).isInstanceOf(Outcome.Unwritable.class);
        assertThat(InsertFailures.outcome(writeError(14031))).isInstanceOf(Outcome.Unwritable.class);
    }

    private static MongoWriteException writeError(int code) {
        return new MongoWriteException(new WriteError(code, "refused", NO_DETAILS), SERVER, Set.of());
    }

    private static MongoCommandException command(int code) {
        return new MongoCommandException(new BsonDocument("code", new BsonInt32(code)), SERVER);
    }
}
