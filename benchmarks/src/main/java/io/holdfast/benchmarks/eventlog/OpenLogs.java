package io.holdfast.benchmarks.eventlog;

import io.holdfast.benchmarks.peer.Peer;
import io.holdfast.benchmarks.peer.PeerLog;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/** The logs that are open at the same time, so that each round can go over all of them. */
final class OpenLogs implements AutoCloseable {
    private final Map<Peer, PeerLog> logs = new LinkedHashMap<>();
    private final DataFolder data;

    OpenLogs(DataFolder data) {
        this.data = data;
    }

    PeerLog open(Peer peer) {
        PeerLog log = data.open(peer);
        logs.put(peer, log);
        return log;
    }

    void forEach(BiConsumer<Peer, PeerLog> action) {
        logs.forEach(action);
    }

    @Override
    public void close() {
        logs.values().forEach(PeerLog::close);
        data.clear();
    }
}
