package io.holdfast.runtime.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
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
import java.util.function.Consumer;

/** An identity provider as far as a resource server needs one: its metadata (OpenID Connect Discovery), its keys, its tokens. */
final class Issuer implements AutoCloseable {
    private final HttpServer server;
    private final RSAKey key;

    Issuer() {
        try {
            key = new RSAKeyGenerator(2048).keyID("first").generate();
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (JOSEException cannotHappen) {
            throw new IllegalStateException(cannotHappen);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        server.createContext("/.well-known/openid-configuration", exchange -> answer(exchange, metadata()));
        server.createContext("/keys", exchange -> answer(exchange, new JWKSet(key.toPublicJWK()).toString()));
        server.start();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    String token(Consumer<JWTClaimsSet.Builder> claims) {
        return token(key, claims);
    }

    /** A token of this issuer by name, but not by key. */
    String forged(Consumer<JWTClaimsSet.Builder> claims) {
        try {
            return token(new RSAKeyGenerator(2048).keyID("first").generate(), claims);
        } catch (JOSEException cannotHappen) {
            throw new IllegalStateException(cannotHappen);
        }
    }

    private String token(RSAKey signing, Consumer<JWTClaimsSet.Builder> claims) {
        var set = new JWTClaimsSet.Builder()
                .issuer(url())
                .expirationTime(Date.from(Instant.now().plus(Duration.ofMinutes(5))));
        claims.accept(set);
        var token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .keyID(signing.getKeyID())
                        .build(),
                set.build());
        try {
            token.sign(new RSASSASigner(signing));
        } catch (JOSEException cannotHappen) {
            throw new IllegalStateException(cannotHappen);
        }
        return token.serialize();
    }

    private String metadata() {
        return "{\"issuer\": \"%1$s\", \"jwks_uri\": \"%1$s/keys\", \"subject_types_supported\": [\"public\"]}"
                .formatted(url());
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
