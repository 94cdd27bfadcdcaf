package org.caravanserai.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.caravanserai.access.World.Where;
import org.caravanserai.access.World.Who;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.platform.Actor;
import org.caravanserai.platform.Ids;
import org.caravanserai.programme.Favourites;
import org.caravanserai.programme.PublishedMeetings;
import org.caravanserai.programme.StarsCalendars;
import org.caravanserai.testing.Acting;
import org.caravanserai.testing.InBrowser;
import org.caravanserai.testing.Nginx;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/**
 * The application behind a real nginx that keeps what it is allowed to keep. Whatever comes from its cache must be what the
 * application would have said to the one who asks, and nothing of one person's may be in what another gets.
 */
@TestPropertySource(
        properties = {
            "caravanserai.demo.researcher=proposer_open@world.example",
            "caravanserai.demo.organiser=organiser_open@world.example"
        })
class CachingProxyEndToEndTest extends InBrowser {

    private static final Duration LATEST = Duration.ofSeconds(2);

    @Autowired
    World world;

    @Autowired
    PublishedMeetings published;

    @Autowired
    Favourites favourites;

    @Autowired
    StarsCalendars calendars;

    @LocalServerPort
    int port;

    @BeforeEach
    void makeTheWorld() {
        Actor.asSystem(world::make);
    }

    @Test
    void whoeverAsksFirstNobodyGetsAnythingOfAnother() throws Exception {
        var place = world.place(Where.OPEN);
        var proposer = world.person(Who.PROPOSER_OPEN);
        Acting.as(proposer, () -> favourites.star(place.meeting(), List.of(place.sessionCode())));
        var secret = Acting.as(proposer, () -> calendars.make(place.meeting())).value();
        var nobody = new Visitor("nobody", "en");
        var speaker = new Visitor("speaker", "en");
        speaker.enter(address(), "researcher");
        speaker.keep("lang", "ja");
        speaker.keep("tz", "Pacific/Auckland");
        var organiser = new Visitor("organiser", "ru");
        organiser.enter(address(), "organiser");
        var addresses = addresses();
        addresses.add("/m/" + place.slug() + "/mine/" + secret + ".ics");

        for (var order : List.of(List.of(speaker, organiser, nobody), List.of(nobody, organiser, speaker))) {
            var wrong = new ArrayList<String>();
            var kept = 0;
            try (var nginx = Nginx.before(port)) {
                for (var path : addresses) {
                    for (var visitor : order) {
                        for (int again = 0; again < 2; again++) {
                            var answer = visitor.get(nginx.address() + path);
                            kept += answer.fromCache() ? 1 : 0;
                            faults(visitor, path, answer, order, secret).stream()
                                    .map(fault -> visitor + ", " + path + ": " + fault)
                                    .forEach(wrong::add);
                        }
                    }
                }
            }
            assertThat(wrong).as("in the order " + order).isEmpty();
            assertThat(kept).as("answers from the cache").isGreaterThan(20);
        }
        assertThat(speaker.get(address() + "/m/" + place.slug() + "/mine").text())
                .contains("A session", "<html lang=\"ja\">");
        assertThat(speaker.get(address() + "/proposals/" + place.code() + "/files/" + place.file())
                        .text())
                .contains(World.UNPUBLISHED);
    }

    private List<String> faults(Visitor visitor, String path, Visitor.Answer answer, List<Visitor> all, String secret)
            throws Exception {
        var faults = new ArrayList<String>();
        var told = answer.text() + answer.headers();
        var caching = answer.header("cache-control");
        if (answer.fromCache()) {
            if (caching.contains("private") || caching.contains("no-store")) {
                faults.add("kept although it is one person's: " + caching);
            }
            var direct = visitor.get(address() + path);
            if (direct.status() != answer.status()
                    || !java.util.Arrays.equals(direct.body(), answer.body())
                    || !direct.header("content-type").equals(answer.header("content-type"))) {
                faults.add("another answer than the application's own to her");
            }
        }
        for (var other : all) {
            if (other != visitor && other.secrets().stream().anyMatch(told::contains)) {
                faults.add("a cookie of the " + other);
            }
        }
        var isSpeaker = visitor.toString().equals("speaker");
        if (!isSpeaker && !path.contains(secret)) {
            List.of("Auckland", "Окленд", secret, "proposer_open@world.example").stream()
                    .filter(told::contains)
                    .forEach(mark -> faults.add("the speaker's " + mark));
        }
        if (visitor.toString().equals("nobody")) {
            List.of(World.UNPUBLISHED, World.HIDDEN_WORD).stream()
                    .filter(told::contains)
                    .forEach(faults::add);
        }
        return faults;
    }

