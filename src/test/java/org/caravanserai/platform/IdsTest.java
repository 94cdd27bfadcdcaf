package org.caravanserai.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import org.junit.jupiter.api.Test;

class IdsTest {

    private static final int MANY = 200_000;

    @Test
    void noCodeIsMadeTwice() {
        var codes = new HashSet<String>();
        for (int i = 0; i < MANY; i++) {
            codes.add(Ids.code());
        }
        assertThat(codes).hasSize(MANY).allMatch(code -> code.matches("[2-9A-HJ-NP-Z]{6}"));
    }

    @Test
    void everyLetterIsAsLikelyAtEveryPlace() {
        var seen = new int[6][128];
        for (int i = 0; i < MANY; i++) {
            var code = Ids.code();
            for (int place = 0; place < 6; place++) {
                seen[place][code.charAt(place)]++;
            }
        }
        var even = MANY / 32;
        for (var place : seen) {
            for (char letter : "23456789ABCDEFGHJKLMNPQRSTUVWXYZ".toCharArray()) {
                assertThat(place[letter]).as("%s", letter).isBetween(even * 9 / 10, even * 11 / 10);
            }
        }
    }

    @Test
    void neighboursShareNoMoreThanChanceWouldHaveThemShare() {
        int alike = 0;
        for (int i = 0; i < MANY; i++) {
            var one = Ids.code();
            var other = Ids.code();
            for (int place = 0; place < 6; place++) {
                alike += one.charAt(place) == other.charAt(place) ? 1 : 0;
            }
        }
        assertThat(alike).isBetween(MANY * 6 / 32 * 9 / 10, MANY * 6 / 32 * 11 / 10);
    }

    @Test
    void identifiersRise() {
        var before = Ids.next();
        for (int i = 0; i < 10_000; i++) {
            var next = Ids.next();
            assertThat(next.toString()).isGreaterThan(before.toString());
            before = next;
        }
    }
}
