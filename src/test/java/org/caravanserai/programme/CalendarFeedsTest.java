package org.caravanserai.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.securityContext;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import net.fortuna.ical4j.model.component.VEvent;
import org.caravanserai.agenda.AgendaPublication;
import org.caravanserai.agenda.AgendaSnapshot;
import org.caravanserai.agenda.Session;
import org.caravanserai.agenda.Sessions;
import org.caravanserai.people.OneTimeSecret;
import org.caravanserai.people.Person;
import org.caravanserai.people.PersonId;
import org.caravanserai.people.Persons;
import org.caravanserai.people.Role;
import org.caravanserai.people.RoleGrant;
import org.caravanserai.people.RoleGrants;
import org.caravanserai.platform.Actor;
import org.caravanserai.platform.Ids;
import org.caravanserai.testing.Acting;
import org.caravanserai.testing.IntegrationTest;
import org.caravanserai.testing.SqlCounter;
import org.caravanserai.testing.TestClock;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.PersonName;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionTemplate;

/** Calendars of topics, of people and of what somebody has starred. */
@IntegrationTest
class CalendarFeedsTest extends OfPublishedMeeting {

    private static final Pattern ADDRESS =
            Pattern.compile("value=\"https?://[^/]+(/m/[^\"]+/mine/[^\"]+\\.ics[^\"]*)\"");

    @Autowired
    Favourites favourites;

    @Autowired
    StarsCalendars calendars;

    @Autowired
    Persons persons;

    @Autowired
    Sessions sessions;

    @Autowired
    AgendaPublication publication;

    @Autowired
    RoleGrants grants;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    MockHttpSession session = new MockHttpSession();
    PersonId reader = new PersonId(new UUID(0, 0));

    @BeforeEach
    void aPublishedProgrammeAndAReader() {
        session = new MockHttpSession();
        reader = person("KOBAYASHI Tsuneo");
    }

    @Test
    void aTopicAndAPersonHaveACalendarOfTheirSessionsAlone() throws Exception {
        var topic = events(answer(get("/m/" + slug + "/topics/aral-sea.ics?lang=en")));
        var person = answer(get(personsCalendar("WATER2") + "?lang=ja"));

        assertThat(topic).hasSize(2);
        assertThat(events(person)).extracting(CalendarFeedsTest::summary).containsExactly("アラル海に水を");
        assertThat(text(person))
                .contains("X-WR-CALNAME:科学者会合 · 佐藤 純一")
                .contains("BEGIN:VTIMEZONE\r\nTZID:Asia/Tokyo")
                .contains("DTSTART;TZID=Asia/Tokyo:20270608T083000")
                .contains("SEQUENCE:1");
        assertThat(text(answer(get("/m/" + slug + "/topics/aral-sea.ics?lang=en"))))
                .contains("X-WR-CALNAME:Scientists' Meeting · Aral Sea");
        for (var path : new String[] {"/topics/none.ics", "/people/NOSUCH.ics"}) {
            assertThat(answer(get("/m/" + slug + path)).getStatus()).as(path).isEqualTo(404);
        }
    }

    @Test
    void everyCalendarOfAMeetingTellsOneEventOfASession() throws Exception {
        star("WATER2");

        var whole = events(answer(get("/m/" + slug + "/programme.ics")));
        for (var path : new String[] {"/m/" + slug + "/topics/aral-sea.ics", personsCalendar("WATER2"), made()}) {
            assertThat(whole)
                    .as(path)
                    .extracting(VEvent::toString)
                    .containsAll(events(answer(get(URI.create(path.replaceFirst("\\?.*", ""))))).stream()
                            .map(VEvent::toString)
                            .toList());
        }
    }

    @Test
    void aCalendarIsTheSameBytesUntilSomethingChanges() throws Exception {
        star("WATER2");
        var mine = made();

        for (var path : List.of("/m/" + slug + "/topics/aral-sea.ics?lang=ru", personsCalendar("WATER2"), mine)) {
            var first = answer(get(URI.create(path)));
            clock.advance(Duration.ofHours(30));
            var again = answer(get(URI.create(path)));
            assertThat(again.getContentAsByteArray()).as(path).isEqualTo(first.getContentAsByteArray());
            var tag = Objects.requireNonNull(first.getHeader("ETag"));
            var unchanged = answer(get(URI.create(path)).header("If-None-Match", tag));
            assertThat(unchanged.getStatus()).as(path).isEqualTo(304);
            assertThat(unchanged.getContentAsByteArray()).isEmpty();
        }

        var before = Objects.requireNonNull(answer(get(URI.create(mine))).getHeader("ETag"));
        star("EVIL22");
        var after = answer(get(URI.create(mine)).header("If-None-Match", before));
        assertThat(after.getStatus()).isEqualTo(200);
        assertThat(events(after)).hasSize(2);
    }

