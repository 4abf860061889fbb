package io.holdfast.runtime.evidence.mongo;

import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.gridfs.GridFSBucket;
import com.mongodb.client.gridfs.GridFSBuckets;
import com.mongodb.client.gridfs.GridFSUploadStream;
import com.mongodb.client.gridfs.model.GridFSUploadOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import io.holdfast.runtime.evidence.Digests;
import io.holdfast.runtime.evidence.EvidenceFiles;
import io.holdfast.runtime.evidence.FileTooLargeException;
import io.holdfast.shipment.ShipmentId;
import io.holdfast.value.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bson.BsonString;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * A bucket of GridFS. A file has its digest, by which it is found, only once it is whole. Before its first chunk it is entered in a
 * collection of those that wait, so that a crash leaves nothing that nobody knows of.
 */
final class MongoEvidenceFiles implements EvidenceFiles {
    private static final String BUCKET = "evidence";
    private static final String SHIPMENT = "metadata.shipment";
    private static final String SHA256 = "metadata.sha256";
    private static final String KEPT = "metadata.kept";
    private static final String SINCE = "since";
    private static final int CHUNK = 255 * 1024;
    private static final int SOME = 100;

    private final GridFSBucket bucket;
    private final MongoCollection<Document> files;
    private final MongoCollection<Document> chunks;
    private final MongoCollection<Document> waiting;
    private final Clock clock;
    private volatile boolean indexed;

    MongoEvidenceFiles(MongoDatabase database, Clock clock) {
        MongoDatabase safe = database.withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
        this.bucket = GridFSBuckets.create(safe, BUCKET);
        this.files = safe.getCollection(BUCKET + ".files");
        this.chunks = safe.getCollection(BUCKET + ".chunks");
        this.waiting = safe.getCollection(BUCKET + ".waiting");
        this.clock = clock;
    }

    @Override
    public Received receive(ShipmentId shipment, InputStream bytes, long limit) throws IOException {
        index();
        String id = UUID.randomUUID().toString();
        waiting.insertOne(
                new Document("_id", id).append("shipment", shipment.value()).append(SINCE, Date.from(clock.instant())));
        boolean whole = false;
        try {
            Received received = upload(id, shipment, bytes, limit);
            files.updateOne(
                    new Document("_id", id),
                    Updates.set(SHA256, received.sha256().value()));
            whole = true;
            return received;
        } finally {
            if (!whole) {
                remove(id);
            }
        }
    }

    private Received upload(String id, ShipmentId shipment, InputStream bytes, long limit) throws IOException {
        var options = new GridFSUploadOptions()
                .chunkSizeBytes(CHUNK)
                .metadata(new Document("shipment", shipment.value()).append("kept", false));
        MessageDigest digest = Digests.start();
        long size = 0;
        try (GridFSUploadStream out = bucket.openUploadStream(new BsonString(id), id, options)) {
            byte[] buffer = new byte[64 * 1024];
            for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
                size += read;
                if (size > limit) {
                    throw new FileTooLargeException(limit);
                }
                digest.update(buffer, 0, read);
                out.write(buffer, 0, read);
            }
        }
        return new Received(id, shipment, size, Digests.end(digest));
    }

    @Override
    public void keep(Received file) {
        keep(file.id(), file.shipment(), file.sha256());
    }

    @Override
    public void keep(Waiting copy) {
        if (copy.sha256() != null) {
            keep(copy.id(), copy.shipment(), copy.sha256());
        }
    }

    private void keep(String id, ShipmentId shipment, Sha256 sha256) {
        boolean another = kept(shipment, sha256)
                .filter(file -> !id.equals(file.getString("_id")))
                .filter(file -> isStill(file, sha256))
                .isPresent();
        if (another) {
            remove(id);
            return;
        }
        files.updateOne(new Document("_id", id), Updates.set(KEPT, true));
        waiting.deleteOne(new Document("_id", id));
    }

    /** A copy that was altered does not do for the others: the same file brought in again mends it. */
    private boolean isStill(Document file, Sha256 sha256) {
        try (var bytes = bytes(file)) {
            return Digests.of(bytes).equals(sha256);
        } catch (IOException missing) {
            return false;
        }
    }

    @Override
    public void discard(Received file) {
        remove(file.id());
    }

    @Override
    public void discard(Waiting copy) {
        remove(copy.id());
    }

    /** What waits last: while anything of it is there somebody will come for it. */
    private void remove(String id) {
        files.deleteOne(new Document("_id", id));
        chunks.deleteMany(new Document("files_id", id));
        waiting.deleteOne(new Document("_id", id));
    }

    @Override
    public Optional<InputStream> open(ShipmentId shipment, Sha256 sha256) {
        return kept(shipment, sha256)
                .or(() ->
                        Optional.ofNullable(files.find(named(shipment, sha256)).first()))
                .map(this::bytes);
    }

    /** The copy that was kept last. */
    private Optional<Document> kept(ShipmentId shipment, Sha256 sha256) {
        return files.find(named(shipment, sha256).append(KEPT, true)).into(new ArrayList<>()).stream()
                .max(Comparator.comparing(file -> file.getDate("uploadDate")));
    }

    private InputStream bytes(Document file) {
        return new StoredBytes(bucket.openDownloadStream(new BsonString(file.getString("_id"))));
    }

    @Override
    public List<Waiting> waitingSince(Instant before) {
        index();
        return waiting.find(new Document(SINCE, new Document("$lt", Date.from(before))))
                .sort(Sorts.ascending(SINCE))
                .limit(SOME)
                .map(this::waiting)
                .into(new ArrayList<>());
    }

    private Waiting waiting(Document document) {
        String id = document.getString("_id");
        return new Waiting(id, new ShipmentId(document.getString("shipment")), digestOf(id));
    }

    private @Nullable Sha256 digestOf(String id) {
        Document file = files.find(new Document("_id", id)).first();
        String digest =
                file == null ? null : file.get("metadata", Document.class).getString("sha256");
        return digest == null ? null : new Sha256(digest);
    }

    private static Document named(ShipmentId shipment, Sha256 sha256) {
        return new Document(SHIPMENT, shipment.value()).append(SHA256, sha256.value());
    }

    /** At the first use and not at the start, which must not wait for a database. */
    private void index() {
        if (!indexed) {
            files.createIndex(ascending(SHIPMENT, SHA256));
            waiting.createIndex(ascending(SINCE));
            indexed = true;
        }
    }
}
