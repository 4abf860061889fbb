package io.holdfast.projection.audittrail;

import io.holdfast.targeting.RuleSetEvent;
import io.holdfast.targeting.RuleSetEvent.DraftOpened;
import io.holdfast.targeting.RuleSetEvent.RuleSetActivated;
import io.holdfast.targeting.RuleSetEvent.RuleSetAdopted;
import io.holdfast.targeting.RuleSetEvent.RuleSetPublished;
import io.holdfast.targeting.RuleSetEvent.RuleSetRetired;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The active version of the rule set and the latest published one; absent before the first.
 *
 * @param active the version that decides
 * @param published the latest version
 */
public record ActiveRuleSet(
        @Nullable Integer active, @Nullable Integer published) {
    static final ActiveRuleSet NONE = new ActiveRuleSet(null, null);

    ActiveRuleSet after(RuleSetEvent event) {
        return switch (event) {
            case RuleSetPublished e -> new ActiveRuleSet(active, e.ref().version());
            case RuleSetAdopted e -> new ActiveRuleSet(active, e.ref().version());
            case RuleSetActivated e -> new ActiveRuleSet(e.ref().version(), published);
            case DraftOpened _, RuleSetRetired _ -> this;
        };
    }

    Map<String, String> fields() {
        var fields = new TreeMap<String, String>();
        if (active != null) {
            fields.put("activeVersion", active.toString());
        }
        if (published != null) {
            fields.put("publishedVersion", published.toString());
        }
        return fields;
    }
}