    @Test
    void afterTheNextReleaseACalledOffSessionStaysInItsCalendarsAndSaysSo() throws Exception {
        star("WATER2");
        var paths = List.of("/m/" + slug + "/topics/aral-sea.ics", personsCalendar("WATER2"), made());
        var before = new ArrayList<String>();
        for (var path : paths) {
            before.add(uid(water(path)));
        }
        transaction.executeWithoutResult(t -> sessions.findByMeeting(meeting.value()).stream()
                .filter(s -> s.code().equals("WATER2"))
                .forEach(Session::cancel));
        Actor.asSystem(() -> grants.save(new RoleGrant(reader, Role.ORGANISER, meeting.value())));
        clock.advance(AgendaPublication.PAUSE);
        Acting.as(reader, () -> publication.publish(meeting, LocalizedText.EMPTY));

        for (int i = 0; i < paths.size(); i++) {
            var event = water(paths.get(i));
            assertThat(uid(event)).as(paths.get(i)).isEqualTo(before.get(i));
            assertThat(event.toString())
                    .contains("STATUS:CANCELLED\r\n")
                    .contains("SEQUENCE:2\r\n")
                    .contains("DTSTART;TZID=Asia/Tokyo:20270608T083000\r\n");
        }
    }

    @Test
    void theAddressIsToldOnceAndOnlyAHashOfItIsKept() throws Exception {
        assertThat(page()).contains("Make a secret address").doesNotContain(".ics");

        var address = made();

        assertThat(page())
                .contains("You have a secret address")
                .contains("Revoke the address")
                .doesNotContain(".ics");
        var secret = address.replaceFirst(".*/mine/", "").replaceFirst("\\.ics.*", "");
        assertThat(jdbc.sql("select secret_hash from stars_calendar where meeting = ?")
                        .param(meeting.value())
                        .query(String.class)
                        .list())
                .containsExactly(new OneTimeSecret(secret).hash());
    }

    @Test
    void theCalendarOfStarsShowsThemAndNotWhoseTheyAre() throws Exception {
        var other = person("Gulnara Bekova");
        star("WATER2");
        Acting.as(other, () -> favourites.star(meeting, List.of("EVIL22")));
        var others = Acting.as(other, () -> calendars.make(meeting));

        var mine = answer(get(URI.create(made())));
        var theirs = answer(get("/m/" + slug + "/mine/" + others.value() + ".ics"));

        assertThat(events(mine)).extracting(CalendarFeedsTest::summary).containsExactly("Water for the Aral Sea");
        assertThat(events(theirs)).hasSize(1);
        assertThat(text(theirs)).contains("</title>").doesNotContain("Water for");
        assertThat(mine.getHeader("Cache-Control")).isEqualTo("private, no-cache");
        assertThat(text(mine) + mine.getHeader("Content-Disposition"))
                .doesNotContainIgnoringCase("KOBAYASHI")
                .doesNotContain(reader.value().toString());
    }

    @Test
    void anAddressThatWasRevokedOrReplacedIsLikeOneThatNeverWas() throws Exception {
        star("WATER2");
        var first = made();
        var second = made();

        assertThat(first).isNotEqualTo(second);
        assertThat(answer(get(URI.create(second))).getStatus()).isEqualTo(200);

        var revoked =
                asReader(post("/m/" + slug + "/mine").param("keep", "false").with(csrf()));

        assertThat(revoked.getStatus()).isEqualTo(303);
        assertThat(page()).contains("Make a secret address");
        var elsewhere = "f" + Ids.code().toLowerCase(Locale.ROOT);
        published.publish(PublishedMeetings.tokyo(elsewhere));
        var working = made();
        var never = answer(get("/m/" + slug + "/mine/" + OneTimeSecret.random().value() + ".ics"));
        for (var path : List.of(first, second, working.replace(slug, elsewhere), "/m/" + slug + "/mine/x.ics")) {
            var nothing = answer(get(URI.create(path)));
            assertThat(nothing.getStatus()).as(path).isEqualTo(404);
            assertThat(nothing.getContentAsByteArray()).isEqualTo(never.getContentAsByteArray());
            assertThat(nothing.getHeader("ETag")).isNull();
        }
        published.show(meeting, false);
        assertThat(answer(get(URI.create(working))).getStatus()).isEqualTo(404);
    }

    @Test
    void onlySomebodySignedInMakesAnAddressByAFormOfThisSite() throws Exception {
        assertThat(asReader(post("/m/" + slug + "/mine")).getStatus()).isEqualTo(403);
        assertThat(answer(post("/m/" + slug + "/mine").with(csrf())).getHeader("Location"))
                .startsWith("/sign-in?to=");
        assertThat(text(answer(get("/m/" + slug + "/mine?lang=en")))).doesNotContain("secret address");
        assertThat(Acting.as(reader, () -> calendars.exists(meeting))).isFalse();
    }

