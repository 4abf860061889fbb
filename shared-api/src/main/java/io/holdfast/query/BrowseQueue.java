package io.holdfast.query;

import io.holdfast.actor.PortScope;
import io.holdfast.actor.UserId;
import io.holdfast.shipment.ExamType;
import io.holdfast.shipment.HoldType;
import io.holdfast.shipment.SelectionBasis;
import io.holdfast.shipment.ShipmentId;
import io.holdfast.shipment.clock.RunningClock;
import io.holdfast.shipment.state.Status;
import io.holdfast.value.CountryCode;
import io.holdfast.value.Hs6;
import io.holdfast.value.PortCode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is there to do in a queue?
 *
 * @param queue which queue
 * @param caller whose queue {@code mine} is
 * @param scope the ports that the caller sees
 * @param filter which of its cases
 * @param sort in which order
 * @param withScore whether the score of the rules is shown
 * @param after the cursor of the page before, if any
 * @param limit at most so many entries
 */
public record BrowseQueue(
        QueueName queue,
        UserId caller,
        PortScope scope,
        QueueFilter filter,
        Sort sort,
        boolean withScore,
        @Nullable String after,
        int limit) {

    /** The order of a queue. */
    public enum Sort {
        /** Highest priority first, parts of a point of age included; then by identifier. */
        PRIORITY,
        /** Whoever waits longest first; then by identifier. */
        AGE
    }

    /**
     * Why a case stands where it does at this moment.
     *
     * @param total the sum of the shares
     * @param shares one for each {@link Why}, in its order
     */
    public record Priority(long total, List<Share> shares) {
        public Priority {
            shares = List.copyOf(shares);
        }
    }

    /**
     * What one thing adds to a priority.
     *
     * @param points 0 or more
     * @param detail what they are for; absent where there is nothing to say
     */
    public record Share(Why why, long points, @Nullable String detail) {}

    /** What a priority is made of. */
    public enum Why {
        /** On what grounds it was selected and, for rules, how far beyond the threshold. */
        SCORE,
        /** The most urgent of its legal clocks. */
        LEGAL_CLOCK,
        /** How long it has waited for what it waits for. */
        AGE,
        /** That it counts to a surge campaign. */
        OPERATION,
        /** That it was raised to supervisors. */
        ESCALATION
    }

    /** What a second person is asked to decide. */
    public record PendingApproval(Kind kind, String id, UserId requestedBy, Instant since) {
        /** Which decision. */
        public enum Kind {
            SEIZURE,
            REDELIVERY
        }
    }

    /** An exam that is not finished. */
    public record OpenExam(String examId, ExamType type, boolean started) {}

    /**
     * One case.
     *
     * @param country whence it was sent
     * @param instructions what the officer should look for
     * @param score what the rules added up to; only for those who may see it
     * @param clocks the legal clocks that run
     * @param targetedAt when it was last selected
     * @param enteredAt since when it waits for what it waits for
     * @param version the number of events of the shipment, as in its ETag
     */
    public record Entry(
            ShipmentId shipmentId,
            PortCode port,
            Status status,
            Priority priority,
            @Nullable SelectionBasis basis,
            @Nullable Double score,
            List<String> instructions,
            Hs6 hs6,
            CountryCode country,
            @Nullable UserId assignee,
            @Nullable Instant snoozedUntil,
            boolean escalated,
            @Nullable String operation,
            @Nullable PendingApproval pendingApproval,
            List<OpenExam> exams,
            List<HoldType> holds,
            List<RunningClock> clocks,
            @Nullable Instant targetedAt,
            Instant enteredAt,
            Instant lastChangeAt,
            long version) {
        public Entry {
            instructions = List.copyOf(instructions);
            exams = List.copyOf(exams);
            holds = List.copyOf(holds);
            clocks = List.copyOf(clocks);
        }

        /** The same case in somebody's hands, which is what makes this version of it. */
        public Entry claimedBy(UserId person, long newVersion) {
            return new Entry(
                    shipmentId,
                    port,
                    status,
                    priority,
                    basis,
                    score,
                    instructions,
                    hs6,
                    country,
                    person,
                    snoozedUntil,
                    escalated,
                    operation,
                    pendingApproval,
                    exams,
                    holds,
                    clocks,
                    targetedAt,
                    enteredAt,
                    lastChangeAt,
                    newVersion);
        }
    }

    /** A page; without {@code next} it is the last. */
    public record Page(List<Entry> items, @Nullable String next) {
        public Page {
            items = List.copyOf(items);
        }
    }
}
