package io.holdfast.command.shipment.evidence;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/** A database that calls back before each write, with its number, so that a test can crash or interfere there. */
final class InterruptedMongo {
    private final AtomicInteger writes = new AtomicInteger();
    private final IntConsumer before;

    private InterruptedMongo(IntConsumer before) {
        this.before = before;
    }

    /** @param before receives the number of each write, from 1 */
    static MongoDatabase of(MongoDatabase database, IntConsumer before) {
        return new InterruptedMongo(before).wrapped(database, MongoDatabase.class);
    }

    private <T> T wrapped(Object target, Class<T> type) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (_, method, arguments) -> {
                    if (method.getName().matches("(insert|update|replace|delete|findOneAnd|bulk).*")) {
                        before.accept(writes.incrementAndGet());
                    }
                    try {
                        return wrapped(method.invoke(target, arguments));
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                }));
    }

    private Object wrapped(Object result) {
        return switch (result) {
            case MongoCollection<?> collection -> wrapped(collection, MongoCollection.class);
            case MongoDatabase database -> wrapped(database, MongoDatabase.class);
            case null, default -> result;
        };
    }
}
