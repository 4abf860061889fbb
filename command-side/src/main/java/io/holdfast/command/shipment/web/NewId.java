package io.holdfast.command.shipment.web;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Identifiers of what a command creates; made here, never by the caller. */
final class NewId {
    private static final SecureRandom RANDOM = new SecureRandom();

    private NewId() {}

    /** 80 random bits: unique within a case beyond doubt, and not to be guessed. */
    static String next() {
        var bytes = new byte[10];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
