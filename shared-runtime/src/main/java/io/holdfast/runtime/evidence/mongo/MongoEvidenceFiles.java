package io.holdfast.runtime.evidence.mongo;

import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.gridfs.GridFSBucket;
import com.mongodb.client.gridfs.GridFSBuckets;
import com.mongodb.client.gridfs.GridFSUploadStream;
import com.mongodb.client.gridfs.model.GridFSUploadOptions;
import com.mongodb.client.model.Updates;
import io.holdfast.runtime.evidence.Digests;
import io.holdfast.runtime.evidence.EvidenceFiles;
import io.holdfast.runtime.evidence.FileTooLargeException;
import io.holdfast.runtime.evidence.NotStoredException;
import io.holdfast.shipment.ShipmentId;
import io.holdfast.value.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.bson.BsonString;
import org.bson.Document;

/**
 * Evidence files in a GridFS bucket. A file gets its digest, by which it is found, only once it is complete. It is
 * entered in {@link Claims} before its first chunk is written, so that a crash leaves no orphaned bytes.
 */
public final class MongoEvidenceFiles implements EvidenceFiles {
    private static final String BUCKET = "evidence";
    private static final String SHIPMENT = "metadata.shipment";
    private static final String SHA256 = "metadata.sha256";
    private static final String KEPT = "metadata.kept";
    private static final int CHUNK = 255 * 1024;
    private static final long BEAT_NANOS = 10_000_000_000L;

    private final GridFSBucket bucket;
    private final MongoCollection<Document> files;
    private final MongoCollection<Document> chunks;
    private final Claims claims;
    private final LongSupplier nanos;
    private volatile boolean indexed;

    /**
     * Opens the files in a database.
     *
     * @param nanos a monotonic clock, such as {@link System#nanoTime}
     */
    public MongoEvidenceFiles(MongoDatabase database, Clock clock, LongSupplier nanos) {
        MongoDatabase safe = database.withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
        this.bucket = GridFSBuckets.create(safe, BUCKET);
        this.files = safe.getCollection(BUCKET + ".files");
        this.chunks = safe.getCollection(BUCKET + ".chunks");
        this.claims = new Claims(safe.getCollection(BUCKET + ".waiting"), clock);
        this.nanos = nanos;
    }

    @Override
    public Received receive(ShipmentId shipment, InputStream bytes, long limit) throws IOException {
        index();
        String id = UUID.randomUUID().toString();
        claims.enter(id, shipment);
        boolean whole = false;
        try {
            Received received = upload(id, shipment, bytes, limit);
            readBack(received);
            String digest = received.sha256().value();
            if (!isSet(id, SHA256, digest)) {
                throw new NotStoredException("A file is gone before it was whole");
            }
            claims.stored(id, received.sha256());
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
        long beat = nanos.getAsLong();
        try (GridFSUploadStream out = bucket.openUploadStream(new BsonString(id), id, options)) {
            byte[] buffer = new byte[64 * 1024];
            for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
                size += read;
                if (size > limit) {
                    throw new FileTooLargeException(limit);
                }
                digest.update(buffer, 0, read);
                out.write(buffer, 0, read);
                if (nanos.getAsLong() - beat >= BEAT_NANOS) {
                    claims.beat(id);
                    beat = nanos.getAsLong();
                }
            }
        }
        return new Received(id, shipment, size, Digests.end(digest));
    }

    /** Verifies the stored bytes, because an event will vouch for what is stored and not for what was sent. */
    private void readBack(Received received) {
        try (var stored = new StoredBytes(bucket.openDownloadStream(new BsonString(received.id())))) {
            if (Digests.of(stored).equals(received.sha256())) {
                return;
            }
        } catch (IOException | com.mongodb.MongoGridFSException missing) {
            throw new NotStoredException("Of a file that came not all bytes are stored: " + missing);
        }
        throw new NotStoredException("A file that came is stored with other bytes");
    }

    @Override
    public void claim(Received file) {
        claims.claim(file.id());
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

    /** Keeps a copy, or removes it in favour of another one. That is safe, because a kept copy is never removed. */
    private void keep(String id, ShipmentId shipment, Sha256 sha256) {
        boolean another = kept(shipment, sha256)
                .filter(file -> !id.equals(file.getString("_id")))
                .filter(file -> isStill(file, sha256))
                .isPresent();
        if (another && !isKept(id) && claims.doom(id)) {
            remove(id);
        } else if (claims.keep(id) && isSet(id, KEPT, true)) {
            claims.end(id);
        } else if (!another && !isKept(id)) {
            throw new IllegalStateException("A file that an event names is gone: copy " + id + " of " + shipment);
        }
    }

    private boolean isKept(String id) {
        return files.find(new Document("_id", id).append(KEPT, true)).first() != null;
    }

    /** Sets a field; false when there is no such file. */
    private boolean isSet(String id, String field, Object value) {
        return files.updateOne(new Document("_id", id), Updates.set(field, value))
                        .getMatchedCount()
                == 1;
    }

    /**
     * Whether the stored bytes still have this digest. A damaged copy does not replace others, so uploading the same
     * file again repairs it.
     */
    private boolean isStill(Document file, Sha256 sha256) {
        try (var bytes = bytes(file)) {
            return Digests.of(bytes).equals(sha256);
        } catch (IOException missing) {
            return false;
        }
    }

    @Override
    public void discard(Received file) {
        if (claims.doom(file.id())) {
            remove(file.id());
        }
    }

    @Override
    public void doom(Waiting copy) {
        claims.doom(copy);
    }

    @Override
    public void remove(Waiting copy) {
        if (copy.state() == State.DOOMED) {
            remove(copy.id());
        }
    }

    /** Removes the entry in {@link Claims} last, so that cleanup returns as long as anything of the file is left. */
    private void remove(String id) {
        files.deleteOne(new Document("_id", id));
        chunks.deleteMany(new Document("files_id", id));
        claims.end(id);
    }

    @Override
    public Optional<InputStream> open(ShipmentId shipment, Sha256 sha256) {
        return kept(shipment, sha256)
                .or(() ->
                        Optional.ofNullable(files.find(named(shipment, sha256)).first()))
                .map(this::bytes);
    }

    /** The most recent copy that was kept. */
    private Optional<Document> kept(ShipmentId shipment, Sha256 sha256) {
        return files.find(named(shipment, sha256).append(KEPT, true)).into(new ArrayList<>()).stream()
                .max(Comparator.comparing(file -> file.getDate("uploadDate")));
    }

    private InputStream bytes(Document file) {
        return new StoredBytes(bucket.openDownloadStream(new BsonString(file.getString("_id"))));
    }

    @Override
    public List<Waiting> waitingAfter(String id) {
        return claims.after(id);
    }

    private static Document named(ShipmentId shipment, Sha256 sha256) {
        return new Document(SHIPMENT, shipment.value()).append(SHA256, sha256.value());
    }

    /** Creates the indexes at first use, because startup must not wait for a database. */
    private void index() {
        if (!indexed) {
            files.createIndex(ascending(SHIPMENT, SHA256));
            indexed = true;
        }
    }
}
