package io.holdfast.projection.rulefeedback.mongo;

import io.holdfast.projection.rulefeedback.RuleTallies;
import io.holdfast.projection.support.mongo.DocumentMapping;
import io.holdfast.projection.support.mongo.ReadModels;

/** The tallies in MongoDB, as tests of other packages need them. */
public final class StoredTallies {
    private StoredTallies() {}

    public static DocumentMapping<?>[] mappings() {
        return new DocumentMapping<?>[] {new RuleTallyMapping(), new RuleSetMapping(), new SelectedShipmentMapping()};
    }

    public static RuleTallies of(ReadModels models) {
        return new MongoRuleTallies(models, new RuleTallyMapping(), new RuleSetMapping());
    }
}
