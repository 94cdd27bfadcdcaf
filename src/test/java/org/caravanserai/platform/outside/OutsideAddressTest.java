package org.caravanserai.platform.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.InetAddress;
import org.caravanserai.text.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutsideAddressTest {

    @ParameterizedTest
    @CsvSource({
        "https://example.org, https://example.org/",
        "HTTPS://Example.ORG:443/a?b=c#d, https://example.org/a?b=c",
        "' https://example.org:8443/ ', https://example.org:8443/",
        "https://example.org//a, https://example.org/a",
        "https://қазақстан.қаз/күн, https://xn--80aaa0a6awh12ed.xn--80ao21a/%D0%BA%D2%AF%D0%BD",
        "'https://[2A00:1450::1]/', 'https://[2a00:1450::1]/'",
    })
    void isWrittenInOneWay(String typed, String written) {
        assertThat(OutsideAddress.of(typed)).hasToString(written);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "example.org",
                "ftp://example.org/",
                "file:///etc/passwd",
                "https:///a",
                "https://example.org:0/",
                "https://example.org:65536/",
                "https://example.org:/",
                "https://exa mple.org/",
                "https://exa_mple.org/",
                "https://[fe80::1%25eth0]/",
                "https://example.org/\r\nX: y",
                "javascript:alert(1)",
            })
    void whatIsNoCompleteAddressIsRefused(String typed) {
        assertThat(refusalOf(typed).key()).isEqualTo("outside.address.none");
    }

    @Test
    void credentialsAreRefused() {
        assertThat(refusalOf("https://user:secret@example.org/").key()).isEqualTo("outside.address.credentials");
        assertThat(refusalOf("https://example.org@127.0.0.1/").key()).isEqualTo("outside.address.credentials");
    }

    @Test
    void anEndlessOneIsRefused() {
        assertThat(refusalOf("https://example.org/" + "a".repeat(2_000)).key()).isEqualTo("outside.address.long");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "10.1.2.3",
                "100.64.0.1",
                "100.127.255.255",
                "127.0.0.1",
                "127.9.9.9",
                "168.63.129.16",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "192.0.0.192",
                "192.0.2.1",
                "198.19.0.1",
                "198.51.100.7",
                "203.0.113.7",
                "224.0.0.1",
                "239.1.1.1",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:10.0.0.1",
                "::127.0.0.1",
                "64:ff9b::7f00:1",
                "64:ff9b:1::1",
                "100::1",
                "2001::1",
                "2001:db8::1",
                "2002:7f00:1::",
                "3fff::1",
                "fc00::1",
                "fd00:ec2::254",
                "fe80::1",
                "fec0::1",
                "ff02::1",
                "5f00::1",
            })
    void noSpecialAddressIsPublic(String address) {
        assertThat(Networks.isPublic(InetAddress.ofLiteral(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "8.8.8.8",
                "100.63.255.255",
                "100.128.0.1",
                "172.15.0.1",
                "172.32.0.1",
                "192.167.0.1",
                "223.1.1.1",
                "2a00:1450:4001::1",
                "2400:cb00::1",
                "2001:200::1"
            })
    void theirNeighboursAre(String address) {
        assertThat(Networks.isPublic(InetAddress.ofLiteral(address))).isTrue();
    }

    private static Refusal refusalOf(String typed) {
        return catchThrowableOfType(Refusal.class, () -> OutsideAddress.of(typed));
    }
}
