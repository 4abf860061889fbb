package io.holdfast.embeddedmongo.wire;

import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.wire.message.ClientRequest;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import de.bwaldvogel.mongo.wire.message.MongoQuery;
import io.holdfast.embeddedmongo.message.Replies;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The login state of one connection: until it has sent the secret, by the SASL mechanism PLAIN (RFC 4616), it may only greet. The
 * secret never leaves this machine, because the server listens on the loopback address only.
 */
final class Login {
    /** The user name that belongs to the secret. */
    static final String USER = "holdfast";

    private static final int UNAUTHORIZED = 13;
    private static final int AUTHENTICATION_FAILED = 18;
    private static final Set<String> GREETINGS = Set.of("hello", "ismaster");
    private static final String SASL_START = "saslstart";

    private final @Nullable String secret;
    private volatile boolean known;

    /** @param secret null admits every client */
    Login(@Nullable String secret) {
        this.secret = secret;
        this.known = secret == null;
    }

    /** The reply to send instead of running the request; null if it may run. */
    @Nullable Document replyInstead(ClientRequest request) {
        Document command = command(request);
        String name =
                command.isEmpty() ? "" : command.keySet().iterator().next().toLowerCase(Locale.ROOT);
        if (name.equals(SASL_START)) {
            return start(command);
        }
        if (known || GREETINGS.contains(name)) {
            return null;
        }
        return Replies.error(new MongoServerError(UNAUTHORIZED, "Unauthorized", name + " requires authentication"));
    }

    private static Document command(ClientRequest request) {
        return switch (request) {
            case MongoMessage message -> message.getDocument();
            case MongoQuery query when query.getCollectionName().equals("$cmd") -> query.getQuery();
            default -> new Document();
        };
    }

    private Document start(Document command) {
        if ("PLAIN".equals(command.get("mechanism"))
                && command.get("payload") instanceof BinData payload
                && isValid(payload.getData())) {
            known = true;
            return Replies.ok(
                    new Document("conversationId", 1).append("done", true).append("payload", new BinData(new byte[0])));
        }
        return Replies.error(
                new MongoServerError(AUTHENTICATION_FAILED, "AuthenticationFailed", "Authentication failed"));
    }

    /** The message is {@code [authzid] NUL authcid NUL passwd}; acting for another user is not supported. */
    private boolean isValid(byte[] message) {
        if (secret == null) {
            return true;
        }
        String expected = "\0" + USER + "\0" + secret;
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), message)
                | MessageDigest.isEqual((USER + expected).getBytes(StandardCharsets.UTF_8), message);
    }
}
