package io.holdfast.standalone.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Base64;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests the TLS settings of docs/operations.md with a self-signed key pair. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TlsTest {
    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir
    static Path folder;

    private static SSLContext trusting;
    private static WholeSystem system;

    @BeforeAll
    static void start() throws Exception {
        KeyStore pair = selfSigned();
        writePem("tls.crt", "CERTIFICATE", pair.getCertificate("tls").getEncoded());
        writePem("tls.key", "PRIVATE KEY", pair.getKey("tls", PASSWORD).getEncoded());
        trusting = trusting(pair);
        String bundle = "--spring.ssl.bundle.pem.holdfast.";
        system = new WholeSystem(
                "",
                bundle + "keystore.certificate=file:" + folder.resolve("tls.crt"),
                bundle + "keystore.private-key=file:" + folder.resolve("tls.key"),
                bundle + "reload-on-update=true",
                "--server.ssl.bundle=holdfast");
    }

    @AfterAll
    static void stop() {
        system.close();
    }

    @Test
    void a_client_that_trusts_the_certificate_is_answered_and_told_to_come_by_TLS_only() throws Exception {
        var answer = ask(trusting, "TLSv1.3");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Strict-Transport-Security"))
                .hasValue("max-age=31536000 ; includeSubDomains");
    }

    @Test
    void a_client_that_does_not_trust_it_sends_nothing() throws Exception {
        assertThatThrownBy(() -> ask(SSLContext.getDefault(), "TLSv1.3")).isInstanceOf(SSLException.class);
    }

    @Test
    void versions_that_are_broken_are_not_spoken() {
        assertThatThrownBy(() -> ask(trusting, "TLSv1.1")).isInstanceOf(IOException.class);
    }

    @Test
    void a_password_over_plain_HTTP_is_not_looked_at() {
        var answer = system.ask("supervisor", "GET", "/api/v1/queues/to-triage");

        assertThat(answer.statusCode()).isEqualTo(400);
    }

    private static HttpResponse<String> ask(SSLContext context, String version)
            throws IOException, InterruptedException {
        var parameters = new SSLParameters();
        parameters.setProtocols(new String[] {version});
        try (var http = HttpClient.newBuilder()
                .sslContext(context)
                .sslParameters(parameters)
                .build()) {
            String basic = Base64.getEncoder().encodeToString("supervisor:supervisor".getBytes(StandardCharsets.UTF_8));
            return http.send(
                    HttpRequest.newBuilder(
                                    URI.create(system.url().replace("http:", "https:") + "/api/v1/queues/to-triage"))
                            .header("Authorization", "Basic " + basic)
                            .timeout(Duration.ofMinutes(1))
                            .build(),
                    BodyHandlers.ofString());
        }
    }

    private static KeyStore selfSigned() throws Exception {
        Path store = folder.resolve("pair.p12");
        int made = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "tls",
                        "-keyalg",
                        "EC",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        new String(PASSWORD),
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "SAN=dns:localhost,ip:127.0.0.1")
                .inheritIO()
                .start()
                .waitFor();
        assertThat(made).isZero();
        return KeyStore.getInstance(store.toFile(), PASSWORD);
    }

    private static SSLContext trusting(KeyStore pair) throws GeneralSecurityException, IOException {
        var trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("tls", pair.getCertificate("tls"));
        var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        var context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }

    private static void writePem(String name, String what, byte[] der) throws IOException {
        var lines = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));
        Files.writeString(
                folder.resolve(name),
                "-----BEGIN %s-----%n%s%n-----END %1$s-----%n".formatted(what, lines.encodeToString(der)));
    }
}
