package io.holdfast.eventstore;

import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

/** The serializers that the tests write events with. */
public final class Serializers {

    public static final Serializer TEXT = text();

    private Serializers() {}

    /** JSON, as the applications use it. */
    static Serializer text() {
        var known = BasicPolymorphicTypeValidator.builder()
                .allowIfSubType("io.holdfast.")
                .allowIfSubType("org.axonframework.")
                .allowIfSubType("java.")
                .build();
        return Jackson3Serializer.builder()
                .jsonMapperBuilderCustomizer(mapper -> mapper.polymorphicTypeValidator(known))
                .build();
    }
}
