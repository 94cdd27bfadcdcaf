package org.caravanserai.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.vaadin.flow.router.Route;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.caravanserai.agenda.planning.Scenarios;
import org.caravanserai.gathering.poll.PollInviting;
import org.caravanserai.gathering.poll.PollReading;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.people.EmailAddress;
import org.caravanserai.people.PersonId;
import org.caravanserai.proposal.ContributorInviting;
import org.caravanserai.proposal.ContributorRole;
import org.caravanserai.proposal.ProposalId;
import org.caravanserai.review.reviewing.Blindness;
import org.caravanserai.review.reviewing.ReviewPhase;
import org.caravanserai.review.reviewing.ReviewPlan;
import org.caravanserai.review.reviewing.ReviewSetUp;
import org.caravanserai.testing.Acting;
import org.caravanserai.testing.Browser;
import org.caravanserai.testing.InBrowser;
import org.caravanserai.text.Language;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Visits every view and page that {@code look/pages.txt} names, and holds each to what all have in common. */
class EveryPageEndToEndTest extends InBrowser {

    private static final int MOST_TABS = 90;
    private static final String SIZES = """
            () => [document.querySelectorAll('main').length, document.querySelectorAll('h1').length,
                   document.documentElement.scrollWidth - document.documentElement.clientWidth]
            """;
    private static final String MARK_MAIN_ACTION = """
            () => {
              const seen = e => e.getClientRects().length > 0 && !e.disabled && !e.closest('[aria-hidden=true]');
              const all = s => [...document.querySelectorAll(s)].filter(seen);
              const action = all('main vaadin-button[theme~=primary], main button[type=submit], main .button')[0]
                  ?? all('main a[href], main button, main vaadin-button, main input, main vaadin-text-field')[0];
              action?.setAttribute('data-main-action', '');
              return Boolean(action);
            }
            """;
    private static final String FOCUS = """
            () => {
              let deep = document.activeElement;
              while (deep?.shadowRoot?.activeElement) deep = deep.shadowRoot.activeElement;
              const reached = document.activeElement?.closest('[data-main-action]') !== null;
              const ringed = e => ['', '::before', '::after'].some(part => { const s = getComputedStyle(e, part);
                return s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0; });
              let seen = getComputedStyle(deep).boxShadow !== 'none' && !document.activeElement.shadowRoot;
              for (let e = deep; e && !seen; e = e === document.activeElement ? null : e.parentElement ?? e.getRootNode().host) {
                seen = ringed(e);
              }
              const inner = [...document.activeElement.children].concat(
                  [...(document.activeElement.shadowRoot?.querySelectorAll('[part]') ?? [])]);
              // A field draws its ring around what it holds.
              const around = [];
              for (let e = document.activeElement, i = 0; e && i < 3; e = e.parentElement, i++) {
                around.push(...(e.shadowRoot?.querySelectorAll('[part]') ?? []));
              }
              return [reached, seen || inner.some(ringed) || around.some(ringed)];
            }
            """;

    @Autowired
    PollReading polls;

    @Autowired
    PollInviting pollInviting;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ContributorInviting inviting;

    private final Map<String, String> things = new HashMap<>();

    /** A line of the table. */
    private record Visit(String role, String address, boolean missing) {

        String name() {
            var name = address.replaceAll("[^A-Za-z0-9{}]+", "-").replaceAll("[{}]|^-|-$", "");
            return role + "-" + (name.isEmpty() ? "home" : name);
        }
    }

    @Autowired
    Scenarios scenarios;

    @Autowired
    ReviewSetUp reviewSetUp;

    @BeforeEach
    void lookForThingsToVisit() {
        things.put("proposal", one("select code from proposal where state = 'SUBMITTED' order by code limit 1"));
        things.put(
                "draft",
                one(
                        "select p.code from proposal p join contributor c on c.proposal = p.id join account a on a.person = c.person"
                                + " where a.email = 'jun.ishikawa@example.org' order by p.code limit 1"));
        things.put(
                "reviewed",
                one(
                        "select p.code from review_assignment r join proposal p on p.id = r.proposal join account a on a.person = r.person"
                                + " where a.email = 'shavkat.ergashev@example.org' and r.state = 'SUBMITTED'"
                                + " order by p.code limit 1"));
        things.put("invitation", invitation());
        things.put("scenario", scenario());
        things.put("event", one("select cast(id as varchar) from partnering_event where state = 'GIVEN_OUT'"));
        var part = "select cast(a.id as varchar) from appointment a join participant p on p.appointment = a.id"
                + " join account c on c.person = p.person where c.email = 'jun.ishikawa@example.org' and a.state = ";
        things.put("appointment", one(part + "'PROPOSED' and a.organiser <> p.person order by a.id limit 1"));
        things.put("unsent", one(part + "'DRAFT' order by a.id limit 1"));
        things.put(
                "link",
                one("select text_body from outbox_message where recipient = 'ren.takagi@example.org' order by id limit 1")
                        .replaceFirst("(?s).*/appointments/(\\S+).*", "$1"));
        things.put("poll", one("select code from poll where title like 'Steering group%'"));
        things.put("poll-link", pollLink());
        things.put(
                "card",
                one("select c.id from partner_card c join account a on a.person = c.author"
                        + " where a.email = 'jun.ishikawa@example.org' order by c.id limit 1"));
        things.put(
                "own",
                one(
                        "select p.code from proposal p join account a on a.person = p.proposer"
                                + " where a.email = 'jun.ishikawa@example.org' and p.state = 'ACCEPTED' order by p.code limit 1"));
        reviewBlindly();
        var page = newPage(Browser.Reader.atDesk());
        page.navigate("/m/astana-2027/programme");
        things.put(
                "session",
                last(page.locator("li:has(.who) a[href*='/sessions/']").first()));
        page.navigate("/m/astana-2027/sessions/" + things.get("session"));
        things.put("person", last(page.locator("a[href*='/people/']").first()));
        page.context().close();
    }

