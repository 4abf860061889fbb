package io.holdfast.command;

import io.holdfast.value.Hs6;
import io.holdfast.value.InvalidValueException;
import io.holdfast.value.StringValue;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Copies of a record, each with one part, at any depth, at an extreme value; combinations that a constructor refuses
 * are left out.
 */
public final class Extremes {
    private static final int[] LENGTHS = {40, 64, 120, 166, 200, 255, 500, 4000, 10_000};
    private static final List<String> FILLERS = List.of("x", "ß", "ﬃ", "ΐ", "\ufb2c", "한", "😀", "e\u0301", "\"");
    private static final List<String> ODD = List.of(
            "",
            " ",
            "\u0000",
            "a\u0000b",
            "\ud800",
            "a\udc00b",
            "\ud83d\u200b\ude00",
            "\u200b",
            "\u00a0\u2800\u3164",
            "x\u200b",
            " x ",
            "x\u00a0\u00a0y",
            "x\r\n\r\ny\u2028z\u2029",
            "\ufeffx",
            "\u202ex",
            "</script>",
            "\u0301x",
            "x\ufffe\uffff",
            "\udbff\udfff",
            "x\ud834\udd5e",
            "NaN",
            "null",
            "x\t\ty");
    private static final List<String> TEXTS = texts();

    private Extremes() {}

    /** The sample and all its variations. */
    public static Stream<Object> of(Object sample) {
        return Stream.concat(Stream.of(sample), variants(sample, sample.getClass()).stream());
    }

    private static List<String> texts() {
        var texts = new ArrayList<>(ODD);
        for (int length : LENGTHS) {
            FILLERS.forEach(filler -> texts.add(filler.repeat(length / filler.length())));
        }
        return texts;
    }

    private static List<Object> variants(@Nullable Object value, Type type) {
        if (type instanceof ParameterizedType generic) {
            Type element = generic.getActualTypeArguments()[0];
            return generic.getRawType() == Map.class ? maps() : lists((List<?>) value, element);
        }
        Class<?> plain = (Class<?>) type;
        if (StringValue.class.isAssignableFrom(plain)) {
            return List.of();
        }
        if (plain.isRecord()) {
            Object given = value == null ? sample(plain) : value;
            return given == null ? List.of() : records(given);
        }
        return scalars(plain);
    }

    private static List<Object> records(Object sample) {
        RecordComponent[] components = sample.getClass().getRecordComponents();
        Object[] parts = Arrays.stream(components).map(c -> part(c, sample)).toArray();
        var variants = new ArrayList<>();
        for (int i = 0; i < parts.length; i++) {
            for (Object variant : variants(parts[i], components[i].getGenericType())) {
                Object[] other = parts.clone();
                other[i] = variant;
                construct(sample.getClass(), other).ifPresent(variants::add);
            }
        }
        return variants;
    }

    private static List<Object> lists(@Nullable List<?> list, Type element) {
        Object first = list == null || list.isEmpty() ? null : list.getFirst();
        var variants = new ArrayList<Object>();
        variants.add(List.of());
        for (Object variant : variants(first, element)) {
            variants.add(List.of(variant));
        }
        if (first != null) {
            List.of(2, 12, 100, 200, 500, 2000).forEach(n -> variants.add(Collections.nCopies(n, first)));
        }
        return variants;
    }

    private static List<Object> maps() {
        var variants = new ArrayList<Object>();
        for (String text : TEXTS) {
            variants.add(Map.of(text, "x"));
            variants.add(Map.of("x", text));
        }
        variants.add(Map.of());
        variants.add(Map.of("e\u0301", "one", "\u00e9", "other"));
        variants.add(IntStream.range(0, 40)
                .boxed()
                .collect(Collectors.toMap(
                        n -> n + "한".repeat(62), _ -> "ß".repeat(200), (one, _) -> one, TreeMap::new)));
        return variants;
    }

    private static List<Object> scalars(Class<?> type) {
        if (type.isEnum()) {
            return List.of(type.getEnumConstants());
        }
        return switch (type.getSimpleName()) {
            case "String" -> List.copyOf(TEXTS);
            case "int", "Integer" -> List.of(Integer.MIN_VALUE, -1, 0, 1, 999, Integer.MAX_VALUE);
            case "long" -> List.of(Long.MIN_VALUE, -1L, 0L, 1L, 1L << 53, Long.MAX_VALUE);
            case "double" ->
                List.of(
                        Double.NaN,
                        Double.NEGATIVE_INFINITY,
                        Double.POSITIVE_INFINITY,
                        -0.0,
                        Double.MIN_VALUE,
                        0.1,
                        1e-300,
                        999.9999999999999,
                        1e17,
                        Double.MAX_VALUE);
            case "BigDecimal" ->
                Stream.of("0", "0.00", "0E+20", "1E-18", "1E-19", "1E-999999999", "1E+14", "1E+999999999", "100.00")
                        .flatMap(text -> Stream.of(text, "-" + text))
                        .map(text -> (Object) new BigDecimal(text))
                        .toList();
            case "Instant" ->
                List.of(Instant.MIN, Instant.EPOCH, Instant.MAX, Instant.parse("2026-11-24T16:00:00.000000001Z"));
            case "LocalDate" ->
                List.of(LocalDate.MIN, LocalDate.of(0, 1, 1), LocalDate.of(9999, 12, 31), LocalDate.MAX);
            case "Currency" -> List.of(Currency.getInstance("XXX"), Currency.getInstance("BHD"));
            default -> throw new IllegalStateException("Give " + type + " extremes");
        };
    }

    /** A record for a place where the sample has none; null when none can be built from the available parts. */
    private static @Nullable Object sample(Class<?> type) {
        Object[] parts = Arrays.stream(type.getRecordComponents())
                .map(c -> scalar(c.getType()))
                .toArray();
        return construct(type, parts).orElse(null);
    }

    private static @Nullable Object scalar(Class<?> type) {
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        return switch (type.getSimpleName()) {
            case "String" -> "x";
            case "int", "Integer" -> 1;
            case "long" -> 1L;
            case "double" -> 1.0;
            case "BigDecimal" -> BigDecimal.ONE;
            case "Currency" -> Currency.getInstance("USD");
            case "Hs6" -> new Hs6("293333");
            default -> type.isRecord() ? sample(type) : null;
        };
    }

    private static @Nullable Object part(RecordComponent component, Object of) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(of);
        } catch (ReflectiveOperationException hidden) {
            throw new IllegalStateException(hidden);
        }
    }

    private static Optional<Object> construct(Class<?> type, Object[] parts) {
        Class<?>[] types = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class[]::new);
        try {
            return Optional.of(type.getDeclaredConstructor(types).newInstance(parts));
        } catch (InvocationTargetException refused) {
            if (refused.getCause() instanceof InvalidValueException) {
                return Optional.empty();
            }
            throw new IllegalStateException(type + " of " + Arrays.toString(parts), refused.getCause());
        } catch (ReflectiveOperationException | IllegalArgumentException broken) {
            throw new IllegalStateException(type + " of " + Arrays.toString(parts), broken);
        }
    }
}
