package io.holdfast.value;

import java.util.Arrays;
import java.util.stream.Stream;

/** What a sealed type permits. */
public final class Sealed {
    private Sealed() {}

    /** The types of which there can be instances, however deep under sealed ones, in the order of their declaration. */
    @SuppressWarnings("unchecked") // what a sealed type permits is a subtype of it
    public static <T> Stream<Class<? extends T>> kindsOf(Class<T> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(kind -> kindsOf((Class<T>) kind))
                : Stream.of(type);
    }
}
