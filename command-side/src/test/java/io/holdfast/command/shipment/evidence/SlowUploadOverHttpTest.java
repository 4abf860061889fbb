package io.holdfast.command.shipment.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import io.holdfast.command.HttpTest;
import io.holdfast.shipment.event.ShipmentEvent.EvidenceAttached;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.bson.Document;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** Every upload takes longer than the time that there is for one. */
@TestPropertySource(properties = "holdfast.evidence.upload-within=1ns")
@DisplayNameGeneration(ReplaceUnderscores.class)
class SlowUploadOverHttpTest extends HttpTest {
    @Autowired
    private MongoClient mongo;

    @Autowired
    private EventStore log;

    @Test
    void an_upload_beyond_its_deadline_is_refused_with_408_and_nothing_stays() {
        String shipment = targeted();
        long before = documentsOfEvidence();

        var answer = send(request("inspector", path(shipment, "/evidence?fileName=a.txt"))
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString("seal 4711\n".repeat(50_000))));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(408);
        assertThat(json(answer).path("type").asString()).isEqualTo("/problems/upload-too-slow");
        assertThat(documentsOfEvidence()).isEqualTo(before);
        assertThat(log.readEvents(shipment).asStream())
                .noneMatch(event -> event.getPayload() instanceof EvidenceAttached);
    }

    /** In all collections of files, their parts and what waits to be named. */
    private long documentsOfEvidence() {
        MongoDatabase database = mongo.getDatabase("holdfast");
        return database.listCollectionNames().into(new ArrayList<>()).stream()
                .filter(name -> name.startsWith("evidence"))
                .mapToLong(name -> database.getCollection(name).countDocuments(new Document()))
                .sum();
    }
}
