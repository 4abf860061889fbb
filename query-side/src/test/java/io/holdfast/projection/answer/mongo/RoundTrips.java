package io.holdfast.projection.answer.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.command.shipment.domain.Histories;
import io.holdfast.projection.answer.Deliveries;
import io.holdfast.projection.support.Projection;
import io.holdfast.projection.support.mongo.DocumentMapping;
import java.util.Map;
import org.bson.BsonBinaryWriter;
import org.bson.Document;
import org.bson.codecs.DocumentCodec;
import org.bson.codecs.EncoderContext;
import org.bson.io.BasicOutputBuffer;

/** Every document of random walks is read back exactly as it was written. */
public final class RoundTrips {
    private RoundTrips() {}

    public static void check(Projection projection, DocumentMapping<?> mapping) {
        for (int seed = 1; seed <= 5; seed++) {
            var events = Deliveries.projected(Histories.of(seed, 40, 1500));
            Map<String, Object> documents = new Deliveries(projection)
                    .deliver(events)
                    .documents()
                    .get(mapping.collection().name());
            assertThat(documents).isNotEmpty();
            documents.values().forEach(document -> check(mapping, document));
        }
    }

    public static <T> void check(DocumentMapping<T> mapping, Object value) {
        Document document = mapping.toDocument(mapping.collection().type().cast(value));
        assertThat(document.keySet()).doesNotContain("_id", "seen", "version");
        assertThat(mapping.fromDocument(document)).isEqualTo(value);
        new DocumentCodec()
                .encode(
                        new BsonBinaryWriter(new BasicOutputBuffer()),
                        document,
                        EncoderContext.builder().build());
    }
}
