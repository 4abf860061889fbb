package io.holdfast.runtime.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.shipment.HoldId;
import io.holdfast.shipment.HoldType;
import io.holdfast.shipment.ShipmentEvent.HoldPlaced;
import io.holdfast.shipment.ShipmentId;
import java.time.Instant;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.MergedTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AxonSerializersTest {
    private final Serializer events = AxonSerializers.events();
    private final Serializer general = AxonSerializers.general();

    private final HoldPlaced held = new HoldPlaced(
            new ShipmentId("S-1"),
            new HoldId("H-1"),
            HoldType.MANIFEST,
            null,
            "undeclared precursor",
            "Bay 4",
            Instant.parse("2026-11-24T09:30:00.123456Z"));

    @Test
    void an_event_is_stored_under_its_logical_name_and_read_back_equal() {
        SerializedObject<byte[]> stored = events.serialize(held, byte[].class);

        assertThat(stored.getType().getName()).isEqualTo("shipment.hold-placed");
        assertThat(stored.getType().getRevision()).isEqualTo("1");
        assertThat(events.<byte[], HoldPlaced>deserialize(stored)).isEqualTo(held);
    }

    @Test
    void the_metadata_of_an_event_is_read_back_equal() {
        MetaData metaData = MetaData.with("actor", "inspector").and("correlationId", "c-1");

        SerializedObject<byte[]> stored = events.serialize(metaData, byte[].class);

        assertThat(events.<byte[], MetaData>deserialize(stored)).isEqualTo(metaData);
    }

    @Test
    void a_class_without_a_name_is_not_stored() {
        assertThatThrownBy(() -> events.serialize(new HoldId("H-1"), byte[].class))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("has no logical name");
    }

    @Test
    void an_event_of_an_unknown_name_or_revision_is_not_skipped() {
        assertThatThrownBy(() -> events.deserialize(stored("shipment.teleported", "1")))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("shipment.teleported");
        assertThatThrownBy(() -> events.deserialize(stored("shipment.hold-placed", "2")))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("revision 2");
    }

    @Test
    void a_token_is_read_back_equal() {
        TrackingToken position = new GlobalSequenceTrackingToken(4096L * 17 + 3);
        assertThat(readBack(position)).isEqualTo(position);
        TrackingToken merged = new MergedTrackingToken(position, new GlobalSequenceTrackingToken(5));
        assertThat(readBack(merged)).isEqualTo(merged);
    }

    @Test
    void a_replay_goes_on_where_it_was_when_the_process_ended() {
        var end = new GlobalSequenceTrackingToken(4096L * 17);
        TrackingToken fresh = ReplayToken.createReplayToken(end);
        TrackingToken half = ((ReplayToken) fresh).advancedTo(new GlobalSequenceTrackingToken(4096L * 9));

        assertThat(readBack(fresh)).isEqualTo(fresh);
        assertThat(readBack(half)).isEqualTo(half);
        assertThat(ReplayToken.isReplay(readBack(half))).isTrue();
    }

    private TrackingToken readBack(TrackingToken token) {
        return general.deserialize(general.serialize(token, byte[].class));
    }

    private static SerializedObject<byte[]> stored(String name, String revision) {
        return new SimpleSerializedObject<>("{}".getBytes(), byte[].class, name, revision);
    }
}
