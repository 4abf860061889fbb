package io.holdfast.command.shipment.web;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Generates the ids of items that commands create; callers never choose them. */
final class NewId {
    private static final SecureRandom RANDOM = new SecureRandom();

    private NewId() {}

    /** 80 random bits: practically unique within a case, and impossible to guess. */
    static String next() {
        var bytes = new byte[10];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
