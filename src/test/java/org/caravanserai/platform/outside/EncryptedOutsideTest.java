package org.caravanserai.platform.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.InputStream;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.caravanserai.testing.LocalWeb;
import org.caravanserai.text.Refusal;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EncryptedOutsideTest {

    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir
    static Path folder;

    private static SSLContext context;
    private static LocalWeb web;

    @BeforeAll
    static void start() throws Exception {
        var store = folder.resolve("keys.p12");
        var keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "web",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=right.example",
                        "-ext",
                        "SAN=dns:right.example",
                        "-validity",
                        "2",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        "changeit",
                        "-keystore",
                        store.toString())
                .redirectErrorStream(true)
                .start();
        try (var said = keytool.getInputStream()) {
            said.readAllBytes();
        }
        assertThat(keytool.waitFor()).isZero();
        try (var in = Files.newInputStream(store)) {
            context = contextOf(in);
        }
        web = LocalWeb.encrypted(context);
    }

    @AfterAll
    static void stop() {
        web.close();
    }

    @Test
    void whoProvesToBeTheHostIsAsked() {
        var answer = outside(context.getSocketFactory()).get(address("right.example"), OutsideSeen.NOTHING, limits());

        assertThat(answer.status()).isEqualTo(204);
        assertThat(web.asked().getLast().header("Host")).contains("right.example:" + web.port());
    }

    @Test
    void whoProvesToBeAnotherHostIsNot() {
        assertThat(refusal(context.getSocketFactory(), "wrong.example").key()).isEqualTo("outside.failed.certificate");
    }

    @Test
    void whoseCertificateNobodyVouchesForIsNot() {
        assertThat(refusal((SSLSocketFactory) SSLSocketFactory.getDefault(), "right.example")
                        .key())
                .isEqualTo("outside.failed.certificate");
    }

    private static Refusal refusal(SSLSocketFactory trust, String host) {
        return catchThrowableOfType(
                Refusal.class, () -> outside(trust).get(address(host), OutsideSeen.NOTHING, limits()));
    }

    private static Outside outside(SSLSocketFactory trust) {
        return new Outside(
                Allowance.of(List.of("right.example:*", "wrong.example:*")),
                name -> List.of(InetAddress.getLoopbackAddress()),
                new Wires(trust));
    }

    private static OutsideAddress address(String host) {
        return OutsideAddress.of("https://" + host + ":" + web.port() + "/");
    }

    private static OutsideLimits limits() {
        return new OutsideLimits(Duration.ofSeconds(20), 1_000);
    }

    private static SSLContext contextOf(InputStream in) throws Exception {
        var store = KeyStore.getInstance("PKCS12");
        store.load(in, PASSWORD);
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD);
        var trust = KeyStore.getInstance("PKCS12");
        trust.load(null, null);
        trust.setCertificateEntry("web", store.getCertificate("web"));
        var trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(trust);
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trusted.getTrustManagers(), null);
        return context;
    }
}
