package io.holdfast.value;

import java.util.Arrays;
import java.util.stream.Stream;

/** Lists the types that a sealed type permits. */
public final class Sealed {
    private Sealed() {}

    /** The concrete types, including those nested under further sealed types, in the order of their declaration. */
    @SuppressWarnings("unchecked") // what a sealed type permits is a subtype of it
    public static <T> Stream<Class<? extends T>> kindsOf(Class<T> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(kind -> kindsOf((Class<T>) kind))
                : Stream.of(type);
    }
}
