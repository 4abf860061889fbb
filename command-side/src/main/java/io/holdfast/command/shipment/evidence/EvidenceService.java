package io.holdfast.command.shipment.evidence;

import io.holdfast.command.shipment.domain.CommandRefusedException;
import io.holdfast.runtime.evidence.EvidenceFiles;
import io.holdfast.runtime.evidence.EvidenceFiles.Received;
import io.holdfast.runtime.evidence.FileTooLargeException;
import io.holdfast.runtime.evidence.NotStoredException;
import io.holdfast.shipment.Evidence;
import io.holdfast.shipment.ShipmentId;
import io.holdfast.value.InvalidValueException;
import io.holdfast.value.Sha256;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stores a file and records it with an event. When the file or the command is refused, the file is discarded. */
public final class EvidenceService {
    private static final Logger LOG = LoggerFactory.getLogger(EvidenceService.class);
    private static final Sha256 UNKNOWN = new Sha256("0".repeat(64));

    private final EvidenceFiles files;
    private final List<String> mediaTypes;
    private final long maxSize;
    private final Duration within;
    private final LongSupplier nanos;

    /** @param nanos a monotonic time source, such as {@link System#nanoTime} */
    EvidenceService(EvidenceFiles files, EvidenceProperties properties, LongSupplier nanos) {
        this.files = files;
        this.within = properties.uploadWithin();
        this.nanos = nanos;
        this.mediaTypes = properties.mediaTypes();
        this.maxSize = properties.maxSize().toBytes();
    }

    /**
     * An uploaded file.
     *
     * @param sizeInBytes the announced size; -1 when none was announced
     * @param sha256 the digest that the sender stated, if any
     */
    public record Incoming(
            String fileName,
            String mediaType,
            long sizeInBytes,
            @Nullable Sha256 sha256,
            InputStream bytes) {
        /** Replaces the media type by its canonical name, which is recorded. */
        public Incoming {
            mediaType = MediaTypes.canonical(mediaType);
        }
    }

    /**
     * Stores a file and attaches it to a case.
     *
     * @param attach sends the command that names the file; its exceptions are rethrown, and a refusal discards the file
     *     first
     * @throws NotTakenInException for a media type that is not on the list
     * @throws FileTooLargeException beyond the limit
     * @throws InvalidValueException for an empty file, one whose first bytes do not match its media type, or one whose
     *     digest differs from the stated one
     * @throws UploadTooSlowException when it did not arrive in time
     * @throws NotStoredException when it could not be stored intact; it can be sent again
     * @throws IOException when the upload breaks off
     */
    public <R> R take(ShipmentId shipment, Incoming file, Function<Evidence, R> attach) throws IOException {
        InputStream bytes = checked(file);
        Received received = files.receive(shipment, bytes, maxSize);
        try {
            Evidence described = evidence(file, received);
            files.claim(received);
            R answer = attach.apply(described);
            settle(received, files::keep);
            return answer;
        } catch (CommandRefusedException | InvalidValueException | NotStoredException refused) {
            settle(received, files::discard);
            throw refused;
        }
    }

    private InputStream checked(Incoming file) throws IOException {
        if (!mediaTypes.contains(file.mediaType())) {
            throw new NotTakenInException(file.mediaType(), mediaTypes);
        }
        if (file.sizeInBytes() > maxSize) {
            throw new FileTooLargeException(maxSize);
        }
        // Checked before the transfer, so that a bad name fails early.
        var described = new Evidence(file.fileName(), file.mediaType(), 1, UNKNOWN);
        var bytes = new BufferedInputStream(new DeadlineInput(file.bytes(), within, nanos), 1 << 16);
        bytes.mark(FileKind.HEAD);
        byte[] head = bytes.readNBytes(FileKind.HEAD);
        bytes.reset();
        if (head.length == 0) {
            throw new InvalidValueException("file", "must not be empty");
        }
        if (!FileKind.fits(described.mediaType(), head)) {
            throw new InvalidValueException("file", "does not begin as " + described.mediaType() + " does");
        }
        return bytes;
    }

    private static Evidence evidence(Incoming file, Received received) {
        if (file.sha256() != null && !file.sha256().equals(received.sha256())) {
            throw new InvalidValueException(
                    "sha256",
                    "is not that of the bytes that came, " + received.sha256().value());
        }
        return new Evidence(file.fileName(), file.mediaType(), received.sizeInBytes(), received.sha256());
    }

    /** When this fails the file is settled later by the sweeper, as after a command whose outcome is unknown. */
    private static void settle(Received received, Consumer<Received> how) {
        try {
            how.accept(received);
        } catch (RuntimeException unreachable) {
            LOG.warn("A file of {} waits to be settled: {}", received.shipment(), unreachable.toString());
        }
    }
}
