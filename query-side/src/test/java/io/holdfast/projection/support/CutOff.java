package io.holdfast.projection.support;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicBoolean;

/** A storage that can stop answering, as seen by a node that has crashed or lost its network. */
final class CutOff {
    private final AtomicBoolean gone = new AtomicBoolean();

    /** Stops answering all reads and writes. */
    void now() {
        gone.set(true);
    }

    ProjectionStorage around(ProjectionStorage storage) {
        return new ProjectionStorage(
                around(ReadModelStore.class, storage.documents()),
                around(ProjectionTokens.class, storage.tokens()),
                around(ProjectionRegister.class, storage.register()),
                around(ParkedEvents.class, storage.parked()));
    }

    private <T> T around(Class<T> type, T target) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (_, method, arguments) -> {
                    if (gone.get()) {
                        throw new ReadModelUnavailableException("cut off", new IllegalStateException());
                    }
                    try {
                        Object result = method.invoke(target, arguments);
                        return result instanceof Batch batch ? around(Batch.class, batch) : result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
