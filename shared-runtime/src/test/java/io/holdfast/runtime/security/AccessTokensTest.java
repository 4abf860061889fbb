package io.holdfast.runtime.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSHeader;
import java.time.Clock;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AccessTokensTest {
    private final Issuer issuer = new Issuer();
    private final AccessTokens tokens = new AccessTokens(
            new TokenProperties(issuer.url(), Issuer.AUDIENCE, Duration.ofSeconds(30)), Clock.systemUTC());

    @AfterEach
    void close() {
        issuer.close();
    }

    @Test
    void made_up_keys_cause_a_handful_of_fetches_however_many_there_are() {
        tokens.decode(token());
        for (int i = 0; i < 300; i++) {
            String madeUp = token("made-up-" + i);
            assertThatThrownBy(() -> tokens.decode(madeUp)).isInstanceOf(BadJwtException.class);
        }
        assertThatNoException().isThrownBy(() -> tokens.decode(token()));
        assertThat(issuer.fetches()).isLessThanOrEqualTo(5);
    }

    @Test
    void a_new_key_of_the_issuer_is_known_at_once() {
        tokens.decode(token());
        issuer.rotate();
        assertThatNoException().isThrownBy(() -> tokens.decode(token()));
    }

    @Test
    void nothing_is_told_while_the_issuer_has_never_answered_and_it_is_not_asked_for_each_token() {
        issuer.down(true);
        for (int i = 0; i < 50; i++) {
            assertThatThrownBy(() -> tokens.decode(token())).isInstanceOf(IssuerUnreachableException.class);
        }
        assertThat(issuer.fetches()).isLessThanOrEqualTo(2);
    }

    @Test
    void who_has_a_known_key_does_not_notice_that_the_issuer_is_gone() {
        tokens.decode(token());
        issuer.down(true);
        assertThatThrownBy(() -> tokens.decode(token("made-up"))).isInstanceOf(BadJwtException.class);
        assertThatNoException().isThrownBy(() -> tokens.decode(token()));
    }

    private String token() {
        return issuer.token(claims -> claims.subject("jane"));
    }

    private String token(String keyId) {
        UnaryOperator<JWSHeader.Builder> header = builder -> builder.keyID(keyId);
        return issuer.token(header, claims -> claims.subject("jane"));
    }
}
