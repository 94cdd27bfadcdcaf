package org.caravanserai.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.zip.ZipFile;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.component.VEvent;
import org.apache.commons.csv.CSVFormat;
import org.caravanserai.agenda.AgendaPlacing;
import org.caravanserai.agenda.AgendaPublication;
import org.caravanserai.agenda.SessionEditing;
import org.caravanserai.agenda.Sessions;
import org.caravanserai.exchange.ScheduleSchemas;
import org.caravanserai.meeting.MeetingCreation;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.meeting.MeetingSetUp;
import org.caravanserai.meeting.NewMeeting;
import org.caravanserai.meeting.Priority;
import org.caravanserai.meeting.RoomSetUp;
import org.caravanserai.meeting.Slug;
import org.caravanserai.meeting.TopicSetUp;
import org.caravanserai.people.EmailAddress;
import org.caravanserai.people.PeopleFinding;
import org.caravanserai.people.Person;
import org.caravanserai.people.PersonId;
import org.caravanserai.people.Role;
import org.caravanserai.people.RoleGrant;
import org.caravanserai.people.RoleGrants;
import org.caravanserai.platform.Actor;
import org.caravanserai.platform.Ids;
import org.caravanserai.proposal.CallReading;
import org.caravanserai.proposal.CallSetUp;
import org.caravanserai.proposal.ContributorInviting;
import org.caravanserai.proposal.ContributorRole;
import org.caravanserai.proposal.DraftContent;
import org.caravanserai.proposal.ProposalDrafting;
import org.caravanserai.proposal.ProposalFiles;
import org.caravanserai.proposal.ProposalId;
import org.caravanserai.proposal.ProposalReading;
import org.caravanserai.proposal.ProposalSubmission;
import org.caravanserai.proposal.Proposing;
import org.caravanserai.proposal.Question;
import org.caravanserai.review.Deciding;
import org.caravanserai.review.PendingDecisions;
import org.caravanserai.review.ProposalExport;
import org.caravanserai.review.ProposalFilter;
import org.caravanserai.review.ProposalOrder;
import org.caravanserai.review.Verdict;
import org.caravanserai.testing.Acting;
import org.caravanserai.testing.IntegrationTest;
import org.caravanserai.text.Language;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.Refusal;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/**
 * A whole meeting in which everyone writes mischief into every field: it is refused with words or kept as letters, and
 * does nothing on any page, in any mail, table, calendar or schedule that it comes to.
 */
@IntegrationTest
class HostileTextTest {
    private static final String LONG = "x".repeat(10_000);
    private static final LocalDate DAY = LocalDate.of(2027, 6, 8);
    private static final ZoneId ASTANA = ZoneId.of("Asia/Almaty");

    @TempDir
    Path folder;

    @Autowired
    WebApplicationContext context;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    Proposing proposing;

    @Autowired
    RoleGrants grants;

    @Autowired
    MeetingCreation creation;

    @Autowired
    MeetingSetUp setUp;

    @Autowired
    RoomSetUp rooms;

    @Autowired
    TopicSetUp topics;

    @Autowired
    CallSetUp calls;

    @Autowired
    CallReading reading;

    @Autowired
    ProposalDrafting drafting;

    @Autowired
    ProposalSubmission submission;

    @Autowired
    ProposalReading proposals;

    @Autowired
    ProposalFiles files;

    @Autowired
    ContributorInviting inviting;

    @Autowired
    PeopleFinding finding;

    @Autowired
    Deciding deciding;

    @Autowired
    PendingDecisions pending;

    @Autowired
    ProposalExport export;

    @Autowired
    Sessions sessions;

    @Autowired
    SessionEditing editing;

    @Autowired
    AgendaPlacing placing;

    @Autowired
    AgendaPublication publication;

    static List<String> mischief() {
        return List.of(
                "<script>alert(1)</script><img src=x onerror=alert(2)>",
                "\"><svg/onload=alert(3)>' onmouseover='alert(4)",
                "]]></title></textarea><!--",
                "a\u202Efdp.exe\u2066\u2069",
                LONG,
                "👩🏽‍🔬🏴󠁧󠁢󠁳󠁣󠁴󠁿 e\u0301\u0301\u0301\u0301",
                "ze\u200Bro\uFEFF wi\u2060dth",
                "nu\0ll \u0007\u001B[31m",
                "Title\r\nBcc: all@example.org\r\n\r\nbody",
                "END:VEVENT\nATTENDEE:mailto:all@example.org",
                "=cmd|' /C calc'!A0",
                "@SUM(1+1)*cmd|' /C calc'!A0",
                "../../../../etc/passwd",
                "{name} {title} {link} {note}",
                "${7*7} #{7*7} {{7*7}} %s %n $1 \\1 \\",
                "[click](javascript:alert(5)) ![p](https://evil.example/p.png) <https://evil.example>",
                "Robert'); drop table person;--");
    }

