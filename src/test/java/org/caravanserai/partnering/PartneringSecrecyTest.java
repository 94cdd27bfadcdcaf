package org.caravanserai.partnering;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.caravanserai.meeting.Meeting;
import org.caravanserai.meeting.MeetingFixtures;
import org.caravanserai.partnering.card.CardBrowsing;
import org.caravanserai.partnering.card.ShownCard;
import org.caravanserai.partnering.card.Visibility;
import org.caravanserai.partnering.directory.Blocking;
import org.caravanserai.partnering.directory.ParticipantDirectory;
import org.caravanserai.partnering.introduction.Correspondence;
import org.caravanserai.partnering.introduction.Introducing;
import org.caravanserai.partnering.introduction.ReportDesk;
import org.caravanserai.partnering.introduction.Reporting;
import org.caravanserai.partnering.matching.CardKind;
import org.caravanserai.people.PersonId;
import org.caravanserai.people.Role;
import org.caravanserai.testing.Acting;
import org.caravanserai.testing.IntegrationTest;
import org.caravanserai.text.Refusal;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

/** Asks, for everything that partner finding knows of one author, every kind of reader, and compares with the table. */
@IntegrationTest
class PartneringSecrecyTest {

    private enum Reader {
        SIGNED_IN,
        MEMBER,
        ASKED,
        PUT_ASIDE,
        INTRODUCED,
        BLOCKED,
        ORGANISER,
        ELSEWHERE,
        ADMINISTRATOR
    }

    @Autowired
    PartnerScene scene;

    @Autowired
    MeetingFixtures fixtures;

    @Autowired
    ParticipantDirectory directory;

    @Autowired
    CardBrowsing browsing;

    @Autowired
    Introducing introducing;

    @Autowired
    Correspondence correspondence;

    @Autowired
    Blocking blocking;

    @Autowired
    Reporting reporting;

    @Autowired
    ReportDesk desk;

    private final Map<Reader, PersonId> readers = new EnumMap<>(Reader.class);
    private final Map<Reader, UUID> introductions = new EnumMap<>(Reader.class);

    @Test
    void everyReaderGetsWhatTheTableSaysAndNothingElse() throws IOException {
        var meeting = scene.meeting();
        var author = scene.member(meeting, "The Author", "JP");
        var forMembers = scene.published(meeting, author, CardKind.NEED, "For members", Visibility.MEMBERS);
        var forAll = scene.published(meeting, author, CardKind.NEED, "For all", Visibility.SIGNED_IN);
        var draft = scene.draft(meeting, author, CardKind.NEED, "A draft", Visibility.SIGNED_IN);
        makeReaders(meeting, author);

        var objects = new LinkedHashMap<String, Predicate<Reader>>();
        objects.put("the author in the directory", r -> sees(meeting, author));
        objects.put(
                "how many are in the directory",
                r -> directory.totals(meeting.id()).getOrDefault("JP", 0) > 0);
        objects.put(
                "a card for members",
                r -> browsing.card(meeting.id(), forMembers).isPresent());
        objects.put(
                "a card for everybody signed in",
                r -> browsing.card(meeting.id(), forAll).isPresent());
        objects.put(
                "the name on that card",
                r -> browsing.card(meeting.id(), forAll)
                        .flatMap(ShownCard::author)
                        .isPresent());
        objects.put(
                "a draft of the author", r -> browsing.card(meeting.id(), draft).isPresent());
        objects.put(
                "the author's question",
                r -> introducing.mine(meeting.id()).stream()
                        .anyMatch(line -> line.line().equals("May we meet?")));
        objects.put(
                "messages with the author",
                r -> !correspondence
                        .read(introductions.getOrDefault(r, new UUID(0, 0)))
                        .isEmpty());
        objects.put("asking the author from the directory", r -> mayAsk(meeting, author));
        objects.put(
                "what was reported about the author",
                r -> !desk.list(meeting.id()).isEmpty());
        objects.put(
                "the address of the author in any answer",
                r -> everything(meeting).contains(scene.addressOf(author)));

        var found = new LinkedHashMap<String, String>();
        objects.forEach((object, question) -> found.put(
                object,
                Arrays.stream(Reader.values())
                        .map(reader -> answer(reader, () -> question.test(reader)))
                        .collect(Collectors.joining(" "))));
        assertThat(found).isEqualTo(table());
    }

