package io.holdfast.runtime.axon;

import io.holdfast.runtime.json.EventName;
import io.holdfast.runtime.json.EventNames;
import io.holdfast.runtime.json.LanguageJson;
import io.holdfast.value.LogicalName;
import io.holdfast.value.OnRecord;
import java.util.Objects;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;

/**
 * Serializes events under their logical names, in Holdfast's JSON. Refuses to write a class without a logical name, and
 * to read a name or revision that this version does not know: skipping it would mean deciding on incomplete history.
 * Before writing, it checks that the event reads back as an equal one, so everything stored can be read.
 */
final class EventSerializer extends Jackson3Serializer {
    private static final String AXON = "org.axonframework.";
    private static final Logger LOG = LoggerFactory.getLogger(EventSerializer.class);

    EventSerializer() {
        super(Jackson3Serializer.builder());
    }

    /** @throws UnreadableEventException if the event would not read back as an equal one */
    @Override
    public <T> SerializedObject<T> serialize(@Nullable Object object, Class<T> form) {
        typeForClass(object == null ? null : object.getClass());
        try {
            SerializedObject<T> written = super.serialize(object, form);
            Object read = deserialize(written);
            if (Objects.equals(object, read)) {
                return written;
            }
        } catch (SerializationException | JacksonException unreadable) {
            throw refused(object, unreadable);
        }
        throw refused(object, null);
    }

    private static UnreadableEventException refused(@Nullable Object object, @Nullable RuntimeException cause) {
        String what = object == null ? "nothing" : object.getClass().getSimpleName();
        String why = cause == null ? "it is another one when it is read back" : firstLine(cause);
        LOG.error("{} is not stored, because it could not be read back: {}", what, why);
        return new UnreadableEventException(what + " could not be read back", cause);
    }

    private static String firstLine(RuntimeException cause) {
        return String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    }

    /** Reads as stored data, so that today's rules for incoming texts do not apply. */
    @Override
    public <S, T> T deserialize(SerializedObject<S> stored) {
        return OnRecord.read(() -> super.<S, T>deserialize(stored));
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
                .orElseThrow(() -> new SerializationException(type.getName()
                        + " has no logical name; give it one with @" + LogicalName.class.getSimpleName()));
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