    @Test
    void publicPagesAreSharedAndComeWithoutABodyToWhoHasThem() throws Exception {
        var slug = "n" + Ids.code().toLowerCase(Locale.ROOT);
        published.publish(PublishedMeetings.tokyo(slug));
        var one = new Visitor("one", "en");
        var other = new Visitor("other", "en");
        var person = Pattern.compile("/people/[0-9A-Z]+")
                .matcher(one.get(address() + "/m/" + slug + "/sessions/WATER2").text());
        assertThat(person.find()).isTrue();
        try (var nginx = Nginx.before(port)) {
            for (var page : List.of(
                    "",
                    "/programme",
                    "/programme?topic=aral-sea",
                    "/sessions/WATER2",
                    person.group(),
                    "/embed?topic=aral-sea&lang=ja",
                    "/feed.json",
                    "/schedule.xml",
                    "/programme.ics",
                    "/releases")) {
                var address = nginx.address() + "/m/" + slug + page;
                var shared = shared(one, other, address);
                assertThat(shared.status()).as(page).isEqualTo(200);
                assertThat(shared.body()).as(page).isEqualTo(one.get(address).body());
                var again = other.get(address, "If-None-Match", shared.header("etag"));
                assertThat(again.status()).as(page).isEqualTo(304);
                assertThat(again.body()).as(page).isEmpty();
                var zipped = other.get(address, "Accept-Encoding", "gzip");
                assertThat(zipped.header("content-encoding")).as(page).isEqualTo("gzip");
            }
        }
    }

    /** On a slow machine more than the second for which a page is kept may lie between two questions. */
    private static Visitor.Answer shared(Visitor one, Visitor other, String address) throws Exception {
        var latest = Instant.now().plusSeconds(60);
        while (true) {
            one.get(address);
            var answer = other.get(address);
            if (answer.fromCache() || Instant.now().isAfter(latest)) {
                assertThat(answer.fromCache()).as(address + " is shared").isTrue();
                return answer;
            }
        }
    }

    @Test
    void aReleaseIsSeenAndAClosedMeetingGoneWithinTwoSeconds() throws Exception {
        var slug = "n" + Ids.code().toLowerCase(Locale.ROOT);
        MeetingId meeting = published.publish(PublishedMeetings.tokyo(slug));
        var reader = new Visitor("reader", "en");
        try (var nginx = Nginx.before(port)) {
            var address = nginx.address() + "/m/" + slug + "/programme?day=2027-06-08";
            assertThat(shared(reader, reader, address).text()).doesNotContain("Cancelled");

            published.callOff(meeting, "WATER2");
            assertThat(lateness(reader, address, answer -> answer.text().contains("class=\"cancelled\"")))
                    .isLessThan(LATEST);

            published.show(meeting, false);
            assertThat(lateness(reader, address, answer -> answer.status() == 404))
                    .isLessThan(LATEST);
        }
    }

    /** How long after now one could still ask for a page and get the old one. */
    private static Duration lateness(Visitor reader, String address, java.util.function.Predicate<Visitor.Answer> isNew)
            throws Exception {
        var since = Instant.now();
        var last = since;
        while (Duration.between(since, last).compareTo(LATEST) < 0) {
            var asked = Instant.now();
            if (isNew.test(reader.get(address))) {
                return Duration.between(since, last);
            }
            last = asked;
        }
        return Duration.between(since, last);
    }

    /** Everything that can be read at an address, of the open meeting and of the hidden one. */
    private List<String> addresses() throws Exception {
        var addresses = new ArrayList<String>();
        var table = Files.readString(
                Path.of("src", "test", "resources", "access", "addresses.txt"), StandardCharsets.UTF_8);
        for (var line : table.lines().toList()) {
            if (line.startsWith("GET ")) {
                var pattern = line.substring(4, line.indexOf(" = "));
                for (var where : Where.values()) {
                    var filled = world.place(where).fill(pattern);
                    if (!addresses.contains(filled)) {
                        addresses.add(filled);
                    }
                }
            }
        }
        return addresses;
    }
}
