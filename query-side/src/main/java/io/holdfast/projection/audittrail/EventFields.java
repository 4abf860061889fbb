package io.holdfast.projection.audittrail;

import io.holdfast.targeting.RiskProfile;
import io.holdfast.targeting.SimulationResult;
import io.holdfast.value.StringValue;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Collections;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Flattens an event record to texts by path, in the order of its components. Paths are those of its JSON, such as
 * {@code lines[0].quantity.amount}. A new component of an event appears in audit entries without further code.
 */
final class EventFields {
    private static final Map<Class<?>, String> TABLES =
            Map.of(RiskProfile.class, "cells", SimulationResult.class, "ports");

    private final Map<String, String> byPath = new LinkedHashMap<>();

    private EventFields() {}

    static Map<String, String> of(@Nullable Object value) {
        return under("", value);
    }

    /** The same with {@code path} in front of each path. */
    static Map<String, String> under(String path, @Nullable Object value) {
        var facts = new EventFields();
        facts.add(path, value);
        return Collections.unmodifiableMap(facts.byPath);
    }

    /** The facts that satisfy {@code which}, by path and text. */
    static Map<String, String> only(Map<String, String> facts, BiPredicate<String, String> which) {
        var some = new LinkedHashMap<String, String>();
        facts.forEach((path, text) -> {
            if (which.test(path, text)) {
                some.put(path, text);
            }
        });
        return some;
    }

    private void add(String path, @Nullable Object value) {
        switch (value) {
            case null -> {}
            case StringValue text -> byPath.put(path, text.value());
            case Enum<?> constant -> byPath.put(path, constant.name());
            case BigDecimal number -> byPath.put(path, number.toPlainString());
            case Currency currency -> byPath.put(path, currency.getCurrencyCode());
            case Collection<?> many -> {
                int index = 0;
                for (Object one : many) {
                    add(path + "[" + index++ + "]", one);
                }
            }
            case Map<?, ?> map -> map.forEach((key, one) -> add(step(path, textOf(key)), one));
            case Record data -> {
                for (RecordComponent component : data.getClass().getRecordComponents()) {
                    add(step(path, component.getName()), counted(component, read(component, data)));
                }
            }
            default -> byPath.put(path, value.toString());
        }
    }

    /** Replaces tables of thousands of rows by their number of rows. */
    private static @Nullable Object counted(RecordComponent component, @Nullable Object value) {
        boolean table = component.getName().equals(TABLES.get(component.getDeclaringRecord()));
        return table && value instanceof Collection<?> rows ? Integer.toString(rows.size()) : value;
    }

    private static String textOf(@Nullable Object key) {
        return key instanceof StringValue text ? text.value() : String.valueOf(key);
    }

    private static String step(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    private static @Nullable Object read(RecordComponent component, Record data) {
        try {
            return component.getAccessor().invoke(data);
        } catch (ReflectiveOperationException hidden) {
            throw new IllegalArgumentException(data.getClass() + " is not part of the language", hidden);
        }
    }
}
