package io.holdfast.runtime.json;

import io.holdfast.targeting.RiskProfile;
import io.holdfast.targeting.RuleId;
import io.holdfast.value.ContainerNumber;
import io.holdfast.value.InvalidValueException;
import io.holdfast.value.StringValue;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.arbitraries.StringArbitrary;
import org.jspecify.annotations.Nullable;

/**
 * Generates arbitrary records of Holdfast's types from the types of their components; skips what a constructor refuses.
 */
final class AnyRecord {
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final String DIGITS = "0123456789";

    private AnyRecord() {}

    static <T> Arbitrary<T> of(Class<T> type) {
        if (type == RiskProfile.class) {
            return profiles().map(type::cast);
        }
        RecordComponent[] components = type.getRecordComponents();
        List<Arbitrary<Object>> parts =
                Arrays.stream(components).map(AnyRecord::component).toList();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class[]::new);
        return Combinators.combine(parts)
                .as(values -> construct(type, types, values))
                .filter(Objects::nonNull);
    }

    /** Profiles need their own generator: each cell has as many values as there are fields. */
    private static Arbitrary<RiskProfile> profiles() {
        Arbitrary<RiskProfile.Cell> cells = Combinators.combine(
                        text(),
                        text(),
                        Arbitraries.integers().between(0, 1000),
                        Arbitraries.integers().between(0, 1000))
                .as((one, other, some, more) ->
                        new RiskProfile.Cell(List.of(one, other), Math.max(some, more), Math.min(some, more)));
        return Combinators.combine(
                        code(RuleId.class).map(RuleId.class::cast),
                        text(),
                        number("weight"),
                        Arbitraries.doubles().between(0.0001, 0.9999).ofScale(4),
                        Arbitraries.doubles().between(0.01, 100).ofScale(2),
                        cells.list().ofMaxSize(5).uniqueElements(RiskProfile.Cell::values))
                .as((id, why, weight, rate, smoothing, table) -> new RiskProfile(
                        id, why, List.of("hs6", "attributes.x"), weight, rate, smoothing, LocalDate.EPOCH, table));
    }

    private static <T> T construct(Class<T> type, Class<?>[] types, List<Object> values) {
        try {
            return type.getDeclaredConstructor(types).newInstance(values.toArray());
        } catch (InvocationTargetException refused) {
            if (refused.getCause() instanceof InvalidValueException) {
                return null;
            }
            throw new IllegalStateException(refused);
        } catch (ReflectiveOperationException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static Arbitrary<Object> component(RecordComponent component) {
        Arbitrary<Object> value =
                value(component.getGenericType(), component.getName()).asGeneric();
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class) ? value.injectNull(0.3) : value;
    }

    private static Arbitrary<?> value(Type type, String name) {
        if (type instanceof ParameterizedType generic && generic.getRawType() == List.class) {
            return value(generic.getActualTypeArguments()[0], name)
                    .list()
                    .ofMinSize(1)
                    .ofMaxSize(3);
        }
        if (type instanceof ParameterizedType generic && generic.getRawType() == Map.class) {
            return Arbitraries.maps(text(), text()).ofMaxSize(3);
        }
        Class<?> plain = (Class<?>) type;
        if (StringValue.class.isAssignableFrom(plain)) {
            return code(plain);
        }
        if (plain.isRecord()) {
            return of(plain);
        }
        return plain.isEnum() ? Arbitraries.of(plain.getEnumConstants()) : scalar(plain, name);
    }

    private static Arbitrary<?> scalar(Class<?> type, String name) {
        return switch (type.getSimpleName()) {
            case "String" -> name.equals("mediaType") ? Arbitraries.of("image/jpeg", "text/plain") : text();
            case "int", "Integer" ->
                name.equals("perDay")
                        ? Arbitraries.integers().between(0, 1_000_000)
                        : Arbitraries.integers().between(1, Integer.MAX_VALUE);
            case "long" -> name.equals("sizeInBytes") ? Arbitraries.longs().greaterOrEqual(1) : Arbitraries.longs();
            case "double" -> number(name);
            case "BigDecimal" -> decimal(name);
            case "Instant" ->
                Arbitraries.longs()
                        .between(0, 253_402_300_799L)
                        .flatMap(second -> Arbitraries.longs()
                                .between(0, 999_999_999)
                                .map(nano -> Instant.ofEpochSecond(second, nano)));
            case "LocalDate" -> Arbitraries.longs().between(0, 2_932_896).map(LocalDate::ofEpochDay);
            case "Currency" -> Arbitraries.of("USD", "EUR", "KRW", "BHD").map(Currency::getInstance);
            default -> throw new IllegalStateException("No arbitrary for " + name + " of " + type);
        };
    }

    private static Arbitrary<Double> number(String name) {
        return switch (name) {
            case "propensity", "randomShare" ->
                Arbitraries.doubles().between(0, 1).ofScale(6);
            case "weight" -> Arbitraries.doubles().between(-1000, 1000).ofScale(6);
            case "threshold" ->
                Arbitraries.doubles().between(0.000001, 1_000_000).ofScale(6);
            default -> Arbitraries.doubles();
        };
    }

    private static Arbitrary<BigDecimal> decimal(String name) {
        BigDecimal most = new BigDecimal(name.equals("purityPercent") ? "100" : "999999999999999");
        return Arbitraries.integers()
                .between(0, 9)
                .flatMap(scale ->
                        Arbitraries.bigDecimals().between(BigDecimal.ZERO, most).ofScale(scale));
    }

    /** Anything a person may type, including quotes and characters beyond the basic plane. */
    private static Arbitrary<String> text() {
        return Arbitraries.oneOf(
                        Arbitraries.strings().withCharRange(' ', '~').ofLength(1),
                        Arbitraries.of("\"", "\\", "\n", "ä", "한", "€", "\u2028", "🧪", "</script>"))
                .list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .map(parts -> String.join("", parts))
                .filter(joined -> !joined.isBlank());
    }

    private static Arbitrary<?> code(Class<?> type) {
        StringArbitrary strings = Arbitraries.strings();
        Arbitrary<String> texts = switch (type.getSimpleName()) {
            case "Hs6" -> strings.withChars(DIGITS).ofLength(6);
            case "CountryCode" -> strings.withChars(LETTERS).ofLength(2);
            case "UnLocode" -> strings.withChars(LETTERS).ofLength(5);
            case "Scac" -> strings.withChars(LETTERS).ofMinLength(2).ofMaxLength(4);
            case "PortCode" ->
                strings.withChars(LETTERS + DIGITS).ofMinLength(1).ofMaxLength(17);
            case "Sha256" -> strings.withChars(DIGITS + "abcdef").ofLength(64);
            case "ContainerNumber" -> containers();
            case "RuleId" -> strings.withCharRange('a', 'z').ofMinLength(1).ofMaxLength(64);
            default -> strings.withChars(LETTERS + DIGITS).ofMinLength(1).ofMaxLength(64);
        };
        return texts.map(text -> construct(type, new Class<?>[] {String.class}, List.of(text)));
    }

    /** Each owner and serial number has exactly one valid check digit. */
    private static Arbitrary<String> containers() {
        return Combinators.combine(
                        Arbitraries.strings().withChars(LETTERS).ofLength(3),
                        Arbitraries.of("U", "J", "Z"),
                        Arbitraries.strings().withChars(DIGITS).ofLength(6))
                .as((owner, category, serial) -> owner + category + serial)
                .map(start -> IntStream.range(0, 10)
                        .mapToObj(digit -> start + digit)
                        .filter(AnyRecord::accepted)
                        .findFirst()
                        .orElseThrow());
    }

    private static boolean accepted(String number) {
        try {
            return number.equals(new ContainerNumber(number).value());
        } catch (InvalidValueException _) {
            return false;
        }
    }
}
