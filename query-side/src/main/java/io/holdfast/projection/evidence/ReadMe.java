package io.holdfast.projection.evidence;

import io.holdfast.shipment.ShipmentId;

/** Explains in plain words what a bundle is and how to verify it. */
final class ReadMe {
    private ReadMe() {}

    static String of(ShipmentId shipment, long events) {
        return """
                The case of shipment %1$s, with what proves it
                ================================================

                Everything that was recorded about this shipment up to the moment when this file was made: %2$d events,
                numbered from 1 without a gap.

                  events/NNNNNN.json   each event as it stands in the log: what was decided, when, by whom ("metadata")
                  proofs/NNNNNN.json   what proves that this very event is in the log
                  custody.json         the events about seized goods and who had them
                  evidence.json        the events that attached files, with the SHA-256 of each file
                  evidence/            the files themselves, if they were asked for
                  checkpoint.pub       the public key that signed
                  manifest.json        what is in here; made along with it, and not signed

                How to verify it
                ----------------

                Holdfast does it without a database or a network:

                  ./holdfast verify BUNDLE.zip --key checkpoint.pub

                Take the public key from a source that you trust, and not from this file: whoever forges the one can put
                in the other. With the right key it is shown that each event was in the log, unchanged, when the
                checkpoint was signed; that none is missing between the first and the last; that evidence.json and
                custody.json say what the events say; and that each file is the one that was attached.

                It is not shown that nothing was recorded after the last event here, nor that what was recorded is true.
                An event that manifest.json lists as "unproved" was so new that no signed checkpoint covered it yet: ask
                for this file again.

                Without Holdfast: a proof holds the bytes of the event, hashes that lead from them to a block of the log,
                the headers of the blocks that follow, and the signed checkpoint (Ed25519). The page docs/event-log.md of
                Holdfast says each byte. The SHA-256 of a file is what sha256sum prints.
                """.formatted(shipment.value(), events);
    }
}
