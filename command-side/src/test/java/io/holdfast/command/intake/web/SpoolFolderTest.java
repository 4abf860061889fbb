package io.holdfast.command.intake.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SpoolFolderTest {
    @TempDir
    Path around;

    @Test
    void only_the_owner_can_look_into_a_spool_and_nothing_stays() throws Exception {
        try (var folder = new SpoolFolder(around)) {
            try (var spool = SpooledBody.of(folder, new ByteArrayInputStream(new byte[] {1, 2}), "form", 10)) {
                assertThat(spool.open().readAllBytes()).hasSize(2);
                Path file = folder.newFile();
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                        .isEqualTo("rw-------");
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
                        .isEqualTo("rwx------");
            }
        }
        assertThat(around).isDirectoryNotContaining("glob:**/intake-*");
    }

    @Test
    void what_a_killed_process_left_is_removed_at_the_start_and_what_another_uses_is_not() throws Exception {
        Path left = Files.createDirectories(around.resolve("intake-of-a-killed-one"));
        Files.createFile(left.resolve(".lock"));
        Files.writeString(left.resolve("body-1.spool"), "shipmentId");
        try (var other = new SpoolFolder(around)) {
            assertThat(left).doesNotExist();
            Path inUse = other.newFile();
            try (var folder = new SpoolFolder(around)) {
                assertThat(folder.newFile()).exists();
                assertThat(inUse).exists();
            }
        }
    }
}
