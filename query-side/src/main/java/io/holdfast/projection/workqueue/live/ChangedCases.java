package io.holdfast.projection.workqueue.live;

import io.holdfast.projection.workqueue.QueueCases;
import io.holdfast.projection.workqueue.QueueCases.Filed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Reads the current state of cases that events have changed. */
final class ChangedCases {
    /** Maximum number of cases per query. */
    static final int AT_ONCE = 500;

    private final QueueCases cases;

    ChangedCases(QueueCases cases) {
        this.cases = cases;
    }

    /**
     * The current state of the cases, in the order of the positions given with them; ids that are not cases are left
     * out.
     */
    List<LiveCase> read(Map<String, Long> touched) {
        var ids = List.copyOf(touched.keySet());
        var changed = new ArrayList<LiveCase>();
        for (int i = 0; i < ids.size(); i += AT_ONCE) {
            for (Filed filed : cases.byId(ids.subList(i, Math.min(ids.size(), i + AT_ONCE)))) {
                Long position = touched.get(filed.content().shipmentId().value());
                if (position != null) {
                    changed.add(new LiveCase(filed, position));
                }
            }
        }
        changed.sort(Comparator.comparingLong(LiveCase::position));
        return changed;
    }
}
