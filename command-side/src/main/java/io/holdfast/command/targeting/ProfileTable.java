package io.holdfast.command.targeting;

import io.holdfast.shipment.declaration.Declaration;
import io.holdfast.shipment.declaration.ProfileField;
import io.holdfast.targeting.ProfileScore;
import io.holdfast.targeting.RiskProfile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A risk profile prepared for lookup: the contribution of each combination is calculated once. A combination whose
 * evidence is not a number (an earlier release accepted it) is left out and counts as never seen.
 */
final class ProfileTable {
    private final List<ProfileField> fields;
    private final Map<List<String>, ProfileScore> scores;

    ProfileTable(RiskProfile profile) {
        fields = profile.fields().stream().map(ProfileField::named).toList();
        scores = HashMap.newHashMap(profile.cells().size());
        for (RiskProfile.Cell cell : profile.cells()) {
            double contribution = profile.contribution(cell);
            if (Double.isFinite(contribution)) {
                scores.put(cell.values(), new ProfileScore(profile.id(), contribution));
            }
        }
    }

    /** The profile's score for this declaration; null when it has never seen the combination. */
    @Nullable ProfileScore of(Declaration declaration) {
        return scores.get(
                switch (fields.size()) {
                    case 1 -> List.of(value(0, declaration));
                    case 2 -> List.of(value(0, declaration), value(1, declaration));
                    default -> List.of(value(0, declaration), value(1, declaration), value(2, declaration));
                });
    }

    private String value(int field, Declaration declaration) {
        return fields.get(field).of(declaration);
    }
}
