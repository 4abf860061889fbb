package io.holdfast.eventstore.integrity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class MerkleTreeTest {

    @Property(tries = 300)
    void every_leaf_has_a_path_to_the_root_and_no_other_leaf_has_it(
            @ForAll @IntRange(min = 1, max = 200) int size, @ForAll @IntRange(max = 199) int any) {
        List<byte[]> leaves = leaves(size);
        int index = any % size;
        List<Hash> path = MerkleTree.path(leaves, index);
        assertThat(MerkleTree.root(leaves.get(index), index, size, path)).isEqualTo(MerkleTree.root(leaves));
        assertThat(path.size()).isLessThanOrEqualTo(8);
        if (size > 1) {
            int other = (index + 1) % size;
            assertThat(MerkleTree.root(leaves.get(other), index, size, path)).isNotEqualTo(MerkleTree.root(leaves));
        }
    }

    @Property(tries = 100)
    void it_is_the_tree_of_RFC_6962(@ForAll @IntRange(min = 1, max = 130) int size) {
        assertThat(MerkleTree.root(leaves(size)).bytes()).isEqualTo(recursively(leaves(size)));
    }

    @Test
    void a_path_that_does_not_fit_is_refused() {
        List<byte[]> leaves = leaves(5);
        List<Hash> path = MerkleTree.path(leaves, 2);
        for (int size : List.of(3, 17, 1)) {
            assertThatThrownBy(() -> MerkleTree.root(leaves.get(2), 2, size, path))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> MerkleTree.root(leaves.get(2), -1, 5, path))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_leaf_is_known_from_elsewhere() {
        assertThat(HexFormat.of().formatHex(MerkleTree.leaf(new byte[0])))
                .as("RFC 6962's leaf of nothing")
                .isEqualTo("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
    }

    /** The RFC's recursive definition: split at the largest power of two below the size. */
    private static byte[] recursively(List<byte[]> leaves) {
        if (leaves.size() == 1) {
            return leaves.getFirst();
        }
        int split = Integer.highestOneBit(leaves.size() - 1);
        var digest = MerkleTree.sha256();
        digest.update((byte) 1);
        digest.update(recursively(leaves.subList(0, split)));
        return digest.digest(recursively(leaves.subList(split, leaves.size())));
    }

    private static List<byte[]> leaves(int size) {
        return new ArrayList<>(IntStream.range(0, size)
                .mapToObj(i -> MerkleTree.leaf(("event " + i).getBytes(StandardCharsets.UTF_8)))
                .toList());
    }
}
