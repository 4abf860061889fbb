package io.holdfast.benchmarks.queues;

import io.holdfast.actor.PortScope;
import io.holdfast.actor.UserId;
import io.holdfast.query.BrowseQueue;
import io.holdfast.query.BrowseQueue.Page;
import io.holdfast.query.BrowseQueue.Sort;
import io.holdfast.query.CountQueues;
import io.holdfast.query.QueueFilter;
import io.holdfast.query.QueueFilter.Assignee;
import io.holdfast.query.QueueName;
import io.holdfast.shipment.state.Status;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The kinds of queue queries. The callers work at one to three of 50 ports, or at all. */
enum Question {
    FIRST_PAGE("first page of a queue"),
    DEEP_PAGE("page deep in a queue, after a cursor"),
    FILTERED("first page with a filter: status, nobody's, somebody's, priority"),
    SUPERVISORS("first page of escalated"),
    MINE("first page of mine"),
    NEXT("nobody's most urgent case at one port"),
    COUNTS("counts of all nine queues");

    private static final int LIMIT = 50;
    private static final int FEW = 10_000;
    private static final List<QueueName> WAITING =
            List.of(QueueName.TO_TRIAGE, QueueName.HELD, QueueName.EXAMS, QueueName.INSPECTED, QueueName.OPEN);
    private static final Map<Place, String> CURSORS = new ConcurrentHashMap<>();

    private record Place(int cases, QueueName queue, Sort sort) {}

    private final String label;

    Question(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    /** Whether it is a page of a queue: those count for the summary line. */
    boolean isPage() {
        return this != COUNTS;
    }

    /** Runs the query; returns the duration in nanoseconds. */
    long ask(QueueNode node, Random random) {
        PortScope scope = scope(random);
        Sort sort = random.nextInt(4) == 0 ? Sort.AGE : Sort.PRIORITY;
        QueueName queue = WAITING.get(random.nextInt(WAITING.size()));
        UserId officer = CaseSource.officer(random.nextInt(CaseSource.OFFICERS));
        Object question = switch (this) {
            case FIRST_PAGE -> browse(queue, officer, scope, QueueFilter.AWAKE, sort, null);
            case DEEP_PAGE -> browse(queue, officer, scope, QueueFilter.AWAKE, sort, middle(node, queue, sort));
            case FILTERED -> filtered(queue, officer, scope, sort, random);
            case SUPERVISORS -> browse(QueueName.ESCALATED, officer, scope, QueueFilter.AWAKE, sort, null);
            case MINE -> browse(QueueName.MINE, officer, PortScope.all(), QueueFilter.AWAKE, sort, null);
            case NEXT ->
                browse(
                        queue,
                        officer,
                        PortScope.only(CaseSource.port(random.nextInt(CaseSource.PORTS))),
                        QueueFilter.AWAKE.of(Assignee.NOBODY),
                        Sort.PRIORITY,
                        null);
            case COUNTS -> new CountQueues(EnumSet.allOf(QueueName.class), officer, scope);
        };
        long begun = System.nanoTime();
        if (this == COUNTS) {
            node.ask(question, CountQueues.Answer.class);
        } else {
            node.ask(question, Page.class);
        }
        return System.nanoTime() - begun;
    }

    private static PortScope scope(Random random) {
        int port = random.nextInt(CaseSource.PORTS);
        return switch (random.nextInt(3)) {
            case 0 -> PortScope.all();
            case 1 -> PortScope.only(CaseSource.port(port));
            default -> PortScope.only(CaseSource.port(port), CaseSource.port(port + 7), CaseSource.port(port + 19));
        };
    }

    private static BrowseQueue filtered(QueueName queue, UserId officer, PortScope scope, Sort sort, Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> browse(QueueName.OPEN, officer, scope, QueueFilter.AWAKE.of(Status.INSPECTED), sort, null);
            case 1 -> browse(queue, officer, scope, QueueFilter.AWAKE.of(Assignee.NOBODY), sort, null);
            case 2 -> browse(queue, officer, scope, QueueFilter.AWAKE.of(new Assignee(officer)), sort, null);
            default -> browse(queue, officer, scope, QueueFilter.AWAKE.from(200), Sort.PRIORITY, null);
        };
    }

    private static BrowseQueue browse(
            QueueName queue, UserId caller, PortScope scope, QueueFilter filter, Sort sort, @Nullable String after) {
        return new BrowseQueue(queue, caller, scope, filter, sort, false, after, LIMIT);
    }

    /** A cursor deep in the queue: after twenty pages of two hundred, or as many as there are. */
    private static String middle(QueueNode node, QueueName queue, Sort sort) {
        var place = new Place(node.cases(), queue, sort);
        return CURSORS.computeIfAbsent(place, _ -> walk(node, queue, sort));
    }

    private static String walk(QueueNode node, QueueName queue, Sort sort) {
        int limit = node.cases() < FEW ? 5 : 200;
        String after = null;
        for (int page = 0; page < 20; page++) {
            var question = new BrowseQueue(
                    queue, CaseSource.officer(0), PortScope.all(), QueueFilter.AWAKE, sort, false, after, limit);
            String next = node.ask(question, Page.class).next();
            if (next == null) {
                break;
            }
            after = next;
        }
        if (after == null) {
            throw new IllegalStateException("The queue " + queue + " has one page only");
        }
        return after;
    }
}
