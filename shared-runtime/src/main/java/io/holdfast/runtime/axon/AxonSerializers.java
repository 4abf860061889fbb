package io.holdfast.runtime.axon;

import io.holdfast.runtime.json.LanguageJson;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

/** The two ways in which things are written that outlive the process. */
public final class AxonSerializers {
    private AxonSerializers() {}

    /** Events: logical names and revisions, the JSON of the language. */
    public static Serializer events() {
        return new EventSerializer();
    }

    /** Tokens, snapshots and messages: class names, lenient. Tokens wrap tokens, and their types may be Axon's and ours only. */
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
