package io.holdfast.eventstore.integrity;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * The Merkle tree over the events of a block, as defined in RFC 6962, section 2.1: a leaf is SHA-256 of a zero byte and
 * the event's bytes, a node SHA-256 of a one byte and its two children; an unpaired node moves up a level unchanged.
 */
public final class MerkleTree {

    private MerkleTree() {}

    /** The hash of one event's canonical bytes, 32 bytes. */
    public static byte[] leaf(byte[] canonical) {
        MessageDigest digest = sha256();
        digest.update((byte) 0);
        return digest.digest(canonical);
    }

    /** @param leaves at least one */
    public static Hash root(List<byte[]> leaves) {
        List<byte[]> level = leaves;
        while (level.size() > 1) {
            level = above(level);
        }
        return Hash.of(level.getFirst());
    }

    /** The siblings from a leaf up to the root: with the leaf, all that is needed to compute the root. */
    static List<Hash> path(List<byte[]> leaves, int index) {
        List<Hash> path = new ArrayList<>();
        List<byte[]> level = leaves;
        for (int at = index; level.size() > 1; at /= 2) {
            int sibling = at ^ 1;
            if (sibling < level.size()) {
                path.add(Hash.of(level.get(sibling)));
            }
            level = above(level);
        }
        return path;
    }

    /**
     * The root that a leaf and its path lead to.
     *
     * @throws IllegalArgumentException when the path does not fit a tree of this size
     */
    static Hash root(byte[] leaf, int index, int size, List<Hash> path) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("no event " + index + " among " + size);
        }
        byte[] hash = leaf;
        Iterator<Hash> siblings = path.iterator();
        int at = index;
        for (int width = size; width > 1; width = (width + 1) / 2) {
            if ((at ^ 1) < width) {
                if (!siblings.hasNext()) {
                    throw new IllegalArgumentException("the path is too short");
                }
                byte[] sibling = siblings.next().bytes();
                hash = at % 2 == 0 ? node(hash, sibling) : node(sibling, hash);
            }
            at /= 2;
        }
        if (siblings.hasNext()) {
            throw new IllegalArgumentException("the path is too long");
        }
        return Hash.of(hash);
    }

    private static List<byte[]> above(List<byte[]> level) {
        List<byte[]> above = new ArrayList<>((level.size() + 1) / 2);
        for (int i = 0; i < level.size(); i += 2) {
            above.add(i + 1 < level.size() ? node(level.get(i), level.get(i + 1)) : level.get(i));
        }
        return above;
    }

    private static byte[] node(byte[] left, byte[] right) {
        MessageDigest digest = sha256();
        digest.update((byte) 1);
        digest.update(left);
        return digest.digest(right);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
