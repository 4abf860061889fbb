package io.holdfast.runtime.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.runtime.axon.AxonSerializers;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;

class EventJsonLawTest {
    private final Serializer serializer = AxonSerializers.events();

    @Property(tries = 1000)
    void any_event_survives_its_json(@ForAll("events") Object event) {
        SerializedObject<byte[]> stored = serializer.serialize(event, byte[].class);

        Object read = serializer.deserialize(stored);

        assertThat(read).isEqualTo(event);
        assertThat(serializer.serialize(read, byte[].class).getData()).isEqualTo(stored.getData());
    }

    @Property(tries = 300)
    void what_is_absent_is_left_out_and_no_decimal_has_an_exponent(@ForAll("events") Object event) {
        String json = LanguageJson.mapper().writeValueAsString(event);

        assertThat(json)
                .doesNotContain(":null")
                .doesNotContainPattern("\"(amount|purityPercent|taxRate)\":[0-9.]+[eE\"]");
    }

    @Provide
    Arbitrary<Object> events() {
        List<Class<?>> types = EventNamesTest.events().toList();
        return Arbitraries.of(types).flatMap(type -> AnyRecord.of(type).asGeneric());
    }
}
