package io.holdfast.runtime.axon;

import io.holdfast.runtime.json.LanguageJson;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

/** The two serializers for everything that outlives the process. */
public final class AxonSerializers {
    private AxonSerializers() {}

    /** For events: logical names and revisions, in Holdfast's JSON. */
    public static Serializer events() {
        return new EventSerializer();
    }

    /**
     * For tokens, snapshots and messages: class names, lenient reading. Tokens can wrap other tokens; only types from
     * Axon and Holdfast are allowed.
     */
    public static Serializer general() {
        var known = BasicPolymorphicTypeValidator.builder()
                .allowIfSubType("org.axonframework.")
                .allowIfSubType("io.holdfast.")
                .build();
        return Jackson3Serializer.builder()
                .jsonMapperBuilderCustomizer(
                        mapper -> mapper.addModule(LanguageJson.module()).polymorphicTypeValidator(known))
                .build();
    }
}
