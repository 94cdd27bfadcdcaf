package org.caravanserai.exchange.deposit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.caravanserai.agenda.AgendaSnapshot;
import org.caravanserai.agenda.AgendaSnapshot.PersonPart;
import org.caravanserai.agenda.AgendaSnapshot.RolePart;
import org.caravanserai.agenda.AgendaSnapshot.SessionPart;
import org.caravanserai.agenda.AgendaSnapshot.TalkPart;
import org.caravanserai.agenda.PublishedAgenda;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.people.Ror;
import org.caravanserai.text.Language;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.PersonName;
import org.caravanserai.text.Refusal;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class DepositTest {

    private static final DepositDetails DETAILS = new DepositDetails(
            " 10.5555 ", "Abstracts & more", "Verlag <Aral>", "978-3-16-148410-0", "Aigul", "aigul@example.org");
    private static final Instant NOW = Instant.parse("2027-07-01T10:20:30.456Z");
    private static final Instant FIRST = Instant.parse("2027-03-01T20:00:00Z");

    private final PersonPart sato = person(
            new PersonName("SATO Junichi", "SATO", "Junichi", PersonName.Order.FAMILY_FIRST, "佐藤 純一", "サトウ ジュンイチ", ""),
            "University of Tokyo",
            "0000-0002-1825-0097");
    private final PersonPart gulnara = person(
            new PersonName("Gulnara", "", "Gulnara", PersonName.Order.MONONYM, "", "", ""), "A <b>house</b>", "");
    private final PersonPart numbered = person(PersonName.published("12345?"), "", "");
    private final TalkPart talk = new TalkPart(
            UUID.randomUUID(),
            new LocalizedText(Map.of(Language.KK, "Арал теңізі")),
            new LocalizedText(Map.of(Language.KK, "Бірінші абзац.\n\nЕкінші абзац.")),
            20,
            "kk",
            List.of(role(gulnara, "AUTHOR"), role(sato, "INTERPRETER")));
    private final SessionPart session = session(
            "WATER2",
            new LocalizedText(Map.of(Language.EN, "Water & <ice>", Language.JA, "水と氷")),
            new LocalizedText(
                    Map.of(Language.EN, "See [map](https://example.org/a?b=1&c=2).\n\n- <script>", Language.JA, "地図。")),
            "ja",
            false,
            List.of(role(numbered, "CONVENER"), role(sato, "PRESENTER"), role(sato, "AUTHOR")),
            List.of(talk));

    @Test
    void aDepositHoldsToTheSchema() throws Exception {
        var document = read(write(session));

        assertThat(words(document, "depositor_name")).containsExactly("Aigul");
        assertThat(words(document, "registrant")).containsExactly("Verlag <Aral>");
        assertThat(words(document, "timestamp")).containsExactly("20270701102030456");
        assertThat(words(document, "proceedings_title")).containsExactly("Abstracts & more");
        assertThat(words(document, "isbn")).containsExactly("9783161484100");
        assertThat(words(document, "conference_name")).containsExactly("Scientists' Meeting");
        // The first release came out on the evening of 1 March in UTC, which is the 2nd in Tokyo.
        assertThat(words(document, "day")).containsOnly("02");
    }

    @Test
    void withoutIsbnItSaysSo() throws Exception {
        var details = new DepositDetails("10.5555", "Abstracts", "Verlag", "", "Aigul", "aigul@example.org");

        var document = read(DepositWriter.write(deposit(details, session)));

        assertThat(document.getElementsByTagNameNS("*", "noisbn").getLength()).isEqualTo(1);
    }

    @Test
    void aSessionAndEachOfItsTalksAreAPaperWithADoiThatStays() throws Exception {
        var document = read(write(session));

        assertThat(words(document, "doi"))
                .containsExactly(
                        "10.5555/astana-2027", "10.5555/astana-2027.water2", "10.5555/astana-2027." + talk.key());
        assertThat(words(document, "resource"))
                .containsExactly(
                        "https://example.org/m/astana-2027/programme",
                        "https://example.org/m/astana-2027/sessions/WATER2",
                        "https://example.org/m/astana-2027/sessions/WATER2");
        assertThat(words(read(write(session)), "doi")).isEqualTo(words(document, "doi"));
    }

    @Test
    void titlesAndAbstractsStandInTheirLanguages() throws Exception {
        var document = read(write(session));
        var papers = document.getElementsByTagNameNS("*", "conference_paper");

        assertThat(((Element) papers.item(0)).getAttribute("language")).isEqualTo("ja");
        assertThat(words(document, "title")).containsExactly("Water & <ice>", "Арал теңізі");
        assertThat(words(document, "original_language_title")).containsExactly("水と氷");
        var abstracts = document.getElementsByTagNameNS(DepositWriter.JATS, "abstract");
        assertThat(List.of(lang(abstracts.item(0)), lang(abstracts.item(1)), lang(abstracts.item(2))))
                .containsExactly("en", "ja", "kk");
        assertThat(words(document, "p"))
                .contains("地図。", "Бірінші абзац.", "Екінші абзац.")
                .anyMatch(p -> p.contains("https://example.org/a?b=1&c=2"))
                .anyMatch(p -> p.contains("<script>"));
    }

    @Test
    void namesAreWrittenAsTheirPeopleWriteThem() throws Exception {
        var document = read(write(session));
        var people = document.getElementsByTagNameNS("*", "person_name");

        assertThat(people.getLength()).as("SATO once, and no interpreter").isEqualTo(2);
        var sato = (Element) people.item(0);
        assertThat(sato.getAttribute("name-style")).isEqualTo("eastern");
        assertThat(sato.getAttribute("sequence")).isEqualTo("first");
        assertThat(sato.getTextContent())
                .contains(
                        "SATO",
                        "Junichi",
                        "佐藤 純一",
                        "https://orcid.org/0000-0002-1825-0097",
                        "https://ror.org/057zh3y96");
        var gulnara = (Element) people.item(1);
        assertThat(gulnara.getAttribute("name-style")).isEqualTo("given-only");
        assertThat(words(document, "surname")).containsExactly("SATO", "Gulnara");
        assertThat(words(document, "institution_name")).containsExactly("University of Tokyo", "A <b>house</b>");
        // Nothing of this name may stand where a name must.
        var anonymous =
                (Element) document.getElementsByTagNameNS("*", "anonymous").item(0);
        assertThat(anonymous.getAttribute("contributor_role")).isEqualTo("chair");
    }

    @Test
    void whatIsCalledOffOrHasNoAbstractIsNoPaper() {
        var off = session(
                "OFF222",
                LocalizedText.english("Off"),
                LocalizedText.english("Text"),
                "en",
                true,
                List.of(),
                List.of());
        var lunch =
                session("LUNCH2", LocalizedText.english("Lunch"), LocalizedText.EMPTY, "", false, List.of(), List.of());

        assertThat(deposit(DETAILS, off, lunch).papers()).isEmpty();
    }

    @Test
    void whatCrossrefWouldRejectIsSaidFieldByField() {
        assertThatThrownBy(() -> new DepositDetails("10.5555/x", " ", "P".repeat(256), "9783161484101", "", "nobody"))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.problems().stream().map(p -> p.field() + " " + p.key()))
                                .containsExactly(
                                        "prefix metadata.prefix.form",
                                        "proceedings metadata.required",
                                        "publisher metadata.long",
                                        "isbn metadata.isbn.form",
                                        "depositor metadata.required",
                                        "email metadata.email.form"));
    }

    private byte[] write(SessionPart... sessions) {
        return DepositWriter.write(deposit(DETAILS, sessions));
    }

    private Deposit deposit(DepositDetails details, SessionPart... sessions) {
        var snapshot = new AgendaSnapshot(
                new AgendaSnapshot.MeetingPart(
                        "astana-2027",
                        LocalizedText.english("Scientists' Meeting"),
                        LocalizedText.EMPTY,
                        LocalDate.of(2027, 6, 8),
                        LocalDate.of(2027, 6, 11),
                        "Asia/Tokyo",
                        LocalizedText.english("Astana")),
                List.of(),
                List.of(),
                List.of(),
                List.of(sato, gulnara, numbered),
                List.of(sessions));
        return Deposit.of(
                new PublishedAgenda(new MeetingId(UUID.randomUUID()), 3, NOW, snapshot),
                FIRST,
                Map.of(sato.key(), new Ror("057zh3y96")),
                details,
                "https://example.org",
                NOW);
    }

    private static Document read(byte[] xml) throws Exception {
        var schemas = SchemaFactory.newDefaultInstance();
        schemas.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        var schema = schemas.newSchema(Objects.requireNonNull(DepositTest.class.getResource("/crossref/deposit.xsd")));
        schema.newValidator().validate(new StreamSource(new ByteArrayInputStream(xml)));
        var factory = DocumentBuilderFactory.newDefaultNSInstance();
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml));
    }

    private static List<String> words(Document document, String element) {
        var words = new ArrayList<String>();
        var found = document.getElementsByTagNameNS("*", element);
        for (int i = 0; i < found.getLength(); i++) {
            words.add(found.item(i).getTextContent());
        }
        return words;
    }

    private static String lang(org.w3c.dom.Node node) {
        return ((Element) node).getAttribute("xml:lang");
    }

    private static RolePart role(PersonPart person, String role) {
        return new RolePart(person.key(), role);
    }

    private static PersonPart person(PersonName name, String affiliation, String orcid) {
        return new PersonPart(UUID.randomUUID(), "CODE22", name, "", affiliation, "", orcid, LocalizedText.EMPTY);
    }

    private static SessionPart session(
            String code,
            LocalizedText title,
            LocalizedText text,
            String language,
            boolean cancelled,
            List<RolePart> people,
            List<TalkPart> talks) {
        return new SessionPart(
                UUID.randomUUID(),
                code,
                new UUID(0, 0),
                title,
                text,
                List.of(),
                null,
                Instant.parse("2027-06-08T00:00:00Z"),
                60,
                language,
                "",
                cancelled,
                people,
                talks);
    }
}
