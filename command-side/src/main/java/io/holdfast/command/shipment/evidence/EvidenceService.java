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

/** Takes a file in and has it named by an event; a file that is refused, or of which the event is refused, does not stay. */
public final class EvidenceService {
    private static final Logger LOG = LoggerFactory.getLogger(EvidenceService.class);
    private static final Sha256 UNKNOWN = new Sha256("0".repeat(64));

    private final EvidenceFiles files;
    private final List<String> mediaTypes;
    private final long maxSize;
    private final Duration within;
    private final LongSupplier nanos;

    /** @param nanos time that only passes, as {@link System#nanoTime} */
    EvidenceService(EvidenceFiles files, EvidenceProperties properties, LongSupplier nanos) {
        this.files = files;
        this.within = properties.uploadWithin();
        this.nanos = nanos;
        this.mediaTypes = properties.mediaTypes();
        this.maxSize = properties.maxSize().toBytes();
    }

    /**
     * A file as it comes.
     *
     * @param sizeInBytes as it was announced; -1 when it was not
     * @param sha256 as the sender has it, if the sender said so
     */
    public record Incoming(
            String fileName,
            String mediaType,
            long sizeInBytes,
            @Nullable Sha256 sha256,
            InputStream bytes) {
        /** Takes the media type under the name that is recorded. */
        public Incoming {
            mediaType = MediaTypes.canonical(mediaType);
        }
    }

    /**
     * Takes a file in.
     *
     * @param attach gives the command that names the file; what it throws is thrown on, after a refusal without the file
     * @throws NotTakenInException for a media type that is not on the list
     * @throws FileTooLargeException beyond the limit
     * @throws InvalidValueException for an empty file, one that begins as another type does, or has another digest than was said
     * @throws UploadTooSlowException when it has not come in time
     * @throws NotStoredException when it is not stored as it came; it can be sent again
     * @throws IOException when the bytes break off
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
        // Refused here, a bad name costs no transfer.
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

    /** Where this fails the file waits and is settled later, as it is after a command of which nobody knows the outcome. */
    private static void settle(Received received, Consumer<Received> how) {
        try {
            how.accept(received);
        } catch (RuntimeException unreachable) {
            LOG.warn("A file of {} waits to be settled: {}", received.shipment(), unreachable.toString());
        }
    }
}
