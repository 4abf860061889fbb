package io.holdfast.eventstore.integrity;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A hash map from text to number, in 24 bytes per slot: only the first 16 bytes of a text's SHA-256 are kept. Two texts
 * with the same fingerprint would be confused, but nobody can construct such a pair.
 */
final class FingerprintMap {

    private static final int SLOT = 3;

    private long[] slots = new long[SLOT * 1024];
    private int size;

    int size() {
        return size;
    }

    /** The number last put for the text. */
    long get(String text, long absent) {
        ByteBuffer print = fingerprint(text);
        long high = print.getLong(0);
        long low = print.getLong(8);
        int slot = find(high, low);
        return isFree(slot) ? absent : slots[slot + 2];
    }

    void put(String text, long number) {
        ByteBuffer print = fingerprint(text);
        put(print.getLong(0), print.getLong(8), number);
        if (size * 2 > slots.length / SLOT) {
            grow();
        }
    }

    void clear() {
        Arrays.fill(slots, 0);
        size = 0;
    }

    private void put(long high, long low, long number) {
        int slot = find(high, low);
        if (isFree(slot)) {
            slots[slot] = high;
            slots[slot + 1] = low;
            size++;
        }
        slots[slot + 2] = number;
    }

    /** The slot of the fingerprint, or the free slot where it would go. The number of slots is a power of two. */
    private int find(long high, long low) {
        int mask = slots.length / SLOT - 1;
        int at = (int) high & mask;
        while (!isFree(at * SLOT) && (slots[at * SLOT] != high || slots[at * SLOT + 1] != low)) {
            at = (at + 1) & mask;
        }
        return at * SLOT;
    }

    private boolean isFree(int slot) {
        return slots[slot] == 0 && slots[slot + 1] == 0;
    }

    private void grow() {
        long[] old = slots;
        slots = new long[Math.multiplyExact(old.length, 2)];
        size = 0;
        for (int slot = 0; slot < old.length; slot += SLOT) {
            if (old[slot] != 0 || old[slot + 1] != 0) {
                put(old[slot], old[slot + 1], old[slot + 2]);
            }
        }
    }

    private static ByteBuffer fingerprint(String text) {
        return ByteBuffer.wrap(MerkleTree.sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