    @ParameterizedTest
    @MethodSource("mischief")
    void mischiefInEveryFieldStaysWords(String evil) throws Exception {
        var organiser = proposing.person("Organiser");
        var researcher = proposing.person(kept(evil, 200, "Researcher"));
        var meeting = meeting(organiser, evil);
        var id = meeting.id();

        var proposal = propose(researcher, meeting, evil);
        decide(organiser.id(), id, proposal, evil);
        as(researcher, () -> submission.confirm(proposal));
        publish(organiser.id(), id, proposal, evil);

        mailsAreInert(id);
        pagesAreInert(meeting.slug());
        tablesAreInert(organiser.id(), id);
        calendarIsInert(meeting.slug());
        schedulesAreInert(meeting.slug());
        revisionsAreReadable(researcher, proposal);
    }

    @ParameterizedTest
    @MethodSource("mischief")
    void mischiefInTheFormOfANewAccountIsAnsweredOnThePage(String evil) throws Exception {
        var mvc = mvc();
        for (var field : List.of(
                "published",
                "family",
                "given",
                "nativeScript",
                "kana",
                "country",
                "email",
                "password",
                "to",
                "token")) {
            var request = MockMvcRequestBuilders.post("/register").with(csrf());
            request = request.with(r -> {
                r.setRemoteAddr("10.%d.%d.%d".formatted(random(), random(), random()));
                return r;
            });
            var values = new java.util.LinkedHashMap<>(Map.of(
                    "published", "Aizhan Bekova",
                    "email", "a" + Ids.code().toLowerCase(Locale.ROOT) + "@example.org",
                    "password", "saxaul-roots-hold-sand"));
            values.put(field, evil);
            for (var entry : values.entrySet()) {
                request = request.param(entry.getKey(), entry.getValue());
            }
            var response = mvc.perform(request).andReturn().getResponse();
            assertThat(response.getStatus()).as(field).isIn(200, 422);
            assertInert(Jsoup.parse(response.getContentAsString(StandardCharsets.UTF_8)), field);
            if (response.getStatus() == 422) {
                assertThat(Jsoup.parse(response.getContentAsString(StandardCharsets.UTF_8))
                                .select("[role=alert]"))
                        .as("what is wrong with " + field)
                        .isNotEmpty();
            }
        }
    }

    private record Made(MeetingId id, String slug, UUID topic, UUID question) {}

    /** A meeting whose every text is mischief, as far as it is not refused. */
    private Made meeting(Person organiser, String evil) {
        var slug = "h-" + Ids.code().toLowerCase(Locale.ROOT);
        var text =
                new LocalizedText(Map.of(Language.EN, kept(evil, 150, "Meeting"), Language.JA, kept(evil, 150, "会合")));
        var id = Actor.asSystem(() -> creation.begin(
                text,
                new NewMeeting(new Slug(slug), text, DAY, DAY.plusDays(1), ASTANA, LocalizedText.english("Astana"))));
        grants.save(new RoleGrant(organiser.id(), Role.ORGANISER, id.value()));
        return as(organiser, () -> {
            tried(text, t -> setUp.describe(id, setUp.read(id).version(), text, t), evil);
            tried(text, t -> setUp.locate(id, setUp.read(id).version(), ASTANA, t, t), evil);
            setUp.speak(id, setUp.read(id).version(), Set.of(Language.EN, Language.JA));
            setUp.open(id, setUp.read(id).version());
            rooms.add(id, new RoomSetUp.Content(text, text, 50, Set.of(), 0, false));
            var topic = topics.add(id, new TopicSetUp.Content(text, text, 200, Priority.GREEN));
            calls.begin(
                    id,
                    LocalDate.of(2020, 1, 1).atStartOfDay(),
                    LocalDate.of(2036, 1, 1).atStartOfDay());
            tried(text, t -> calls.describe(id, calls.details(id).orElseThrow().version(), t), evil);
            var question = calls.ask(
                    id, new Question.Content(Question.Kind.LONG_TEXT, text, text, List.of(), false, Set.of()));
            calls.makeLateLink(
                    id, kept(evil, 200, "note"), 2, LocalDate.of(2036, 2, 1).atStartOfDay());
            return new Made(id, slug, topic, question);
        });
    }

