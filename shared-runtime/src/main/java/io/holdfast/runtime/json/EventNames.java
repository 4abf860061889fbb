package io.holdfast.runtime.json;

import io.holdfast.shipment.event.ShipmentEvent;
import io.holdfast.targeting.DraftEvent;
import io.holdfast.targeting.RuleSetEvent;
import io.holdfast.value.LogicalName;
import io.holdfast.value.Sealed;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Maps event classes to the name and revision under which they are stored ({@link LogicalName}), and stored names back
 * to classes.
 */
public final class EventNames {
    private static final Map<Class<?>, EventName> NAMES = names();
    private static final Map<EventName, Class<?>> TYPES = types();

    private EventNames() {}

    /** The name of an event class; empty for a class that is not one of Holdfast's events. */
    public static Optional<EventName> of(Class<?> event) {
        return Optional.ofNullable(NAMES.get(event));
    }

    /** The class that reads events of this name; empty for a name or revision that this version does not know. */
    public static Optional<Class<?>> type(EventName name) {
        return Optional.ofNullable(TYPES.get(name));
    }

    /** All names. */
    public static Collection<EventName> all() {
        return NAMES.values();
    }

    private static Stream<Class<?>> events() {
        return Stream.of(ShipmentEvent.class, RuleSetEvent.class, DraftEvent.class)
                .flatMap(Sealed::kindsOf);
    }

    private static Map<Class<?>, EventName> names() {
        var names = new LinkedHashMap<Class<?>, EventName>();
        events().forEach(
                        event -> names.put(event, name(event, logicalName(event).revision())));
        return Collections.unmodifiableMap(names);
    }

    private static Map<EventName, Class<?>> types() {
        var types = new HashMap<EventName, Class<?>>();
        events().forEach(event -> {
            types.put(name(event, logicalName(event).revision()), event);
            for (int earlier : logicalName(event).reads()) {
                types.put(name(event, earlier), event);
            }
        });
        return Collections.unmodifiableMap(types);
    }

    private static EventName name(Class<?> event, int revision) {
        return new EventName(logicalName(event).value(), String.valueOf(revision));
    }

    private static LogicalName logicalName(Class<?> event) {
        LogicalName name = event.getAnnotation(LogicalName.class);
        if (name == null) {
            throw new IllegalStateException(event.getName() + " has no @LogicalName");
        }
        return name;
    }
}
