package io.holdfast.runtime.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A minimal identity provider for tests: its metadata (OpenID Connect Discovery), keys and tokens. */
final class Issuer implements AutoCloseable {
    static final String AUDIENCE = "https://holdfast.example.gov";

    private final HttpServer server;
    private final AtomicInteger fetches = new AtomicInteger();
    private volatile RSAKey key = key("first");
    private volatile boolean down;

    Issuer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        server.createContext("/.well-known/openid-configuration", exchange -> answer(exchange, metadata()));
        server.createContext("/keys", exchange -> {
            fetches.incrementAndGet();
            answer(exchange, new JWKSet(key.toPublicJWK()).toString());
        });
        server.start();
    }

    static RSAKey key(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException cannotHappen) {
            throw new IllegalStateException(cannotHappen);
        }
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** How often its keys were fetched. */
    int fetches() {
        return fetches.get();
    }

    /** Signs with a new key from now on. */
    void rotate() {
        key = key("second");
    }

    /** Sets whether it answers with errors. */
    void down(boolean now) {
        down = now;
    }

    RSAKey publicKey() {
        return key.toPublicJWK();
    }

    String token(Consumer<JWTClaimsSet.Builder> claims) {
        return token(header -> header, claims);
    }

    /** A token with a modified header. */
    String token(UnaryOperator<JWSHeader.Builder> header, Consumer<JWTClaimsSet.Builder> claims) {
        return sign(key, header, claims(claims).toPayload());
    }

    /** A token with a payload that no library would write. */
    String raw(String payload) {
        return sign(key, header -> header, new Payload(payload));
    }

    /** A token that names this issuer but is signed with another key. */
    String forged(Consumer<JWTClaimsSet.Builder> claims) {
        return sign(key("first"), header -> header, claims(claims).toPayload());
    }

    JWTClaimsSet claims(Consumer<JWTClaimsSet.Builder> claims) {
        var set = new JWTClaimsSet.Builder()
                .issuer(url())
                .audience(AUDIENCE)
                .expirationTime(Date.from(Instant.now().plus(Duration.ofMinutes(5))));
        claims.accept(set);
        return set.build();
    }

    private static String sign(RSAKey key, UnaryOperator<JWSHeader.Builder> header, Payload payload) {
        try {
            return sign(
                    new RSASSASigner(key),
                    header.apply(new JWSHeader.Builder(JWSAlgorithm.RS256)
                                    .keyID(key.getKeyID())
                                    .type((JOSEObjectType) null))
                            .build(),
                    payload);
        } catch (JOSEException cannotHappen) {
            throw new IllegalStateException(cannotHappen);
        }
    }

    static String sign(JWSSigner signer, JWSHeader header, Payload payload) {
        var token = new JWSObject(header, payload);
        try {
            token.sign(signer);
        } catch (JOSEException cannotHappen) {
            throw new IllegalStateException(cannotHappen);
        }
        return token.serialize();
    }

    private String metadata() {
        return "{\"issuer\": \"%1$s\", \"jwks_uri\": \"%1$s/keys\", \"subject_types_supported\": [\"public\"]}"
                .formatted(url());
    }

    private void answer(HttpExchange exchange, @Nullable String json) throws IOException {
        byte[] bytes = String.valueOf(json).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(down ? 500 : 200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
