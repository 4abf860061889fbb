package io.holdfast.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.eventstore.History.Attempt;
import io.holdfast.eventstore.History.Item;
import io.holdfast.eventstore.History.Told;
import io.holdfast.eventstore.integrity.Verdict;
import io.holdfast.eventstore.integrity.Verification;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Collects the reports of many {@link Load}s, of this process and of others, and checks the log against them. */
final class Ledger {

    private final History history = new History();
    private final Map<String, Attempt> attempts = new ConcurrentHashMap<>();
    private final AtomicInteger stored = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();

    void note(String line) {
        String[] words = line.split(" ");
        switch (words[0]) {
            case "begun" -> begun(Long.parseLong(words[1]), words[2]);
            case "stored" -> {
                history.stored(attempts.get(words[2]), Long.parseLong(words[3]), Long.parseLong(words[1]));
                stored.incrementAndGet();
            }
            case "failed" -> {
                history.failed(attempts.get(words[1]), Told.valueOf(words[2]));
                failed.incrementAndGet();
            }
            default -> {}
        }
    }

    private void begun(long at, String events) {
        List<Item> items = Arrays.stream(events.split(","))
                .map(pair -> new Item(pair.split("=")[0], pair.split("=")[1]))
                .toList();
        attempts.put(items.getFirst().id(), history.begin(items, at));
    }

    /** How many commits were acknowledged so far. */
    int stored() {
        return stored.get();
    }

    /** How many were not acknowledged, or have an unknown outcome. */
    int failed() {
        return failed.get();
    }

    long count(Told told) {
        return history.count(told);
    }

    /** Nothing acknowledged is lost, nothing is duplicated, and the log verifies. */
    void check(TestServer server) throws Exception {
        history.check(server.blocks());
        try (var log = LogArchive.of(server.client, server.database, "events").now()) {
            assertThat(new Verification(List.of(), null, Verification.AGGREGATES).of(log, _ -> {}))
                    .isInstanceOf(Verdict.Intact.class);
        }
    }
}
