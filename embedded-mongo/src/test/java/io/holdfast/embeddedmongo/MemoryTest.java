package io.holdfast.embeddedmongo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MemoryTest {
    @TempDir
    private Path directory;

    @Test
    void a_store_several_times_the_heap_is_filled_indexed_sorted_changed_and_emptied() throws Exception {
        ServerProcess server = ServerProcess.start(directory, "large");
        String output = String.join("\n", server.output().lines().toList());
        assertThat(server.process().waitFor()).as(output).isZero();
    }
}
