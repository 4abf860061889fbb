package io.holdfast.embeddedmongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoException;
import com.mongodb.ReadConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import io.holdfast.embeddedmongo.FailingDisk.Fault;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FailingDiskTest {
    private static final int ACKNOWLEDGED = 100;

    @TempDir
    private Path directory;

    @AfterEach
    void heal() {
        FailingDisk.FAULT.set(Fault.NONE);
    }

    @ParameterizedTest
    @EnumSource(names = {"FULL", "NO_SYNC"})
    void no_write_is_acknowledged_that_the_disk_did_not_take_and_none_is_lost_that_was(Fault fault) {
        String file = FailingDisk.name(directory.resolve("holdfast.mv.db").toString());
        try (EmbeddedMongo server = new EmbeddedMongo(Store.open(file, Store.RETENTION), 0);
                MongoClient client = MongoClients.create(server.connectionString())) {
            MongoCollection<Document> cases = client.getDatabase("holdfast").getCollection("cases");
            for (int i = 0; i < ACKNOWLEDGED; i++) {
                cases.insertOne(new Document("_id", i));
            }
            FailingDisk.FAULT.set(fault);
            assertThatThrownBy(() -> cases.insertOne(new Document("_id", -1))).isInstanceOf(MongoException.class);
            assertThatThrownBy(() ->
                            cases.withReadConcern(ReadConcern.MAJORITY).find().first())
                    .as("a majority read shows nothing that is not on the disk")
                    .isInstanceOf(MongoException.class);
            // a disk that works again is not trusted before the file is opened anew
            FailingDisk.FAULT.set(Fault.NONE);
            assertThatThrownBy(() -> cases.insertOne(new Document("_id", -2))).isInstanceOf(MongoException.class);
        }
        try (EmbeddedMongo server = EmbeddedMongo.onFile(directory);
                MongoClient client = MongoClients.create(server.connectionString())) {
            List<Integer> ids = new ArrayList<>();
            client.getDatabase("holdfast")
                    .getCollection("cases")
                    .find()
                    .forEach(found -> ids.add(found.getInteger("_id")));
            assertThat(ids).hasSizeGreaterThanOrEqualTo(ACKNOWLEDGED).doesNotContain(-2);
            assertThat(ids.stream().filter(id -> id >= 0)).hasSize(ACKNOWLEDGED);
        }
    }
}