    @Test
    void pagesOfferTheirCalendarInTheReadersLanguage() throws Exception {
        var topic = text(answer(get("/m/" + slug + "/topics/aral-sea?lang=ja")));
        var person = text(answer(get(personsCalendar("WATER2").replace(".ics", "") + "?lang=kk")));

        assertThat(topic)
                .containsPattern("href=\"webcal://[^\"]+/m/" + slug + "/topics/aral-sea\\.ics\\?lang=ja\">カレンダーで購読");
        assertThat(person)
                .containsPattern("href=\"webcal://[^\"]+/people/[0-9A-Z]+\\.ics\\?lang=kk\">Күнтізбеде жазылу");
        assertThat(text(answer(get("/m/" + slug + "/countries/JP")))).doesNotContain("webcal:");
        star("WATER2");
        assertThat(asReader(get("/m/" + slug + "/mine?lang=tg")).getStatus()).isEqualTo(200);
    }

    @Test
    void aCalendarOfManySessionsCostsAsManyStatementsAsOneOfFew() throws Exception {
        star("WATER2");
        var few = made();
        var many = "f" + Ids.code().toLowerCase(Locale.ROOT);
        var large = published.publish(manySessions(many));
        Acting.as(
                reader,
                () -> favourites.star(
                        large,
                        IntStream.range(0, 60).mapToObj(CalendarFeedsTest::code).toList()));
        var secret = Acting.as(reader, () -> calendars.make(large)).value();
        var paths = List.of(few, "/m/" + many + "/mine/" + secret + ".ics");
        var cost = new ArrayList<Integer>();
        for (var path : paths) {
            answer(get(URI.create(path)));
            var counted = SqlCounter.counting(() -> quietly(path));
            assertThat(counted.result().getStatus()).isEqualTo(200);
            cost.add(counted.statements());
        }

        assertThat(events(answer(get(URI.create(paths.get(1)))))).hasSize(60);
        assertThat(cost).containsExactly(1, 1);
        var kept = "/m/" + many + "/topics/aral-sea.ics";
        assertThat(events(answer(get(kept)))).hasSize(60);
        assertThat(SqlCounter.counting(() -> quietly(kept)).statements()).isZero();
    }

    private static String code(int number) {
        return "MANY" + String.valueOf((char) ('A' + number / 10)) + (char) ('A' + number % 10);
    }

    private static AgendaSnapshot manySessions(String slug) {
        var small = PublishedMeetings.tokyo(slug);
        var model = small.sessions().getFirst();
        return new AgendaSnapshot(
                small.meeting(),
                small.rooms(),
                small.topics(),
                small.types(),
                small.people(),
                IntStream.range(0, 60)
                        .mapToObj(i -> new AgendaSnapshot.SessionPart(
                                UUID.randomUUID(),
                                code(i),
                                model.type(),
                                LocalizedText.english("A session, the " + i + "th; of many"),
                                model.abstractText(),
                                model.topics(),
                                model.room(),
                                model.start().plusSeconds(i * 600L),
                                10,
                                "en",
                                "en",
                                false,
                                model.people(),
                                List.of()))
                        .toList());
    }

    private MockHttpServletResponse quietly(String path) {
        try {
            return answer(get(URI.create(path)));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Makes an address as the reader does and reads it off the page that follows. */
    private String made() throws Exception {
        var answer = asReader(post("/m/" + slug + "/mine?lang=en").with(csrf()));
        assertThat(answer.getHeader("Location")).isEqualTo("/m/" + slug + "/mine?lang=en");
        var told = ADDRESS.matcher(page());
        assertThat(told.find()).isTrue();
        return told.group(1);
    }

    private String page() throws Exception {
        return text(asReader(get("/m/" + slug + "/mine?lang=en")));
    }

    private String personsCalendar(String code) throws Exception {
        var person = Pattern.compile("href=\"(/m/[^\"]+/people/[0-9A-Z]+)")
                .matcher(text(answer(get("/m/" + slug + "/sessions/" + code))));
        assertThat(person.find()).isTrue();
        return person.group(1) + ".ics";
    }

    private void star(String code) {
        Acting.as(reader, () -> favourites.star(meeting, List.of(code)));
    }

    private PersonId person(String name) {
        return Actor.asSystem(
                () -> persons.save(new Person(PersonName.published(name))).id());
    }

    private MockHttpServletResponse asReader(MockHttpServletRequestBuilder request) throws Exception {
        return answer(
                request.session(session).with(securityContext(Acting.as(reader, SecurityContextHolder::getContext))));
    }

    private MockHttpServletResponse answer(MockHttpServletRequestBuilder request) throws Exception {
        return browser.perform(request).andReturn().getResponse();
    }

    private static List<VEvent> events(MockHttpServletResponse response) throws Exception {
        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(response.getContentType()).startsWith("text/calendar");
        return CalendarRules.check(response.getContentAsByteArray());
    }

    private VEvent water(String path) throws Exception {
        return events(answer(get(URI.create(path)))).stream()
                .filter(e -> e.toString().contains("/sessions/WATER2"))
                .findFirst()
                .orElseThrow();
    }

    private static String uid(VEvent event) {
        return event.getUid().orElseThrow().getValue();
    }

    private static String summary(VEvent event) {
        return Objects.requireNonNull(event.getSummary()).getValue();
    }

    private static String text(MockHttpServletResponse response) {
        return new String(response.getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
