package io.holdfast.query;

import io.holdfast.actor.Actor;
import io.holdfast.actor.Permission;
import java.util.Arrays;
import java.util.Locale;

/** The work queues: named views of open cases. */
public enum QueueName {
    TO_TRIAGE("Targeted; nobody has decided yet whether to hold or release"),
    HELD("Held, and no exam is ordered: order one, or remove the holds"),
    EXAMS("An exam is ordered or under way"),
    INSPECTED("Examined; seize, examine further or release"),
    APPROVALS("A seizure or a redelivery waits for a second person"),
    CUSTODY("Seized goods are in custody, or the remainder of a partial seizure is not released"),
    ESCALATED("Raised to supervisors"),
    MINE("Assigned to you"),
    OPEN("Everything that is open");

    private final String description;

    QueueName(String description) {
        this.description = description;
    }

    /** The name in a URL, such as {@code to-triage}. */
    public String path() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What the cases in it wait for. */
    public String description() {
        return description;
    }

    /**
     * Whether this person may read the queue and claim cases from it. Some queues are only for supervisors and their
     * auditors.
     */
    public boolean isFor(Actor actor) {
        return switch (this) {
            case APPROVALS, ESCALATED -> actor.may(Permission.READ_SUPERVISOR_QUEUES);
            case TO_TRIAGE, HELD, EXAMS, INSPECTED, CUSTODY, MINE, OPEN -> true;
        };
    }

    /**
     * Finds the queue by its name in a URL.
     *
     * @throws NoSuchQueueException when there is none
     */
    public static QueueName ofPath(String path) {
        return Arrays.stream(values())
                .filter(queue -> queue.path().equals(path))
                .findFirst()
                .orElseThrow(NoSuchQueueException::new);
    }
}
