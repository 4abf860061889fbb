package io.holdfast.command.intake.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.holdfast.actor.UserId;
import io.holdfast.command.intake.IdempotencyStore;
import io.holdfast.command.intake.IdempotencyStore.Answer;
import io.holdfast.command.intake.IdempotencyStore.KeyInUseException;
import io.holdfast.command.intake.IdempotencyStore.KeyReusedException;
import io.holdfast.command.intake.IntakeOutcome;
import io.holdfast.command.intake.IntakeResult;
import io.holdfast.embeddedmongo.EmbeddedMongo;
import io.holdfast.shipment.ShipmentId;
import io.holdfast.value.Sha256;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MongoIdempotencyStoreTest {
    private static final String NAMED = System.getenv("HOLDFAST_TEST_MONGODB_URI");
    private static final UserId ANA = new UserId("ana");
    private static final Sha256 BODY = new Sha256("a".repeat(64));
    private static final Sha256 OTHER_BODY = new Sha256("b".repeat(64));
    private static final IntakeResult NEW =
            new IntakeResult(1, new ShipmentId("S-1"), IntakeOutcome.TARGETED, false, 1L, null, null);
    private static final IntakeResult BAD =
            new IntakeResult(2, null, IntakeOutcome.REJECTED, false, null, "port", "is required");

    private final EmbeddedMongo server = EmbeddedMongo.inMemory();
    private final MongoClient client = MongoClients.create(NAMED == null ? server.connectionString() : NAMED);
    private final String database = "holdfast-test-" + UUID.randomUUID();
    private Instant now = Instant.parse("2026-11-24T09:00:00Z");
    private final AtomicLong passed = new AtomicLong();
    private final IdempotencyStore keys = new MongoIdempotencyStore(
            client.getDatabase(database),
            new Clock() {
                @Override
                public ZoneId getZone() {
                    return ZoneOffset.UTC;
                }

                @Override
                public Clock withZone(ZoneId zone) {
                    return this;
                }

                @Override
                public Instant instant() {
                    return now;
                }
            },
            passed::get);

    @AfterEach
    void close() {
        client.getDatabase(database).drop();
        client.close();
        server.close();
    }

    @Test
    void what_was_told_is_told_again_part_by_part() {
        try (Answer first = keys.claim(ANA, "k", BODY)) {
            assertThat(first.told(0)).isEmpty();
            first.tell(0, List.of(NEW, BAD));
            first.tell(1, List.of(BAD));
        }

        try (Answer again = keys.claim(ANA, "k", BODY)) {
            assertThat(again.told(0)).containsExactly(NEW, BAD);
            assertThat(again.told(1)).containsExactly(BAD);
            assertThat(again.told(2)).isEmpty();
        }
    }

    @Test
    void a_key_belongs_to_one_user_and_one_body() {
        keys.claim(ANA, "k", BODY).close();

        assertThatExceptionOfType(KeyReusedException.class).isThrownBy(() -> keys.claim(ANA, "k", OTHER_BODY));
        keys.claim(new UserId("bob"), "k", OTHER_BODY).close();
        keys.claim(ANA, "other", OTHER_BODY).close();
    }

    @Test
    void a_key_is_held_by_one_request_at_a_time() {
        Answer first = keys.claim(ANA, "k", BODY);

        assertThatExceptionOfType(KeyInUseException.class).isThrownBy(() -> keys.claim(ANA, "k", BODY));
        assertThatExceptionOfType(KeyReusedException.class).isThrownBy(() -> keys.claim(ANA, "k", OTHER_BODY));
        first.close();
        keys.claim(ANA, "k", BODY).close();
    }

    @Test
    void a_request_that_shows_no_sign_of_life_loses_its_key_and_can_tell_nothing_more() {
        Answer dead = keys.claim(ANA, "k", BODY);
        dead.tell(0, List.of(NEW));
        now = now.plus(IdempotencyStore.LEASE).plusMillis(1);

        Answer next = keys.claim(ANA, "k", BODY);

        assertThat(next.told(0)).containsExactly(NEW);
        next.tell(1, List.of(BAD));
        assertThatExceptionOfType(KeyInUseException.class).isThrownBy(() -> dead.tell(1, List.of(NEW)));
        dead.close();
        assertThatExceptionOfType(KeyInUseException.class).isThrownBy(() -> keys.claim(ANA, "k", BODY));
        assertThat(next.told(1)).containsExactly(BAD);
    }

    @Test
    void the_key_of_a_dead_request_is_free_after_a_lease_though_the_clock_was_set_back_by_an_hour() {
        keys.claim(ANA, "k", BODY).tell(0, List.of(NEW));
        now = now.minus(Duration.ofHours(1));
        assertThatExceptionOfType(KeyInUseException.class).isThrownBy(() -> keys.claim(ANA, "k", BODY));
        passed.addAndGet(IdempotencyStore.LEASE.toNanos());

        assertThat(keys.claim(ANA, "k", BODY).told(0)).containsExactly(NEW);
    }

    @Test
    void each_part_that_is_told_keeps_the_key_longer() {
        Answer slow = keys.claim(ANA, "k", BODY);
        now = now.plus(IdempotencyStore.LEASE).minusSeconds(1);
        slow.tell(0, List.of(NEW));
        now = now.plusSeconds(30);

        assertThatExceptionOfType(KeyInUseException.class).isThrownBy(() -> keys.claim(ANA, "k", BODY));
    }

    @Test
    void after_a_day_a_key_is_new_again_whether_or_not_it_was_removed() {
        try (Answer old = keys.claim(ANA, "k", BODY)) {
            old.tell(0, List.of(NEW));
        }
        now = now.plus(IdempotencyStore.KEPT).plus(Duration.ofSeconds(1));

        try (Answer fresh = keys.claim(ANA, "k", OTHER_BODY)) {
            assertThat(fresh.told(0)).isEmpty();
        }
        keys.removeExpired();

        assertThat(client.getDatabase(database)
                        .getCollection(MongoIdempotencyStore.COLLECTION)
                        .countDocuments())
                .as("the fresh key alone")
                .isEqualTo(1);
    }
}
