package io.holdfast.eventstore;

import io.holdfast.eventstore.block.ServerCapabilities;
import org.axonframework.serialization.JavaSerializer;

/** Runs the contract with a binary serializer, loads by aggregation, and a cache too small to hold anything. */
class BinaryPayloadContractTest extends BlockEventStorageEngineContractTest {

    @Override
    EngineBuilder configured(EngineBuilder builder) {
        var serializer = JavaSerializer.builder().build();
        builder.eventSerializer(serializer).snapshotSerializer(serializer);
        return builder.capabilities(new ServerCapabilities(true, false)).cacheBytes(1);
    }
}