    private void makeReaders(Meeting meeting, PersonId author) {
        for (var reader : Reader.values()) {
            readers.put(
                    reader,
                    switch (reader) {
                        case SIGNED_IN -> scene.somebody("Signed in", "KZ");
                        case ORGANISER -> fixtures.personAs(Role.ORGANISER, meeting);
                        case ELSEWHERE -> fixtures.personAs(Role.ORGANISER, scene.meeting());
                        case ADMINISTRATOR -> fixtures.administrator();
                        default -> scene.member(meeting, reader.name(), "KZ");
                    });
        }
        for (var reader : new Reader[] {Reader.ASKED, Reader.PUT_ASIDE, Reader.INTRODUCED, Reader.BLOCKED}) {
            introductions.put(reader, scene.asked(meeting.id(), author, person(reader)));
        }
        as(Reader.PUT_ASIDE, () -> introducing.putAside(introduction(Reader.PUT_ASIDE)));
        for (var reader : new Reader[] {Reader.INTRODUCED, Reader.BLOCKED}) {
            as(reader, () -> introducing.accept(introduction(reader)));
            Acting.as(author, () -> correspondence.write(introduction(reader), "Hello"));
        }
        as(Reader.MEMBER, () -> reporting.person(meeting.id(), author, "Rude"));
        Acting.as(author, () -> blocking.block(person(Reader.BLOCKED)));
    }

    private boolean sees(Meeting meeting, PersonId author) {
        return directory.find(meeting.id(), ParticipantDirectory.Filter.ALL, 0, 50).people().stream()
                .anyMatch(person -> person.person().equals(author));
    }

    private boolean mayAsk(Meeting meeting, PersonId author) {
        try {
            introducing.askFor(meeting.id(), author, "Hello");
            return true;
        } catch (Refusal refusal) {
            return !refusal.key().equals("partner.person.gone");
        }
    }

    /** All that a reader is told in one text. */
    private String everything(Meeting meeting) {
        return browsing.find(meeting.id(), CardBrowsing.Filter.ALL, 0, 50)
                + introducing.mine(meeting.id()).toString()
                + blocking.mine()
                + introducing.waiting();
    }

    private String answer(Reader reader, BooleanSupplier question) {
        try {
            return Acting.as(person(reader), () -> question.getAsBoolean()) ? "y" : "-";
        } catch (AccessDeniedException denied) {
            return "-";
        }
    }

    private void as(Reader reader, Runnable work) {
        Acting.as(person(reader), work);
    }

    private PersonId person(Reader reader) {
        return Objects.requireNonNull(readers.get(reader));
    }

    private UUID introduction(Reader reader) {
        return Objects.requireNonNull(introductions.get(reader));
    }

    private static Map<String, String> table() throws IOException {
        try (var in = PartneringSecrecyTest.class.getResourceAsStream("/access/partnering.txt")) {
            var lines = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\\|", -1))
                    .toList();
            assertThat(Arrays.stream(lines.getFirst()).skip(1).map(String::strip))
                    .containsExactly(
                            Arrays.stream(Reader.values()).map(Enum::name).toArray(String[]::new));
            var table = new LinkedHashMap<String, String>();
            lines.stream()
                    .skip(1)
                    .forEach(cells -> table.put(
                            cells[0].strip(),
                            Arrays.stream(cells).skip(1).map(String::strip).collect(Collectors.joining(" "))));
            return table;
        }
    }
}
