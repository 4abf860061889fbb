package io.holdfast.embeddedmongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoSecurityException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.codecs.DocumentCodec;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody else on the same machine can do with the database of a process: nothing. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SecretTest {
    private static final int UNAUTHORIZED = 13;
    private static final int OP_QUERY = 2004;

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'ping': 1}",
                "{'buildInfo': 1}",
                "{'serverStatus': 1}",
                "{'listDatabases': 1}",
                "{'find': 'audit'}",
                "{'insert': 'audit', 'documents': [{'_id': 2}]}",
                "{'update': 'audit', 'updates': [{'q': {}, 'u': {'$set': {'actor': 'x'}}}]}",
                "{'delete': 'security_log', 'deletes': [{'q': {}, 'limit': 0}]}",
                "{'aggregate': 'audit', 'pipeline': [{'$out': 'other'}], 'cursor': {}}",
                "{'getMore': {'$numberLong': '1'}, 'collection': 'audit'}",
                "{'drop': 'audit'}",
                "{'dropDatabase': 1}",
                "{'saslContinue': 1, 'conversationId': 1}",
                "{'noSuchCommand': 1}"
            })
    void who_does_not_know_the_secret_is_refused_whatever_the_command(String command) {
        try (var server = EmbeddedMongo.onFile(directory);
                MongoClient stranger = MongoClients.create(withoutSecret(server))) {
            assertThatThrownBy(() ->
                            stranger.getDatabase("holdfast").runCommand(Document.parse(command.replace('\'', '"'))))
                    .isInstanceOfSatisfying(
                            MongoCommandException.class,
                            e -> assertThat(e.getErrorCode()).isEqualTo(UNAUTHORIZED));
        }
    }

    @Test
    void the_old_form_of_a_query_is_refused_as_well() throws IOException {
        try (var server = EmbeddedMongo.onFile(directory)) {
            for (String collection : new String[] {"holdfast.audit", "holdfast.$cmd", "holdfast.$cmd.sys.inprog"}) {
                assertThat(oldQuery(server.port(), collection)).containsEntry("code", UNAUTHORIZED);
            }
        }
    }

    @Test
    void a_secret_holds_for_one_start_only_and_a_wrong_one_never() {
        String old;
        try (var server = EmbeddedMongo.onFile(directory);
                var client = MongoClients.create(server.connectionString())) {
            client.getDatabase("holdfast").getCollection("audit").insertOne(new Document("_id", 1));
            old = server.connectionString();
        }
        try (var server = EmbeddedMongo.onFile(directory);
                var client = MongoClients.create(server.connectionString())) {
            assertThat(client.getDatabase("holdfast").getCollection("audit").countDocuments())
                    .isEqualTo(1);
            assertThat(server.connectionString()).isNotEqualTo(old);
            for (String wrong : new String[] {old, server.connectionString().replaceAll(":[0-9a-f]{64}@", ":guess@")}) {
                String uri = wrong.replaceFirst("127\\.0\\.0\\.1:[0-9]+", "127.0.0.1:" + server.port());
                try (var guesser = MongoClients.create(uri)) {
                    assertThatThrownBy(() -> guesser.getDatabase("holdfast")
                                    .listCollectionNames()
                                    .first())
                            .isInstanceOf(MongoSecurityException.class);
                }
            }
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void the_folder_and_the_file_are_their_owners_only_even_if_they_were_open_before() throws IOException {
        Path data = directory.resolve("data");
        EmbeddedMongo.onFile(data).close();
        Path file = data.resolve("holdfast.mv.db");
        assertThat(permissions(data)).isEqualTo("rwx------");
        assertThat(permissions(file)).isEqualTo("rw-------");

        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-r--"));
        EmbeddedMongo.onFile(data).close();
        assertThat(permissions(data)).isEqualTo("rwx------");
        assertThat(permissions(file)).isEqualTo("rw-------");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void a_folder_that_holds_the_files_of_others_stays_as_it_is() throws IOException {
        Files.writeString(directory.resolve("notes.txt"), "not ours");
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
        EmbeddedMongo.onFile(directory).close();
        assertThat(permissions(directory)).isEqualTo("rwxr-xr-x");
        assertThat(permissions(directory.resolve("holdfast.mv.db"))).isEqualTo("rw-------");
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private static String withoutSecret(EmbeddedMongo server) {
        return "mongodb://127.0.0.1:" + server.port() + "/?directConnection=true&retryWrites=false&retryReads=false";
    }

    /** OP_QUERY, as drivers spoke before OP_MSG; the first document of the reply. */
    private static Document oldQuery(int port, String collection) throws IOException {
        byte[] name = collection.getBytes(StandardCharsets.UTF_8);
        byte[] query = new byte[] {5, 0, 0, 0, 0};
        var message = ByteBuffer.allocate(28 + name.length + 1 + query.length).order(ByteOrder.LITTLE_ENDIAN);
        message.putInt(message.capacity()).putInt(1).putInt(0).putInt(OP_QUERY).putInt(0);
        message.put(name).put((byte) 0).putInt(0).putInt(1).put(query);
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(message.array());
            byte[] length = socket.getInputStream().readNBytes(Integer.BYTES);
            byte[] rest = new byte
                    [ByteBuffer.wrap(length).order(ByteOrder.LITTLE_ENDIAN).getInt() - Integer.BYTES];
            new DataInputStream(socket.getInputStream()).readFully(rest);
            int document = 36 - Integer.BYTES;
            return new RawBsonDocument(rest, document, rest.length - document).decode(new DocumentCodec());
        }
    }
}
