package io.holdfast.eventstore;

/** Runs the contract with a text serializer and default settings. */
class TextPayloadContractTest extends BlockEventStorageEngineContractTest {

    @Override
    EngineBuilder configured(EngineBuilder builder) {
        builder.eventSerializer(Serializers.text()).snapshotSerializer(Serializers.text());
        return builder;
    }
}