    private ProposalId propose(Person researcher, Made meeting, String evil) {
        return as(researcher, () -> {
            var id = drafting.start(meeting.id(), "");
            var draft = drafting.open(id);
            var call = reading.of(meeting.id()).orElseThrow();
            var panel = call.types().stream()
                    .filter(t -> t.typeKey().equals("PANEL"))
                    .findFirst()
                    .orElseThrow();
            var typed = draft.content()
                    .with(DraftContent.TYPE, panel.sessionType().toString())
                    .with(DraftContent.MINUTES, Integer.toString(panel.usualMinutes()))
                    .with("title.en", evil)
                    .with("title.ja", evil)
                    .with("abstract.en", evil)
                    .with("abstract.ja", evil)
                    .with(DraftContent.TOPICS, meeting.topic().toString())
                    .with(DraftContent.ANSWER + meeting.question(), evil)
                    .with(DraftContent.FOR_SESSION, evil)
                    .with(DraftContent.UNSUITABLE, evil);
            typed = saved(id, draft.version(), draft.content(), typed);
            assertThat(drafting.open(id).content()).as("what was typed is kept").isEqualTo(typed);
            for (var role : List.of(ContributorRole.AUTHOR, ContributorRole.PRESENTER)) {
                inviting.invite(
                        id,
                        kept(evil, 200, "Co-author"),
                        new EmailAddress("c" + Ids.code().toLowerCase(Locale.ROOT) + "@example.org"),
                        role,
                        role == ContributorRole.AUTHOR ? Language.JA : Language.EN);
            }
            files.add(
                    id,
                    new ProposalFiles.Upload(null, evil + ".pdf", "%PDF-1.4 dust".getBytes(StandardCharsets.US_ASCII)));
            finding.named(evil);
            try {
                submission.submit(id);
            } catch (Refusal refusal) {
                // Too long, or nothing that can be seen: it is said at the field, and the draft is still there.
                assertThat(refusal.problems())
                        .allSatisfy(p -> assertThat(p.field()).isNotEmpty());
                assertThat(drafting.open(id).content()).isEqualTo(typed);
                var now = drafting.open(id);
                var shorter = now.content()
                        .with("title.en", "Dust")
                        .with("title.ja", "砂塵")
                        .with("abstract.en", kept(evil, 3_000, "Dust"))
                        .with("abstract.ja", "")
                        .with(DraftContent.ANSWER + meeting.question(), "")
                        .with(DraftContent.FOR_SESSION, "");
                saved(id, now.version(), now.content(), shorter);
                submission.submit(id);
            }
            return id;
        });
    }

    private DraftContent saved(ProposalId id, long version, DraftContent base, DraftContent typed) {
        var result = drafting.save(id, version, base, typed);
        assertThat(result).isInstanceOf(ProposalDrafting.Saved.class);
        return ((ProposalDrafting.Saved) result).content();
    }

    private void decide(PersonId organiser, MeetingId meeting, ProposalId proposal, String evil) {
        Acting.as(organiser, () -> {
            var made = deciding.decide(meeting, List.of(proposal.value()), Verdict.ACCEPT, kept(evil, 4_000, "note"));
            for (var decision : made.decisions()) {
                for (var mail : pending.mails(meeting, decision)) {
                    try {
                        deciding.editMail(meeting, mail.key(), mail.version(), evil, evil + "\n\n" + mail.text());
                    } catch (Refusal refusal) {
                        assertThat(refusal.problems()).isNotEmpty();
                        deciding.editMail(
                                meeting,
                                mail.key(),
                                mail.version(),
                                kept(evil, 200, "Subject"),
                                kept(evil, 5_000, "Text"));
                    }
                }
            }
            deciding.send(meeting, made.decisions());
        });
    }

