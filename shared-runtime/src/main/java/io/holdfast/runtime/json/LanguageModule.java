package io.holdfast.runtime.json;

import io.holdfast.value.InvalidValueException;
import io.holdfast.value.StringValue;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.Deserializers;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdScalarSerializer;

/** Reads and writes value types, instants, dates and currencies as one JSON string each. */
final class LanguageModule extends SimpleModule {
    private static final long serialVersionUID = 1L;

    LanguageModule() {
        super("holdfast-language");
        addSerializer(StringValue.class, new TextSerializer());
        addDeserializer(Instant.class, new TextDeserializer<>(Instant.class, LanguageModule::instant));
        addDeserializer(LocalDate.class, new TextDeserializer<>(LocalDate.class, LanguageModule::date));
        addDeserializer(Currency.class, new TextDeserializer<>(Currency.class, LanguageModule::currency));
    }

    @Override
    public void setupModule(SetupContext context) {
        super.setupModule(context);
        context.addDeserializers(new StringValues());
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException _) {
            throw new InvalidValueException("instant", "must be an instant such as 2026-11-24T09:30:00Z (ISO 8601)");
        }
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException _) {
            throw new InvalidValueException("date", "must be a date such as 2026-11-24 (ISO 8601)");
        }
    }

    private static Currency currency(String text) {
        try {
            // Currency.getInstance accepts upper case only, whatever the locale; checking first keeps the error message
            // ours.
            return Currency.getInstance(text.equals(text.toUpperCase(Locale.ROOT)) ? text : "");
        } catch (IllegalArgumentException _) {
            throw new InvalidValueException("currency", "must be a currency code such as USD (ISO 4217)");
        }
    }

    private static final class TextSerializer extends StdScalarSerializer<StringValue> {
        TextSerializer() {
            super(StringValue.class);
        }

        @Override
        public void serialize(StringValue value, JsonGenerator json, SerializationContext context) {
            json.writeString(value.value());
        }
    }

    /** Reads a JSON string and nothing else; if the type refuses it, the error has the path to the string. */
    private static final class TextDeserializer<T> extends StdScalarDeserializer<T> {
        private final transient Function<String, T> parse;

        TextDeserializer(Class<T> type, Function<String, T> parse) {
            super(type);
            this.parse = parse;
        }

        @Override
        public @Nullable T deserialize(JsonParser json, DeserializationContext context) {
            if (!json.hasToken(JsonToken.VALUE_STRING)) {
                Object unexpected = context.handleUnexpectedToken(context.constructType(_valueClass), json);
                return handledType(unexpected);
            }
            String text = json.getString();
            try {
                return parse.apply(text);
            } catch (InvalidValueException refused) {
                return handledType(context.handleInstantiationProblem(_valueClass, text, refused));
            }
        }

        @SuppressWarnings("unchecked")
        private T handledType(Object value) {
            return (T) value;
        }
    }

    private static final class StringValues extends Deserializers.Base {
        @Override
        public @Nullable ValueDeserializer<?> findBeanDeserializer(
                JavaType type, DeserializationConfig config, BeanDescription.Supplier description) {
            return hasDeserializerFor(config, type.getRawClass()) ? deserializer(type.getRawClass()) : null;
        }

        @Override
        public boolean hasDeserializerFor(DeserializationConfig config, Class<?> type) {
            return StringValue.class.isAssignableFrom(type) && type.isRecord();
        }

        private static <T> ValueDeserializer<T> deserializer(Class<T> type) {
            MethodHandle constructor = constructor(type);
            return new TextDeserializer<>(type, text -> construct(type, constructor, text));
        }

        private static MethodHandle constructor(Class<?> type) {
            try {
                return MethodHandles.publicLookup()
                        .findConstructor(type, MethodType.methodType(void.class, String.class));
            } catch (ReflectiveOperationException notAValue) {
                throw new IllegalStateException(type + " needs a public constructor that takes its text", notAValue);
            }
        }

        private static <T> T construct(Class<T> type, MethodHandle constructor, String text) {
            try {
                return type.cast(constructor.invoke(text));
            } catch (RuntimeException | Error refused) {
                throw refused;
            } catch (Throwable checked) {
                throw new IllegalStateException("A value type throws no checked exception", checked);
            }
        }
    }
}
