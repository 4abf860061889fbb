package io.holdfast.eventstore;

import org.axonframework.serialization.JavaSerializer;

/** The contract with a serializer of bytes, loads by aggregation, and a cache too small for anything. */
class BinaryPayloadContractTest extends BlockEventStorageEngineContractTest {

    @Override
    BlockEventStorageEngine.Builder configured(BlockEventStorageEngine.Builder builder) {
        var serializer = JavaSerializer.builder().build();
        builder.eventSerializer(serializer).snapshotSerializer(serializer);
        return builder.capabilities(new ServerCapabilities(true, false)).cacheBytes(1);
    }
}
