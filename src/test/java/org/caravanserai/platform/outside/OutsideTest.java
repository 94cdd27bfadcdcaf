package org.caravanserai.platform.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.caravanserai.testing.LocalWeb;
import org.caravanserai.testing.LocalWeb.Given;
import org.caravanserai.text.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutsideTest {

    private static final OutsideLimits LIMITS = new OutsideLimits(Duration.ofSeconds(20), 1_000);
    private static final byte[] BODY = "{\"a\":1}".getBytes(StandardCharsets.UTF_8);

    private final LocalWeb web = LocalWeb.plain();

    @AfterEach
    void stop() {
        web.close();
    }

    @Test
    void nothingOfThisMachineIsAskedUnlessItIsListed() {
        assertThat(refusal(outside(), web.address("/")).key()).isEqualTo("outside.refused.scheme");
        assertThat(refusal(outside(), web.address("/").replace("http:", "https:"))
                        .key())
                .isEqualTo("outside.refused.private");
        assertThat(web.asked()).isEmpty();

        assertThat(get(local(), web.address("/a?b=c")).status()).isEqualTo(204);
        assertThat(web.asked()).extracting(LocalWeb.Asked::target).containsExactly("/a?b=c");
    }

    @Test
    void whatIsListedIsListedByHostAndPort() {
        assertThat(get(outside("127.0.0.1:" + web.port()), web.address("/")).ok())
                .isTrue();
        assertThat(refusal(outside("127.0.0.1:1"), web.address("/")).key()).isEqualTo("outside.refused.scheme");
        assertThat(refusal(local(), web.address("/").replace("127.0.0.1", "localhost"))
                        .key())
                .isEqualTo("outside.refused.scheme");
        assertThatThrownBy(() -> outside("127.0.0.1")).hasMessageContaining("HOST:PORT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://2130706433/", "https://127.1/", "https://[::ffff:127.0.0.1]/", "https://[::1]/"})
    void otherSpellingsOfThisMachineHideNothing(String typed) {
        assertThat(refusal(outside(), typed).key()).isEqualTo("outside.refused.private");
        assertThat(catchThrowableOfType(Refusal.class, () -> outside().address(typed))
                        .key())
                .isEqualTo("outside.refused.private");
    }

    @Test
    void portsOfTheSystemAreRefusedExceptThoseOfTheWeb() {
        assertThat(refusal(outside(), "https://8.8.8.8:22/").key()).isEqualTo("outside.refused.port");
        assertThat(outside().address("https://8.8.8.8:8443/").port()).isEqualTo(8443);
        assertThat(outside().address("https://8.8.8.8/").port()).isEqualTo(443);
    }

    @Test
    void aNameOfWhichOneAddressIsPrivateIsRefused() {
        var outside = new Outside(
                Allowance.of(List.of()),
                name -> List.of(InetAddress.ofLiteral("8.8.8.8"), InetAddress.ofLiteral("10.0.0.1")),
                new Wires());
        assertThat(refusal(outside, "https://two.example/").key()).isEqualTo("outside.refused.private");
    }

    @Test
    void aNameThatLeadsElsewhereAMomentLaterLeadsNowhereElse() {
        var answers = new ArrayDeque<>(List.of("8.8.8.8", "127.0.0.1"));
        var reached = new ArrayList<InetAddress>();
        var outside = new Outside(
                Allowance.of(List.of()), name -> List.of(InetAddress.ofLiteral(answers.remove())), new Wires() {
                    @Override
                    Socket connect(InetAddress network, int port, Duration time) throws IOException {
                        reached.add(network);
                        return super.connect(InetAddress.getLoopbackAddress(), web.port(), time);
                    }

                    @Override
                    Socket encrypt(Socket socket, OutsideAddress address) {
                        return socket;
                    }
                });

        assertThat(get(outside, "https://turning.example/").status()).isEqualTo(204);
        assertThat(reached).containsExactly(InetAddress.ofLiteral("8.8.8.8"));
        assertThat(answers).as("the name was looked up once").containsExactly("127.0.0.1");
        assertThat(web.asked().getFirst().header("Host")).contains("turning.example");
    }

    @Test
    void redirectsAreFollowedAndCheckedAgain() {
        web.answering(request -> switch (request.target()) {
            case "/old" -> new Given(301, Map.of("Location", "/new"), "");
            case "/out" -> new Given(302, Map.of("Location", "http://localhost:" + web.port() + "/new"), "");
            case "/round" -> new Given(302, Map.of("Location", "/round"), "");
            default -> Given.of(200, "here");
        });

        assertThat(get(local(), web.address("/old")).text()).isEqualTo("here");
        assertThat(refusal(local(), web.address("/out")).key()).isEqualTo("outside.refused.scheme");
        assertThat(refusal(local(), web.address("/round")).key()).isEqualTo("outside.failed.redirects");
        assertThat(local().post(OutsideAddress.of(web.address("/old")), Map.of(), BODY, LIMITS)
                        .status())
                .isEqualTo(301);
    }

    @Test
    void whatWasSeenIsNotSentAgain() {
        web.answering(request -> request.header("If-None-Match").isPresent()
                ? Given.of(304, "")
                : new Given(200, Map.of("ETag", "\"1\"", "Last-Modified", "Mon, 07 Jun 2027 10:00:00 GMT"), "new"));

        var first = get(local(), web.address("/"));
        var second = local().get(OutsideAddress.of(web.address("/")), first.seen(), LIMITS);

        assertThat(first.text()).isEqualTo("new");
        assertThat(second.unchanged()).isTrue();
        assertThat(web.asked().getLast().header("If-Modified-Since")).contains("Mon, 07 Jun 2027 10:00:00 GMT");
    }

    @Test
    void bytesAreSentWithTheirHeadersAndOfALongAnswerTheBeginningIsKept() {
        web.answering(request -> Given.of(500, "x".repeat(5_000)));

        var answer = local().post(
                        OutsideAddress.of(web.address("/hook")),
                        Map.of("Content-Type", "application/json"),
                        BODY,
                        LIMITS);

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.ok()).isFalse();
        assertThat(answer.text()).isEqualTo("x".repeat(1_000));
        assertThat(web.asked().getFirst().body()).isEqualTo("{\"a\":1}");
        assertThat(web.asked().getFirst().header("Content-Type")).contains("application/json");
    }

    @Test
    void noHeaderSmugglesInAnother() {
        var address = OutsideAddress.of(web.address("/"));
        assertThatThrownBy(() -> local().post(address, Map.of("A", "b\r\nC: d"), BODY, LIMITS))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(local().get(address, new OutsideSeen("\"1\"\r\nC: d", ""), LIMITS)
                        .ok())
                .isTrue();
        assertThat(web.asked().getFirst().header("C")).isEmpty();
    }

    @Test
    void aBodyThatIsTooLongIsAFailure() {
        web.answering(request -> Given.of(200, "x".repeat(1_001)));
        assertThat(refusal(local(), web.address("/")))
                .isInstanceOf(OutsideFailure.class)
                .extracting(Refusal::key)
                .isEqualTo("outside.failed.big");
    }

    @ParameterizedTest
    @CsvSource({
        "'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2;x=y\r\nde\r\n0\r\n\r\n', abcde",
        "'HTTP/1.1 103 Early Hints\r\nLink: a\r\n\r\nHTTP/1.0 200 OK\r\n\r\nuntil the end', until the end",
        "'HTTP/1.1 200 OK\nContent-Length: 2\n\nab and more', ab",
    })
    void bodiesComeInSeveralWays(String answer, String body) throws Exception {
        assertThat(get(local(), raw(answer)).text()).isEqualTo(body);
    }

    @ParameterizedTest
    @CsvSource({
        "'SSH-2.0-OpenSSH\r\n\r\n', outside.failed.answer",
        "'HTTP/1.1 200 OK\r\nContent-Length: -4\r\n\r\nabcd', outside.failed.answer",
        "'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n', outside.failed.answer",
        "'HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabcd', outside.failed.unreachable",
        "'HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\nabcd', outside.failed.big",
        "'', outside.failed.unreachable",
    })
    void whatIsNoAnswerIsAFailure(String answer, String key) throws Exception {
        assertThat(refusal(local(), raw(answer)))
                .isInstanceOf(OutsideFailure.class)
                .extracting(Refusal::key)
                .isEqualTo(key);
    }

    @Test
    void whoNeverAnswersIsNotWaitedForLongerThanTheLimit() throws Exception {
        try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var address = OutsideAddress.of("http://127.0.0.1:" + silent.getLocalPort() + "/");
            var limits = new OutsideLimits(Duration.ofMillis(200), 1_000);
            var refusal = catchThrowableOfType(Refusal.class, () -> local().get(address, OutsideSeen.NOTHING, limits));
            assertThat(refusal.key()).isEqualTo("outside.failed.slow");
        }
    }

    @Test
    void whoIsNotThereIsAFailure() throws Exception {
        int port;
        try (var gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = gone.getLocalPort();
        }
        assertThat(refusal(local(), "http://127.0.0.1:" + port + "/").key()).isEqualTo("outside.failed.unreachable");
    }

    private static String raw(String answer) throws IOException {
        var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(() -> {
            try (server;
                    var socket = server.accept()) {
                var in =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
                assertThat(in.lines().takeWhile(line -> !line.isEmpty())).startsWith("GET / HTTP/1.1");
                socket.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return "http://127.0.0.1:" + server.getLocalPort() + "/";
    }

    private static Outside local() {
        return outside("127.0.0.1:*");
    }

    private static Outside outside(String... allowed) {
        return new Outside(Allowance.of(List.of(allowed)), Names.OF_THE_SYSTEM, new Wires());
    }

    private static OutsideAnswer get(Outside outside, String address) {
        return outside.get(OutsideAddress.of(address), OutsideSeen.NOTHING, LIMITS);
    }

    private static Refusal refusal(Outside outside, String address) {
        return catchThrowableOfType(Refusal.class, () -> get(outside, address));
    }
}
