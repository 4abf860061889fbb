package io.holdfast.eventstore;

import io.holdfast.eventstore.block.ServerCapabilities;
import org.axonframework.serialization.JavaSerializer;

/** The contract with a serializer of bytes, loads by aggregation, and a cache too small for anything. */
class BinaryPayloadContractTest extends BlockEventStorageEngineContractTest {

    @Override
    EngineBuilder configured(EngineBuilder builder) {
        var serializer = JavaSerializer.builder().build();
        builder.eventSerializer(serializer).snapshotSerializer(serializer);
        return builder.capabilities(new ServerCapabilities(true, false)).cacheBytes(1);
    }
}