    @Test
    void theTableLeadsToEveryView() throws IOException {
        var addresses = visits().stream()
                .map(v -> v.address().replaceFirst("\\?.*", ""))
                .toList();
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(Route.class));
        var forgotten = new ArrayList<String>();
        for (var found : scanner.findCandidateComponents("org.caravanserai")) {
            var metadata = ((AnnotatedBeanDefinition) found).getMetadata();
            var route = String.valueOf(Objects.requireNonNull(metadata.getAnnotationAttributes(Route.class.getName()))
                    .get("value"));
            var pattern = Pattern.compile("/app/" + route.replaceAll(":[a-z]+", "[^/]+"));
            if (addresses.stream().noneMatch(a -> pattern.matcher(a).matches())) {
                forgotten.add(found.getBeanClassName() + " at " + route);
            }
        }
        assertThat(forgotten).as("views that look/pages.txt does not lead to").isEmpty();
    }

    @Test
    void everyPageIsWhollyUsableAtADeskAndOnAPhoneInLightAndDarkAndByKeyboard() throws IOException {
        var wrong = new ArrayList<String>();
        for (var role : roles()) {
            var page = entered(Browser.Reader.atDesk(), role, Language.EN);
            for (var visit : visitsOf(role)) {
                open(page, visit, wrong);
                Browser.keep(page, "page-" + visit.name() + "-en-1280");
                look(page, visit, wrong, "at a desk");
                check(wrong, () -> Browser.assertAccessible(page, visit.name() + " in light"));
                walk(page, visit, wrong);
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
                check(wrong, () -> Browser.assertReadable(page, visit.name() + " in dark"));
                Browser.resize(page, 390, 844);
                Browser.keep(page, "page-" + visit.name() + "-en-390-dark");
                look(page, visit, wrong, "on a phone");
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
                page.setViewportSize(1280, 900);
            }
            page.context().close();
        }
        assertThat(wrong).isEmpty();
        assertThat(faults().stream().filter(f -> !f.contains("status of 4")).toList())
                .as("what the browser complained about")
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Language.class,
            names = {"JA", "KK"})
    void noPageIsTooWideOnAPhoneInOtherScripts(Language language) throws IOException {
        var wrong = new ArrayList<String>();
        for (var role : roles()) {
            var zone = language == Language.JA ? "Asia/Tokyo" : "Asia/Almaty";
            var reader = new Browser.Reader(language.tag(), zone, 390, true, true);
            var page = entered(reader, role, language);
            for (var visit : visitsOf(role)) {
                open(page, visit, wrong);
                Browser.keep(page, "page-" + visit.name() + "-" + language.tag() + "-390-dark");
                look(page, visit, wrong, "in " + language);
            }
            if (!role.equals("none")) {
                choose(page, Language.EN);
            }
            page.context().close();
        }
        assertThat(wrong).isEmpty();
    }

    private Page entered(Browser.Reader reader, String role, Language language) {
        var page = newPage(reader);
        if (!role.equals("none")) {
            enterAs(page, role);
            choose(page, language);
        }
        return page;
    }

    private void choose(Page page, Language language) {
        if (!language.tag().equals(page.evaluate("() => document.documentElement.lang"))) {
            id(page, "language-switch")
                    .locator("vaadin-menu-bar-button")
                    .first()
                    .click();
            page.locator("vaadin-menu-bar-item:has-text('" + language.ownName() + "')")
                    .last()
                    .click();
            page.waitForFunction("tag => document.documentElement.lang === tag", language.tag());
        }
    }

    private void open(Page page, Visit visit, List<String> wrong) {
        var answer = Objects.requireNonNull(page.navigate(filled(visit.address())));
        settled(page);
        var missing = answer.status() >= 400 || id(page, "nothing-here").count() > 0;
        if (missing != visit.missing()) {
            wrong.add(visit.name() + (missing ? " leads nowhere" : " leads somewhere"));
        }
    }

    private void look(Page page, Visit visit, List<String> wrong, String how) {
        var sizes = ((List<?>) page.evaluate(SIZES))
                .stream().map(size -> ((Number) size).intValue()).toList();
        if (sizes.get(0) != 1 || sizes.get(1) != 1) {
            wrong.add(visit.name() + " " + how + ": " + sizes.get(0) + " main, " + sizes.get(1) + " h1");
        }
        if (sizes.get(2) > 0) {
            wrong.add(visit.name() + " " + how + " is too wide by " + sizes.get(2));
        }
    }

    private static void check(List<String> wrong, Runnable rule) {
        try {
            rule.run();
        } catch (AssertionError e) {
            wrong.add(String.valueOf(e.getMessage()));
        }
    }

    /** From the top, the Tab key reaches what the page is for, and shows at every step where it is. */
    private static void walk(Page page, Visit visit, List<String> wrong) {
        if (!page.evaluate(MARK_MAIN_ACTION).equals(true)) {
            return;
        }
        page.evaluate("() => document.activeElement?.blur()");
        for (int i = 0; i < MOST_TABS; i++) {
            page.keyboard().press("Tab");
            var focus = (List<?>) page.evaluate(FOCUS);
            if (!Boolean.TRUE.equals(focus.get(1))) {
                wrong.add(visit.name() + ": focus is not seen at "
                        + page.evaluate("() => { let e = document.activeElement; const t = e.outerHTML.slice(0, 160);"
                                + " while (e.shadowRoot?.activeElement) e = e.shadowRoot.activeElement;"
                                + " return t + ' … ' + e.outerHTML.slice(0, 160); }"));
                return;
            }
            if (Boolean.TRUE.equals(focus.get(0))) {
                return;
            }
        }
        wrong.add(visit.name() + ": the Tab key does not reach "
                + page.evaluate("() => document.querySelector('[data-main-action]').outerHTML.slice(0, 160)"));
    }

    private String filled(String address) {
        var filled = address;
        for (var thing : things.entrySet()) {
            filled = filled.replace("{" + thing.getKey() + "}", thing.getValue());
        }
        assertThat(filled).doesNotContain("{");
        return filled;
    }

    private String invitation() {
        var asked = "select text_body from outbox_message where recipient = 'invited@example.org'";
        if (jdbc.sql(asked).query(String.class).list().isEmpty()) {
            var proposal = one("select id from proposal where state = 'SUBMITTED' order by code limit 1");
            var proposer = one("select proposer from proposal where state = 'SUBMITTED' order by code limit 1");
            Acting.as(
                    new PersonId(UUID.fromString(proposer)),
                    () -> inviting.invite(
                            new ProposalId(UUID.fromString(proposal)),
                            "Dilnoza Karimova",
                            new EmailAddress("invited@example.org"),
                            ContributorRole.AUTHOR,
                            Language.EN));
        }
        return one(asked).replaceFirst("(?s).*/invitations/(\\S+).*", "$1");
    }

    private String pollLink() {
        return Acting.as(organiser(), () -> {
            var poll =
                    polls.organised(Objects.requireNonNull(things.get("poll"))).orElseThrow();
            return pollInviting.link(poll.id(), poll.guests().getFirst().key()).replaceFirst(".*/", "");
        });
    }

    private String scenario() {
        var asked = "select s.id from scenario s join meeting m on m.id = s.meeting where m.slug = 'astana-2027'";
        if (jdbc.sql(asked).query().listOfRows().isEmpty()) {
            Acting.as(organiser(), () -> scenarios.copy(meeting(), "Two days instead of four"));
        }
        return one(asked);
    }

    /** Only then do authors prepare what reviewers read. */
    private void reviewBlindly() {
        Acting.as(organiser(), () -> {
            var base = reviewSetUp.read(meeting()).base();
            reviewSetUp.change(
                    meeting(),
                    ReviewPlan.ALL_TYPES,
                    base.version(),
                    base.content().blind(Map.of(ReviewPhase.REVIEWING, Blindness.DOUBLE)));
        });
    }

    private MeetingId meeting() {
        return new MeetingId(UUID.fromString(one("select id from meeting where slug = 'astana-2027'")));
    }

    private PersonId organiser() {
        return new PersonId(
                UUID.fromString(one("select person from account where email = 'madina.zhumabekova@example.org'")));
    }

    private String one(String sql) {
        return jdbc.sql(sql).query(String.class).single();
    }

    private static String last(Locator link) {
        var address = Objects.requireNonNull(link.getAttribute("href")).replaceFirst("[?#].*", "");
        return address.substring(address.lastIndexOf('/') + 1);
    }

    private static List<String> roles() throws IOException {
        return visits().stream().map(Visit::role).distinct().toList();
    }

    private static List<Visit> visitsOf(String role) throws IOException {
        return visits().stream().filter(v -> v.role().equals(role)).toList();
    }

    private static List<Visit> visits() throws IOException {
        try (var in = EveryPageEndToEndTest.class.getResourceAsStream("/look/pages.txt")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split(" "))
                    .map(words -> new Visit(words[0], words[1], words.length > 2))
                    .toList();
        }
    }
}
