package io.holdfast.runtime.axon;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.shipment.event.ShipmentEvent.HoldPlaced;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventData;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.InitialEventRepresentation;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Example: how an event changes its form without rewriting history. Suppose that revision 0 of the hold called its
 * location {@code place}. The log keeps those events for ever, and an upcaster presents them as revision 1. In an
 * application the upcaster is a bean of type {@code EventUpcaster}; the approved file of the old revision stays next to
 * the new one.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class EvolutionExampleTest {
    private final Serializer serializer = AxonSerializers.events();

    @Test
    void an_old_revision_is_read_as_the_current_one() {
        EventData<byte[]> stored = stored("0", """
                {"shipmentId": "S-1", "holdId": "H-1", "type": "MANIFEST", "reason": "No manifest",
                 "place": "Bay 4", "at": "2024-02-03T04:05:06Z"}""");

        HoldPlaced read = read(stored);

        assertThat(read.location()).isEqualTo("Bay 4");
        assertThat(read.reason()).isEqualTo("No manifest");
    }

    @Test
    void the_current_revision_passes_by() {
        EventData<byte[]> stored = stored("1", """
                {"shipmentId": "S-1", "holdId": "H-1", "type": "MANIFEST", "reason": "No manifest",
                 "location": "Bay 7", "at": "2026-02-03T04:05:06Z"}""");

        assertThat(read(stored).location()).isEqualTo("Bay 7");
    }

    /** Converts revision 0 of the hold to revision 1. */
    static class HoldNamesItsLocation extends SingleEventUpcaster {
        private static final SimpleSerializedType BEFORE = new SimpleSerializedType("shipment.hold-placed", "0");
        private static final SimpleSerializedType AFTER = new SimpleSerializedType("shipment.hold-placed", "1");

        @Override
        protected boolean canUpcast(IntermediateEventRepresentation event) {
            return event.getType().equals(BEFORE);
        }

        @Override
        protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation event) {
            return event.upcastPayload(AFTER, JsonNode.class, json -> renamed((ObjectNode) json));
        }

        private static JsonNode renamed(ObjectNode json) {
            json.set("location", json.remove("place"));
            return json;
        }
    }

    private HoldPlaced read(EventData<byte[]> stored) {
        List<IntermediateEventRepresentation> upcast = new HoldNamesItsLocation()
                .upcast(Stream.of(new InitialEventRepresentation(stored, serializer)))
                .toList();
        SerializedObject<?> payload = upcast.getFirst().getData();
        return serializer.deserialize(payload);
    }

    private static EventData<byte[]> stored(String revision, String json) {
        return new GenericDomainEventEntry<>(
                "shipment",
                "S-1",
                0,
                "event-1",
                Instant.EPOCH,
                "shipment.hold-placed",
                revision,
                json.getBytes(StandardCharsets.UTF_8),
                "{}".getBytes(StandardCharsets.UTF_8));
    }
}
