package io.holdfast.eventstore;

/** The contract with a serializer of text and the settings as they come. */
class TextPayloadContractTest extends BlockEventStorageEngineContractTest {

    @Override
    EngineBuilder configured(EngineBuilder builder) {
        builder.eventSerializer(Serializers.text()).snapshotSerializer(Serializers.text());
        return builder;
    }
}
