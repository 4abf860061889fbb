package io.holdfast.runtime.axon;

import io.holdfast.runtime.json.EventName;
import io.holdfast.runtime.json.EventNames;
import io.holdfast.runtime.json.LanguageJson;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;

/**
 * Events under their logical names, in the JSON of the language. Refuses to write a class without a name, and to read a
 * name or revision that this version does not know: to skip it would be to decide on half a history.
 */
final class EventSerializer extends Jackson3Serializer {
    private static final String AXON = "org.axonframework.";

    EventSerializer() {
        super(Jackson3Serializer.builder());
    }

    @Override
    public SerializedType typeForClass(@Nullable Class type) {
        if (type == null || type == Void.class || type == void.class) {
            return SerializedType.emptyType();
        }
        if (type.getName().startsWith(AXON)) { // the metadata
            return super.typeForClass(type);
        }
        EventName name = EventNames.of(type)
                .orElseThrow(() -> new SerializationException(
                        type.getName() + " has no logical name; give it one in " + EventNames.class.getSimpleName()));
        return new SimpleSerializedType(name.name(), name.revision());
    }

    @Override
    public Class<?> classForType(SerializedType type) {
        if (SerializedType.emptyType().equals(type) || type.getName().startsWith(AXON)) {
            return super.classForType(type);
        }
        return EventNames.type(new EventName(type.getName(), String.valueOf(type.getRevision())))
                .orElseThrow(() -> new SerializationException("This version does not know the event " + type.getName()
                        + " in revision " + type.getRevision()));
    }

    @Override
    protected ObjectReader getReader(Class<?> type) {
        return type.getName().startsWith(AXON)
                ? super.getReader(type)
                : LanguageJson.mapper().readerFor(type);
    }

    @Override
    protected ObjectWriter getWriter() {
        return LanguageJson.mapper().writer();
    }
}
