package org.caravanserai.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.caravanserai.platform.RateLimits;
import org.caravanserai.programme.PrintableMeeting;
import org.caravanserai.programme.web.PrintedKind;
import org.caravanserai.programme.web.Printing;
import org.caravanserai.text.Language;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PrintShopTest {

    private static final byte[] SHORT =
            "<html lang=\"en\"><head><title>T</title></head><body><p>Words</p></body></html>"
                    .getBytes(StandardCharsets.UTF_8);

    private final PdfMaking making = new PdfMaking(new PrintFonts(new PrintProperties("")));
    private final PrintShop shop = new PrintShop(making, new RateLimits());
    private final CountDownLatch open = new CountDownLatch(1);

    @AfterEach
    void close() {
        open.countDown();
        shop.close();
    }

    @Test
    void whatIsAskedForIsMadeAndKept() {
        assertThat(shop.standing(key(1))).isInstanceOf(PrintStanding.Unordered.class);

        assertThat(shop.order(key(1), "me", () -> SHORT)).isPresent();

        await().until(() -> shop.find(key(1)).isPresent());
        assertThat(shop.standing(key(1))).isInstanceOf(PrintStanding.Ready.class);
        assertThat(shop.find(key(1)).orElseThrow().pages()).isEqualTo(1);
    }

    @Test
    void oneIsMadeAtATimeAndTheOthersWaitInOrder() {
        var atOnce = new AtomicInteger();
        var most = new AtomicInteger();
        Supplier<byte[]> counting = () -> {
            most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
            waitUntilOpen();
            atOnce.decrementAndGet();
            return SHORT;
        };
        for (int i = 1; i <= 3; i++) {
            shop.order(key(i), "me", counting);
        }
        await().until(() -> shop.standing(key(1)) instanceof PrintStanding.Making);

        assertThat(shop.standing(key(2))).isEqualTo(new PrintStanding.Waiting(1));
        assertThat(shop.standing(key(3))).isEqualTo(new PrintStanding.Waiting(2));
        open.countDown();
        await().until(() -> shop.find(key(3)).isPresent());
        assertThat(most).hasValue(1);
    }

    @Test
    void whoeverAsksForTheSameWaitsForTheSame() {
        var made = new AtomicInteger();
        Supplier<byte[]> counting = () -> {
            made.incrementAndGet();
            waitUntilOpen();
            return SHORT;
        };
        for (int i = 0; i < 20; i++) {
            assertThat(shop.order(key(1), "reader " + i, counting)).isPresent();
        }
        open.countDown();

        await().until(() -> shop.find(key(1)).isPresent());
        assertThat(made).hasValue(1);
    }

    @Test
    void itIsGivenUpWhenAllWhoWaitHaveWithdrawnAndNotBefore() {
        shop.order(key(1), "me", this::afterOpening);
        var mine = shop.order(key(2), "me", this::afterOpening).orElseThrow();
        var hers = shop.order(key(2), "her", this::afterOpening).orElseThrow();

        shop.withdraw(key(2), "somebody's guess");
        shop.withdraw(key(2), mine);
        shop.withdraw(key(2), mine);
        assertThat(shop.standing(key(2))).isEqualTo(new PrintStanding.Waiting(1));

        shop.withdraw(key(2), hers);
        assertThat(shop.standing(key(2))).isInstanceOf(PrintStanding.Unordered.class);
        shop.order(key(3), "me", this::afterOpening);
        open.countDown();
        await().until(() -> shop.find(key(3)).isPresent());
        assertThat(shop.find(key(2))).as("given up").isEmpty();
    }

    @Test
    void whatIsBeingMadeStopsWhereItIs() {
        var markup = Printing.markup(PrintableMeeting.of(6), PrintedKind.ABSTRACTS, Language.EN, List.of());
        var told = new ArrayList<Double>();

        assertThatThrownBy(() -> making.make(markup, Language.EN.icuLocale(), done -> {
                    told.add(done);
                    if (done > 0.4) {
                        throw new CancellationException();
                    }
                }))
                .isInstanceOf(CancellationException.class);

        assertThat(told.getLast()).as("not long after").isBetween(0.4, 0.6);
    }

    @Test
    void progressIsToldFromTheBeginningToTheEnd() {
        var markup = Printing.markup(PrintableMeeting.of(6), PrintedKind.ABSTRACTS, Language.EN, List.of());
        var told = new ArrayList<Double>();

        making.make(markup, Language.EN.icuLocale(), told::add);

        assertThat(told.getFirst()).isZero();
        assertThat(told.getLast()).isEqualTo(1);
        assertThat(told).as("in many steps").hasSizeGreaterThan(100).isSorted();
    }

    @Test
    void nobodyHasAMachineMakeThingsWithoutEnd() {
        var taken = 0;
        for (int i = 0; i < 30; i++) {
            taken += shop.order(key(i), "reader " + i, this::afterOpening).isPresent() ? 1 : 0;
        }
        assertThat(taken).as("as many as may wait").isEqualTo(8);
    }

    @Test
    void whoAskedForALotHasToWait() {
        var taken = 0;
        for (int i = 0; i < 40; i++) {
            var ticket = shop.order(key(i), "me", this::afterOpening);
            taken += ticket.isPresent() ? 1 : 0;
            var number = i;
            ticket.ifPresent(t -> shop.withdraw(key(number), t));
        }
        assertThat(taken).isEqualTo(30);
        assertThat(shop.order(key(99), "somebody else", this::afterOpening)).isPresent();
    }

    @Test
    void whatCannotBeMadeSaysSoAndCanBeTriedAgain() {
        shop.order(key(1), "me", () -> "no markup".getBytes(StandardCharsets.UTF_8));
        await().until(() -> shop.standing(key(1)) instanceof PrintStanding.Failed);

        shop.order(key(1), "me", () -> SHORT);
        await().until(() -> shop.find(key(1)).isPresent());
    }

    private byte[] afterOpening() {
        waitUntilOpen();
        return SHORT;
    }

    private void waitUntilOpen() {
        try {
            open.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static PrintKey key(int release) {
        return new PrintKey("release " + release, Language.EN);
    }
}
