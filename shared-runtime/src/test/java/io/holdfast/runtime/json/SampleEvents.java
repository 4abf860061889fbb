package io.holdfast.runtime.json;

import io.holdfast.targeting.RiskProfile;
import io.holdfast.targeting.RuleId;
import io.holdfast.value.StringValue;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One example of each event with every optional part present; the same in every run, so that its JSON can be approved.
 */
final class SampleEvents {
    private static final Map<String, String> CODES = Map.ofEntries(
            Map.entry("ShipmentId", "KR-2020-000017"),
            Map.entry("HoldId", "H-1"),
            Map.entry("ExamId", "X-1"),
            Map.entry("SampleId", "S-1"),
            Map.entry("SeizureRequestId", "Q-1"),
            Map.entry("DemandId", "D-1"),
            Map.entry("EntryId", "E-1"),
            Map.entry("RuleId", "precursor-by-post"),
            Map.entry("DraftId", "D-2026-48"),
            Map.entry("UserId", "jane@example.gov"),
            Map.entry("PortCode", "2304"),
            Map.entry("PartyId", "IMP-00042"),
            Map.entry("Hs6", "293333"),
            Map.entry("CountryCode", "KR"),
            Map.entry("UnLocode", "KRPUS"),
            Map.entry("Scac", "HDMU"),
            Map.entry("ContainerNumber", "CSQU3054383"),
            Map.entry("Sha256", "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"));

    private static final Map<String, Object> NUMBERS = Map.ofEntries(
            Map.entry("amount", new BigDecimal("1234.56789")),
            Map.entry("purityPercent", new BigDecimal("87.5")),
            Map.entry("taxRate", new BigDecimal("8")),
            Map.entry("propensity", 0.25),
            Map.entry("randomShare", 0.05),
            Map.entry("threshold", 10.0),
            Map.entry("score", 12.5),
            Map.entry("weight", -2.5),
            Map.entry("baseRate", 0.2),
            Map.entry("smoothing", 5.0),
            Map.entry("examined", 12),
            Map.entry("seed", -8_123_456_789_012_345_678L),
            Map.entry("sizeInBytes", 123_456_789_012L));

    private SampleEvents() {}

    static <T> T of(Class<T> type) {
        RecordComponent[] components = type.getRecordComponents();
        Object[] parts = Arrays.stream(components)
                .map(component ->
                        type == RiskProfile.class && component.getName().equals("id")
                                ? new RuleId("history-of-goods")
                                : part(component.getGenericType(), component.getName()))
                .toArray();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class[]::new);
        try {
            return type.getDeclaredConstructor(types).newInstance(parts);
        } catch (ReflectiveOperationException refused) {
            throw new IllegalStateException("No sample of " + type + " from " + Arrays.toString(parts), refused);
        }
    }

    private static Object part(Type type, String name) {
        if (name.equals("fields")) {
            return List.of("hs6");
        }
        if (type instanceof ParameterizedType generic && generic.getRawType() == List.class) {
            return List.of(part(generic.getActualTypeArguments()[0], name));
        }
        if (type instanceof ParameterizedType generic && generic.getRawType() == Map.class) {
            return Map.of("originMark", "G", "valuation", "1");
        }
        Class<?> plain = (Class<?>) type;
        if (StringValue.class.isAssignableFrom(plain)) {
            return code(plain);
        }
        if (plain.isRecord()) {
            return of(plain);
        }
        return plain.isEnum() ? plain.getEnumConstants()[0] : scalar(plain, name);
    }

    private static Object code(Class<?> type) {
        try {
            return type.getConstructor(String.class).newInstance(CODES.get(type.getSimpleName()));
        } catch (ReflectiveOperationException missing) {
            throw new IllegalStateException("Give " + type + " a sample code", missing);
        }
    }

    private static Object scalar(Class<?> type, String name) {
        if (NUMBERS.containsKey(name)) {
            return NUMBERS.get(name);
        }
        return switch (type.getSimpleName()) {
            case "String" -> name.equals("mediaType") ? "image/jpeg" : words(name);
            case "int", "Integer" -> 3;
            case "long" -> 42L;
            case "double" -> 1.5;
            case "Instant" ->
                Instant.parse(name.equals("until") ? "2026-12-01T00:00:00Z" : "2026-11-24T09:30:00.123456Z");
            case "LocalDate" -> LocalDate.of(2026, 11, 24);
            case "Currency" -> Currency.getInstance("USD");
            default -> throw new IllegalStateException("No sample for " + name + " of " + type);
        };
    }

    /** {@code fpfCaseNumber} gives "The fpf case number". */
    private static String words(String name) {
        return "The " + name.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
    }
}