    private void publish(PersonId organiser, MeetingId meeting, ProposalId proposal, String evil) {
        Acting.as(organiser, () -> {
            var session = sessions.findByProposal(proposal.value()).orElseThrow();
            var types = setUp.read(meeting).types();
            editing.addItem(meeting, types.getLast().key(), LocalizedText.english(kept(evil, 150, "Item")), 30);
            placing.place(
                    meeting,
                    session.id(),
                    null,
                    setUp.read(meeting).rooms().getFirst().key(),
                    DAY.atTime(9, 0).atZone(ASTANA).toInstant(),
                    60);
            sessions.findByMeeting(meeting.value()).stream()
                    .filter(s -> !s.id().equals(session.id()))
                    .forEach(s -> placing.place(
                            meeting,
                            s.id(),
                            null,
                            null,
                            DAY.atTime(11, 0).atZone(ASTANA).toInstant(),
                            30));
            publication.publish(meeting, LocalizedText.english(kept(evil, 500, "Note")));
        });
    }

    private void mailsAreInert(MeetingId meeting) {
        var mails = jdbc.queryForList(
                "select subject, text_body, html_body from outbox_message where meeting = ?", meeting.value());
        assertThat(mails).as("invitations, a receipt and decisions").hasSizeGreaterThanOrEqualTo(4);
        for (var mail : mails) {
            assertThat(String.valueOf(mail.get("subject"))).isNotBlank().doesNotMatch("(?s).*[\\p{Cc}\\u202E].*");
            assertThat(String.valueOf(mail.get("text_body")))
                    .doesNotMatch("(?s).*[\\p{Cc}&&[^\\n\\t]].*")
                    .doesNotContain("\u202E");
            var html = Jsoup.parse(String.valueOf(mail.get("html_body")));
            assertInert(html, "mail " + mail.get("subject"));
            assertThat(html.select("script, img, style[onload], iframe, form, base, meta[http-equiv=refresh]"))
                    .isEmpty();
        }
    }

    private void pagesAreInert(String slug) throws Exception {
        var mvc = mvc();
        var seen = new ArrayList<>(List.of(
                "/",
                "/m/" + slug,
                "/m/" + slug + "/programme",
                "/m/" + slug + "/programme?lang=ja&tz=Asia/Tokyo",
                "/m/" + slug + "/releases"));
        for (int i = 0; i < seen.size(); i++) {
            var response = mvc.perform(MockMvcRequestBuilders.get(java.net.URI.create(seen.get(i)))
                            .accept("text/html"))
                    .andReturn()
                    .getResponse();
            assertThat(response.getStatus()).as(seen.get(i)).isEqualTo(200);
            var page = Jsoup.parse(response.getContentAsString(StandardCharsets.UTF_8), "http://localhost");
            assertInert(page, seen.get(i));
            page.select("a[href]").eachAttr("href").stream()
                    .filter(href -> href.matches("/m/" + slug + "/(sessions|people)/[0-9A-Z]+"))
                    .filter(href -> !seen.contains(href))
                    .forEach(seen::add);
        }
        assertThat(seen).anyMatch(s -> s.contains("/sessions/")).anyMatch(s -> s.contains("/people/"));
    }

    private void tablesAreInert(PersonId organiser, MeetingId meeting) throws Exception {
        var csv = Acting.as(
                organiser,
                () -> new String(
                        export.csv(meeting, ProposalFilter.ALL, ProposalOrder.TITLE, false, Language.JA),
                        StandardCharsets.UTF_8));
        var records = CSVFormat.EXCEL
                .parse(new StringReader(csv.replace("\uFEFF", "")))
                .getRecords();
        assertThat(records).hasSize(2);
        assertThat(records.get(1).size()).isEqualTo(records.get(0).size());
        for (var cell : records.get(1)) {
            assertThat(cell).doesNotMatch("(?s)^[=+\\-@\\t\\r].*").doesNotContain("\0");
        }
        var xlsx = Acting.as(
                organiser, () -> export.xlsx(meeting, ProposalFilter.ALL, ProposalOrder.TITLE, false, Language.EN));
        var file = Files.write(folder.resolve("proposals.xlsx"), xlsx);
        try (var zip = new ZipFile(file.toFile())) {
            for (var entry :
                    zip.stream().filter(e -> e.getName().endsWith(".xml")).toList()) {
                var xml = zip.getInputStream(entry).readAllBytes();
                assertThat(wellFormed(xml)).as(entry.getName()).isTrue();
                assertThat(new String(xml, StandardCharsets.UTF_8)).doesNotContain("<f>");
            }
        }
    }

