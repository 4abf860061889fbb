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
 * The state of the rule set series that its decisions need; it holds no contents. Immutable. A starting node reads the
 * stream once, including the contents that were published directly, so the stream is bounded: at most
 * {@value #MAX_PUBLISHED} versions published directly, {@value #MAX_VERSIONS} versions in all, and {@value #MAX_DRAFTS}
 * drafts.
 *
 * <p>The collections are not copied on construction, because most events change one of them and the others are large.
 *
 * @param unconfirmed the publishers of versions that no second person has activated yet
 * @param adopted the version that each adopted draft became
 * @param published the number of versions that were published directly
 */
record Series(
        List<RuleSetRef> versions,
        Map<RuleSetRef, String> unconfirmed,
        Map<DraftId, RuleSetRef> adopted,
        Set<DraftId> drafts,
        Set<RuleSetRef> retired,
        @Nullable RuleSetRef active,
        int published) {
    static final int MAX_PUBLISHED = 100;
    static final int MAX_VERSIONS = 1000;
    static final int MAX_DRAFTS = 5000;
    static final Series EMPTY = new Series(List.of(), Map.of(), Map.of(), Set.of(), Set.of(), null, 0);

    @Nullable RuleSetRef latest() {
        return versions.isEmpty() ? null : versions.getLast();
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

    /** @throws SeriesFullException when the maximum number of versions is reached */
    void mayAdopt() {
        if (versions.size() >= MAX_VERSIONS) {
            throw new SeriesFullException("There are " + MAX_VERSIONS + " versions already, and no more can be kept");
        }
    }

    /** @throws SeriesFullException when the maximum number of directly published versions is reached */
    void mayPublish() {
        mayAdopt();
        if (published >= MAX_PUBLISHED) {
            throw new SeriesFullException("There are " + MAX_PUBLISHED
                    + " versions already that were published as they stand:" + " draft this one");
        }
    }

    /**
     * Checks that a draft may be created.
     *
     * @throws DraftExistsException when a draft with this id exists
     * @throws SeriesFullException when the maximum number of drafts is reached
     */
    void mayOpen(DraftId draft) {
        if (drafts.size() >= MAX_DRAFTS) {
            throw new SeriesFullException("There are " + MAX_DRAFTS + " drafts already, and no more can be kept");
        }
        if (drafts.contains(draft)) {
            throw new DraftExistsException(draft);
        }
    }

    /** @throws NoSuchDraftException when no draft has this id */
    void mustKnow(DraftId draft) {
        if (!drafts.contains(draft)) {
            throw new NoSuchDraftException(draft);
        }
    }

    /**
     * Checks that a version may be activated, and returns it.
     *
     * @param by who activates it; null when that was checked before
     * @throws NoSuchRuleSetException for a version that does not exist
     * @throws RuleSetVersionActiveException for a retired version
     * @throws AnotherPersonException when the publisher would be the first to activate it
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
     * Checks that a version may be retired, and returns it.
     *
     * @throws NoSuchRuleSetException for a version that does not exist
     * @throws RuleSetVersionActiveException for the active version
     */
    RuleSetRef mayRetire(int version) {
        RuleSetRef ref = version(version);
        if (ref.equals(active)) {
            throw new RuleSetVersionActiveException("Version " + version + " decides now: activate another one first");
        }
        return ref;
    }

    /** The series after an event. @param by who caused it, if the event says */
    Series after(RuleSetEvent event, @Nullable String by) {
        return switch (event) {
            case RuleSetPublished e ->
                new Series(
                        plus(versions, e.ref()),
                        by == null || by.equals(UserId.SYSTEM.value()) ? unconfirmed : plus(unconfirmed, e.ref(), by),
                        adopted,
                        drafts,
                        retired,
                        active,
                        published + 1);
            case RuleSetAdopted e ->
                new Series(
                        plus(versions, e.ref()),
                        unconfirmed,
                        plus(adopted, e.draft(), e.ref()),
                        drafts,
                        retired,
                        active,
                        published);
            case RuleSetActivated e ->
                new Series(versions, minus(unconfirmed, e.ref()), adopted, drafts, retired, e.ref(), published);
            case RuleSetRetired e ->
                new Series(versions, unconfirmed, adopted, drafts, plus(retired, e.ref()), active, published);
            case DraftOpened e ->
                new Series(versions, unconfirmed, adopted, plus(drafts, e.draft()), retired, active, published);
        };
    }

    private static <T> List<T> plus(List<T> list, T last) {
        var copy = new ArrayList<T>(list.size() + 1);
        copy.addAll(list);
        copy.add(last);
        return copy;
    }

    private static <T> Set<T> plus(Set<T> set, T one) {
        var copy = new HashSet<>(set);
        copy.add(one);
        return copy;
    }

    private static <K, V> Map<K, V> plus(Map<K, V> map, K key, V value) {
        var copy = new HashMap<>(map);
        copy.put(key, value);
        return copy;
    }

    private static <K, V> Map<K, V> minus(Map<K, V> map, K key) {
        if (!map.containsKey(key)) {
            return map;
        }
        var copy = new HashMap<>(map);
        copy.remove(key);
        return copy;
    }

    private RuleSetRef version(int version) {
        if (version > versions.size()) {
            throw new NoSuchRuleSetException(version);
        }
        return versions.get(version - 1);
    }
}
