package io.holdfast.runtime.security;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSetUnavailableException;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jose.util.ResourceRetriever;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys of an identity provider, found through its metadata (OpenID Connect Discovery 1.0, section 4; RFC 8414,
 * section 3). Each call fetches them; the caller is responsible for caching and rate limits. Nothing is fetched before
 * the first token arrives, so either system can start first.
 */
final class KeysOfIssuer implements JWKSetSource<SecurityContext> {
    private static final Logger LOG = LoggerFactory.getLogger(KeysOfIssuer.class);
    private static final int CONNECT_MILLIS = 2_000;
    private static final int READ_MILLIS = 2_000;
    private static final int MAX_BYTES = 512 * 1024;

    private final String issuer;
    private final ResourceRetriever http = new DefaultResourceRetriever(CONNECT_MILLIS, READ_MILLIS, MAX_BYTES);

    private volatile @Nullable URL keys;
    private volatile boolean reachable;

    KeysOfIssuer(String issuer) {
        this.issuer = issuer;
    }

    /** Whether the last fetch succeeded. */
    boolean isReachable() {
        return reachable;
    }

    /** @throws JWKSetUnavailableException when the provider does not answer, or does not answer with its keys */
    @Override
    public JWKSet getJWKSet(JWKSetCacheRefreshEvaluator refresh, long currentTime, @Nullable SecurityContext context)
            throws JWKSetUnavailableException {
        try {
            URL found = keys;
            if (found == null) {
                found = keysByMetadata();
            }
            JWKSet set = JWKSet.parse(http.retrieveResource(found).getContent());
            keys = found;
            reachable = true;
            return set;
        } catch (IOException | ParseException | IllegalArgumentException failed) {
            keys = null;
            reachable = false;
            LOG.warn("the keys of the issuer {} cannot be fetched: {}", issuer, failed.toString());
            throw new JWKSetUnavailableException("The keys of the issuer cannot be fetched", failed);
        }
    }

    @Override
    public void close() {}

    private URL keysByMetadata() throws IOException, ParseException {
        Map<String, Object> metadata = metadata();
        if (!issuer.equals(metadata.get("issuer"))) {
            throw new ParseException("its metadata is of another issuer: " + metadata.get("issuer"), 0);
        }
        return URI.create(JSONObjectUtils.getString(metadata, "jwks_uri")).toURL();
    }

    private Map<String, Object> metadata() throws IOException, ParseException {
        IOException nowhere = null;
        for (URI place : places()) {
            try {
                return JSONObjectUtils.parse(
                        http.retrieveResource(place.toURL()).getContent());
            } catch (IOException notHere) {
                if (nowhere == null) {
                    nowhere = notHere;
                } else {
                    nowhere.addSuppressed(notHere);
                }
            }
        }
        throw nowhere == null ? new IOException("nowhere to look") : nowhere;
    }

    private List<URI> places() {
        URI base = URI.create(issuer);
        String path = base.getPath() == null ? "" : base.getPath().replaceAll("/+$", "");
        String openId = "/.well-known/openid-configuration";
        String oauth = "/.well-known/oauth-authorization-server";
        return List.of(base.resolve(path + openId), base.resolve(oauth + path), base.resolve(openId + path));
    }
}
