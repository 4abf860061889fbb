package io.holdfast.eventstore;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.axonframework.eventsourcing.eventstore.BatchingEventStorageEngineTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * Axon's published contract for a batching storage engine, which includes the one for every storage engine. Subclasses
 * run it with other settings; no test is overridden.
 */
abstract class BlockEventStorageEngineContractTest
        extends BatchingEventStorageEngineTest<BlockEventStorageEngine, EngineBuilder> {

    private final TestServer server = new TestServer();
    private final List<BlockEventStorageEngine> engines = new ArrayList<>();

    abstract EngineBuilder configured(EngineBuilder builder);

    @BeforeEach
    void open() {
        setTestSubject(createEngine());
    }

    @AfterEach
    void close() {
        engines.forEach(BlockEventStorageEngine::close);
        server.close();
    }

    @Override
    protected BlockEventStorageEngine createEngine(UnaryOperator<EngineBuilder> customization) {
        BlockEventStorageEngine engine =
                customization.apply(configured(server.engine())).build();
        engines.add(engine);
        return engine;
    }
}