    private void calendarIsInert(String slug) throws Exception {
        var calendar = body("/m/" + slug + "/programme.ics");
        var events = new CalendarBuilder().build(new StringReader(calendar)).<VEvent>getComponents("VEVENT");
        assertThat(events).hasSize(2);
        assertThat(calendar).doesNotContainPattern("(?m)^ATTENDEE").doesNotContainPattern("(?m)^Bcc");
        assertThat(calendar.split("\r\n")).allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75);
        assertThat(events)
                .allSatisfy(
                        e -> assertThat(Objects.requireNonNull(e.getSummary()).getValue())
                                .isNotBlank());
    }

    private void schedulesAreInert(String slug) throws Exception {
        var xml = body("/m/" + slug + "/schedule.xml").getBytes(StandardCharsets.UTF_8);
        assertThat(ScheduleSchemas.xmlErrors(xml)).isEmpty();
        assertThat(ScheduleSchemas.jsonErrors(
                        body("/m/" + slug + "/schedule.json").getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
    }

    private void revisionsAreReadable(Person researcher, ProposalId proposal) {
        as(researcher, () -> {
            assertThat(proposals.revisions(proposal)).isNotEmpty();
            assertThat(proposals.view(proposal).files())
                    .allSatisfy(f -> assertThat(f.name())
                            .endsWith(".pdf")
                            .doesNotContain("..", "/", "\\", "\n", "\r", "\0", "<", "\""));
            return true;
        });
    }

    /** No element that acts, no attribute that runs, no address that is a script. */
    private static void assertInert(Document page, String what) {
        for (var element : page.getAllElements()) {
            for (var attribute : element.attributes()) {
                assertThat(attribute.getKey())
                        .as(what + ": " + element.tagName())
                        .doesNotStartWith("on");
                if (Set.of("href", "src", "action", "formaction").contains(attribute.getKey())) {
                    assertThat(attribute.getValue().strip().toLowerCase(Locale.ROOT))
                            .as(what)
                            .doesNotStartWith("javascript:")
                            .doesNotStartWith("data:");
                }
            }
        }
        for (var script : page.select("script")) {
            assertThat(script.hasAttr("src")
                            || script.attr("type").equals("application/ld+json")
                            || !script.data().contains("alert"))
                    .as(what + " runs " + script)
                    .isTrue();
            if (script.attr("type").equals("application/ld+json")) {
                assertThat(script.data()).doesNotContain("<");
            }
        }
        assertThat(page.select("script").eachText().toString()
                        + page.select("script").eachAttr("src"))
                .doesNotContain("evil.example");
        assertThat(page.select("img, iframe, object, embed").eachAttr("src"))
                .as(what)
                .noneMatch(src -> src.contains("evil.example"));
        assertThat(page.text())
                .as(what + ": no expression is ever evaluated")
                .doesNotContain(" 49 #")
                .doesNotContain("49 49");
        assertThat(page.text()).doesNotContain("\u202E").doesNotContain("\0");
    }

    private String body(String address) throws Exception {
        var response =
                mvc().perform(MockMvcRequestBuilders.get(address)).andReturn().getResponse();
        assertThat(response.getStatus()).as(address).isEqualTo(200);
        return response.getContentAsString(StandardCharsets.UTF_8);
    }

    private MockMvc mvc() {
        return MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
    }

    /** Saves mischief; where it is refused, it is said why, and something shorter is taken. */
    private static void tried(LocalizedText fallback, java.util.function.Consumer<LocalizedText> save, String evil) {
        try {
            save.accept(LocalizedText.english(evil).with(Language.JA, evil));
        } catch (Refusal refusal) {
            assertThat(refusal.problems()).isNotEmpty();
            save.accept(fallback);
        }
    }

    /** The mischief, as long as a field takes it; mischief that cannot be seen stands beside a word. */
    private static String kept(String evil, int longest, String word) {
        var cut = evil.length() > longest - word.length() - 1 ? evil.substring(0, longest - word.length() - 1) : evil;
        return cut + " " + word;
    }

    private static boolean wellFormed(byte[] xml) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        return factory.newDocumentBuilder()
                .parse(new java.io.ByteArrayInputStream(xml))
                .hasChildNodes();
    }

    private static int random() {
        return java.util.concurrent.ThreadLocalRandom.current().nextInt(256);
    }

    private static <T> T as(Person person, java.util.function.Supplier<T> work) {
        return Acting.as(person.id(), work);
    }

    private static void as(Person person, Runnable work) {
        Acting.as(person.id(), work);
    }
}
