package io.holdfast.runtime.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.shipment.HoldId;
import io.holdfast.shipment.HoldType;
import io.holdfast.shipment.ShipmentId;
import io.holdfast.shipment.event.ShipmentEvent.HoldPlaced;
import java.nio.charset.StandardCharsets;
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
    void an_event_that_would_be_another_one_when_it_is_read_back_is_not_written() {
        // In JSON, a number in the metadata becomes a smaller numeric type.
        MetaData metaData = MetaData.with("actor", 5L);

        assertThatThrownBy(() -> events.serialize(metaData, byte[].class))
                .isInstanceOf(UnreadableEventException.class)
                .hasMessage("MetaData could not be read back");
    }

    @Test
    void what_was_stored_before_texts_had_one_form_is_still_read() {
        String declaration = """
                {"shipmentId": "S-1", "declaredOn": "2026-11-20", "port": "2704", "transportMode": "AIR", "declarant": "D1",
                 "hs6": "293333", "countryOfDeparture": "CN", "countryOfOrigin": "CN",
                 "attributes": {"e\u0301": "NFD", "\u00e9": "NFC", "z\u00a0": "two\u00a0words"}}""";
        String goods = "S\u00dcSSSTOFF ".repeat(12); // once 120 characters, with a sharp s in each word
        String grows = "\u0958".repeat(500);

        assertThat(read("shipment.hold-removed", """
                {"shipmentId": "S-1", "holdId": "H-1", "reason": "\u200b", "at": "2026-11-24T09:30:00Z"}""")).extracting("reason").isEqualTo("\u200b");
        assertThat(read("shipment.hold-removed", """
                {"shipmentId": "S-1", "holdId": "H-1", "reason": "%s", "at": "2026-11-24T09:30:00Z"}""".formatted(grows)))
                .extracting("reason")
                .asString()
                .hasSize(1000);
        assertThat(read("shipment.seizure-requested", """
                {"shipmentId": "S-1", "requestId": "Q-1", "extent": "FULL", "requestedBy": "ann", "at": "2026-11-24T09:30:00Z",
                 "lines": [{"goods": "%s", "hs6": "293333", "quantity": {"amount": 1, "unit": "KG"},
                            "legalAuthority": "21 USC 881"}]}""".formatted("\u00dc" + goods + goods)))
                .isEqualTo(readAgain(read("shipment.seizure-requested", """
                {"shipmentId": "S-1", "requestId": "Q-1", "extent": "FULL", "requestedBy": "ann", "at": "2026-11-24T09:30:00Z",
                 "lines": [{"goods": "%s", "hs6": "293333", "quantity": {"amount": 1, "unit": "KG"},
                            "legalAuthority": "21 USC 881"}]}""".formatted("\u00dc" + goods + goods))));
        assertThat(read("shipment.targeted", """
                {"shipmentId": "S-1", "declaration": %s, "basis": "MANUAL", "at": "2026-11-24T09:30:00Z"}""".formatted(declaration)))
                .extracting("declaration.attributes")
                .asString()
                .contains("NFD", "NFC");
    }

    private Object read(String name, String json) {
        return events.deserialize(
                new SimpleSerializedObject<>(json.getBytes(StandardCharsets.UTF_8), byte[].class, name, "1"));
    }

    private Object readAgain(Object event) {
        return events.deserialize(events.serialize(event, byte[].class));
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
