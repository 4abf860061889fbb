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
 * Query: one page of a work queue.
 *
 * @param queue the queue
 * @param caller the person whose queue {@code mine} is
 * @param scope the ports that the caller may see
 * @param filter limits which cases are listed
 * @param sort the order
 * @param withScore whether rule scores are included
 * @param after the cursor of the previous page, if any
 * @param limit the most entries to return
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
        /** Highest priority first, including fractions of a point of age; then by identifier. */
        PRIORITY,
        /** Longest waiting first; then by identifier. */
        AGE
    }

    /**
     * How a case's current priority is made up.
     *
     * @param total the sum of the shares
     * @param shares one share per {@link Why}, in the order of the enum
     */
    public record Priority(long total, List<Share> shares) {
        public Priority {
            shares = List.copyOf(shares);
        }
    }

    /**
     * What one factor adds to a priority.
     *
     * @param points 0 or more
     * @param detail explains the points; absent where there is nothing to explain
     */
    public record Share(Why why, long points, @Nullable String detail) {}

    /** The factors of a priority. */
    public enum Why {
        /** The grounds for selection and, for rules, how far the score is above the threshold. */
        SCORE,
        /** The most urgent legal clock of the case. */
        LEGAL_CLOCK,
        /** How long the case has waited for its next step. */
        AGE,
        /** The case belongs to a surge campaign. */
        OPERATION,
        /** The case was escalated to supervisors. */
        ESCALATION
    }

    /** A decision that a second person is asked to make. */
    public record PendingApproval(Kind kind, String id, UserId requestedBy, Instant since) {
        /** The kind of decision. */
        public enum Kind {
            SEIZURE,
            REDELIVERY
        }
    }

    /** An exam that is not yet completed. */
    public record OpenExam(String examId, ExamType type, boolean started) {}

    /**
     * One case in the queue.
     *
     * @param country the country of departure
     * @param instructions what the officer should look for
     * @param score the score of the rules; only for those who may see it
     * @param clocks the legal clocks that are running
     * @param targetedAt when it was last selected
     * @param enteredAt when it began to wait for its current next step
     * @param version the number of the shipment's events, as in its ETag
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

        /** A copy assigned to this person at the new version, which the assignment created. */
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

    /** One page; it is the last one if {@code next} is absent. */
    public record Page(List<Entry> items, @Nullable String next) {
        public Page {
            items = List.copyOf(items);
        }
    }
}
