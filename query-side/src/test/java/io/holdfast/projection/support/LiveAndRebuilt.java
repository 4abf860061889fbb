package io.holdfast.projection.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.bson.Document;

/** The law that every projection keeps: what it folded live equals a rebuild from the whole log. */
public final class LiveAndRebuilt {
    private LiveAndRebuilt() {}

    /** Waits for the projection, rebuilds it, and compares every document of every collection. */
    public static void assertEqual(ProjectionHarness harness) {
        harness.caughtUp();
        Map<String, Map<String, Document>> live = harness.documents();
        harness.rebuild();
        assertThat(harness.documents()).isEqualTo(live);
    }
}
