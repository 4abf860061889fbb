package io.holdfast.command.targeting;

import io.holdfast.actor.UserId;
import io.holdfast.command.targeting.DraftRefusedException.AnotherPersonException;
import io.holdfast.command.targeting.DraftRefusedException.DraftExistsException;
import io.holdfast.command.targeting.DraftRefusedException.NoSuchDraftException;
import io.holdfast.command.targeting.DraftRefusedException.RuleSetVersionActiveException;
import io.holdfast.command.targeting.DraftRefusedException.SeriesFullException;
import io.holdfast.targeting.DraftId;
import io.holdfast.targeting.RuleSetEvent;
import io.holdfast.targeting.RuleSetEvent.DraftOpened;
import io.holdfast.targeting.RuleSetEvent.RuleSetActivated;
import io.holdfast.targeting.RuleSetEvent.RuleSetAdopted;
import io.holdfast.targeting.RuleSetEvent.RuleSetPublished;
import io.holdfast.targeting.RuleSetEvent.RuleSetRetired;
import io.holdfast.targeting.RuleSetRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the series of rule sets has to know to decide. Its stream is read for each command, and its contents with it, so it is
 * bounded: at most {@value #MAX_PUBLISHED} versions published as they stand, {@value #MAX_VERSIONS} in all, of {@value #MAX_DRAFTS} drafts.
 */
final class Series {
    static final int MAX_PUBLISHED = 100;
    static final int MAX_VERSIONS = 1000;
    static final int MAX_DRAFTS = 5000;

    private final List<RuleSetRef> versions = new ArrayList<>();
    /** Who published a version that no second person has let decide so far. */
    private final Map<RuleSetRef, String> unconfirmed = new HashMap<>();

    private final Map<DraftId, RuleSetRef> adopted = new HashMap<>();
    private final Set<DraftId> drafts = new HashSet<>();
    private final Set<RuleSetRef> retired = new HashSet<>();
    private @Nullable RuleSetRef active;
    private int published;

    @Nullable RuleSetRef latest() {
        return versions.isEmpty() ? null : versions.getLast();
    }

    @Nullable RuleSetRef active() {
        return active;
    }

    int next() {
        return versions.size() + 1;
    }

    @Nullable RuleSetRef versionOf(DraftId draft) {
        return adopted.get(draft);
    }

    boolean isRetired(RuleSetRef ref) {
        return retired.contains(ref);
    }

    /** @throws SeriesFullException when there are as many versions as there may be */
    void mayAdopt() {
        if (versions.size() >= MAX_VERSIONS) {
            throw new SeriesFullException("There are " + MAX_VERSIONS + " versions already, and no more can be kept");
        }
    }

    /** @throws SeriesFullException when as many versions were published as they stand as may be */
    void mayPublish() {
        mayAdopt();
        if (published >= MAX_PUBLISHED) {
            throw new SeriesFullException("There are " + MAX_PUBLISHED
                    + " versions already that were published as they stand:" + " draft this one");
        }
    }

    /**
     * Whether a draft may be begun.
     *
     * @throws DraftExistsException when there is one of that id
     * @throws SeriesFullException when there are as many as there may be
     */
    void mayOpen(DraftId draft) {
        if (drafts.size() >= MAX_DRAFTS) {
            throw new SeriesFullException("There are " + MAX_DRAFTS + " drafts already, and no more can be kept");
        }
        if (drafts.contains(draft)) {
            throw new DraftExistsException(draft);
        }
    }

    /** @throws NoSuchDraftException when there is none of that id */
    void mustKnow(DraftId draft) {
        if (!drafts.contains(draft)) {
            throw new NoSuchDraftException(draft);
        }
    }

    /**
     * The version, if it may decide from now on.
     *
     * @param by who lets it; null when that was settled before
     * @throws NoSuchRuleSetException for a version that never was
     * @throws RuleSetVersionActiveException for a retired one
     * @throws AnotherPersonException when the one who published it is the first to activate it
     */
    RuleSetRef mayActivate(int version, @Nullable String by) {
        RuleSetRef ref = version(version);
        if (retired.contains(ref)) {
            throw new RuleSetVersionActiveException("Version " + version + " is retired and will not decide again");
        }
        String publisher = unconfirmed.get(ref);
        if (by != null && publisher != null && new UserId(by).mayBe(new UserId(publisher))) {
            throw new AnotherPersonException(new UserId(by));
        }
        return ref;
    }

    /**
     * The version, if it may be taken out of use.
     *
     * @throws NoSuchRuleSetException for a version that never was
     * @throws RuleSetVersionActiveException for the one that decides now
     */
    RuleSetRef mayRetire(int version) {
        RuleSetRef ref = version(version);
        if (ref.equals(active)) {
            throw new RuleSetVersionActiveException("Version " + version + " decides now: activate another one first");
        }
        return ref;
    }

    void after(RuleSetEvent event, @Nullable String by) {
        switch (event) {
            case RuleSetPublished e -> {
                versions.add(e.ref());
                published++;
                if (by != null && !by.equals(UserId.SYSTEM.value())) {
                    unconfirmed.put(e.ref(), by);
                }
            }
            case RuleSetAdopted e -> {
                versions.add(e.ref());
                adopted.put(e.draft(), e.ref());
            }
            case RuleSetActivated e -> {
                active = e.ref();
                unconfirmed.remove(e.ref());
            }
            case RuleSetRetired e -> retired.add(e.ref());
            case DraftOpened e -> drafts.add(e.draft());
        }
    }

    private RuleSetRef version(int version) {
        if (version > versions.size()) {
            throw new NoSuchRuleSetException(version);
        }
        return versions.get(version - 1);
    }
}
