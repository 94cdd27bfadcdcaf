package org.caravanserai.programme;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.caravanserai.agenda.AgendaSnapshot;
import org.caravanserai.agenda.AgendaSnapshot.PersonPart;
import org.caravanserai.agenda.AgendaSnapshot.RolePart;
import org.caravanserai.agenda.AgendaSnapshot.RoomPart;
import org.caravanserai.agenda.AgendaSnapshot.SessionPart;
import org.caravanserai.agenda.AgendaSnapshot.TalkPart;
import org.caravanserai.agenda.AgendaSnapshot.TopicPart;
import org.caravanserai.agenda.AgendaSnapshot.TypePart;
import org.caravanserai.agenda.PublishedAgenda;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.text.Language;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.PersonName;
import org.jspecify.annotations.Nullable;

/** A meeting of any size in Astana, with people and texts in every script, as it is printed. */
public final class PrintableMeeting {

    /** Signs that no single font of an ordinary machine has together. */
    public static final String MIXED = "Қ Ә Ғ Ў ʻ Ž ҷ Ң 髙";

    private static final int A_DAY = 40;
    private static final List<PersonName> NAMES = List.of(
            new PersonName("SATO Junichi", "SATO", "Junichi", PersonName.Order.FAMILY_FIRST, "佐藤 純一", "さとう じゅんいち", ""),
            new PersonName("TAKAHASHI Mio", "TAKAHASHI", "Mio", PersonName.Order.FAMILY_FIRST, "髙橋 美緒", "たかはし みお", ""),
            new PersonName("Әйгерім Қасымова", "", "", PersonName.Order.GIVEN_FIRST, "", "", ""),
            new PersonName(
                    "Aibek Zhumabayev", "Zhumabayev", "Aibek", PersonName.Order.GIVEN_FIRST, "Айбек Жұмабаев", "", ""),
            new PersonName("Gulnora Oʻrinboyeva", "Oʻrinboyeva", "Gulnora", PersonName.Order.GIVEN_FIRST, "", "", ""),
            new PersonName("Maral Ýazberdiýewa", "Ýazberdiýewa", "Maral", PersonName.Order.GIVEN_FIRST, "", "", ""),
            new PersonName(
                    "Firuza Nazarova", "Nazarova", "Firuza", PersonName.Order.GIVEN_FIRST, "Фирӯза Назарова", "", ""));
    private static final String ENGLISH = "The exposed bed of the Aral Sea gives off salt and dust that reach fields a"
            + " hundred kilometres away. We measured *deposition* at **eleven** stations over four seasons and compared"
            + " it with what a regional model gives.\n\nSaxaul planted on the dry bed halves what leaves the ground within"
            + " four years, where the soil holds at least a tenth of clay. See [the data](https://example.org/data).";
    private static final String JAPANESE = "干上がったアラル海の湖底からは塩分を含む砂塵が舞い上がり、百キロメートル離れた農地にも達している。"
            + "本研究では四季にわたり十一地点で沈着量を測定し、領域モデルの結果と比較した。サクサウールの植林は、粘土分が一割以上の土壌では、四年で飛散量を半減させる。";
    private static final String KAZAKH = "Арал теңізінің құрғаған табанынан көтерілген тұз бен шаң жүз шақырым жердегі"
            + " егістікке дейін жетеді. Біз он бір бекетте төрт маусым бойы шөгінділерді өлшедік.";

    private PrintableMeeting() {}

    /** A published programme of so many sessions. */
    public static Programme of(int sessions) {
        return new Programme(new PublishedAgenda(
                new MeetingId(new UUID(0, 7)), 2, Instant.parse("2027-05-01T06:00:00Z"), agenda("printed", sessions)));
    }

    /** An agenda of so many sessions, each third of which has talks. */
    public static AgendaSnapshot agenda(String slug, int count) {
        var rooms = new ArrayList<RoomPart>();
        for (int i = 0; i < 5; i++) {
            rooms.add(new RoomPart(
                    UUID.randomUUID(),
                    new LocalizedText(Map.of(
                            Language.EN,
                            "Hall " + (i + 1),
                            Language.JA,
                            "第" + (i + 1) + "会場",
                            Language.KK,
                            (i + 1) + "-зал")),
                    LocalizedText.EMPTY,
                    100));
        }
        var topics = new ArrayList<TopicPart>();
        for (int i = 0; i < 4; i++) {
            topics.add(new TopicPart(
                    UUID.randomUUID(),
                    "topic-" + i,
                    new LocalizedText(
                            Map.of(Language.EN, "Topic " + i, Language.JA, "分野" + i, Language.KK, "Тақырып " + i)),
                    i * 80));
        }
        var type = new TypePart(
                UUID.randomUUID(),
                "ORAL_SESSION",
                new LocalizedText(
                        Map.of(Language.EN, "Oral session", Language.JA, "口頭発表", Language.KK, "Ауызша секция")),
                "SESSION");
        var rest = new TypePart(UUID.randomUUID(), "BREAK", LocalizedText.english("Break"), "ITEM");
        var people = new ArrayList<PersonPart>();
        for (int i = 0; i < Math.max(NAMES.size(), count * 2); i++) {
            people.add(person(i));
        }
        var sessions = new ArrayList<SessionPart>();
        for (int i = 0; i < count; i++) {
            var day = i / A_DAY;
            var slot = i % A_DAY / rooms.size();
            var start = Instant.parse("2027-06-08T04:00:00Z").plusSeconds(day * 86_400L + slot * 3_600L);
            if (i % A_DAY == A_DAY - 1) {
                sessions.add(session(i, rest, titles("Coffee and tea"), null, List.of(), start, List.of(), List.of()));
                continue;
            }
            var talks = new ArrayList<TalkPart>();
            for (int t = 0; i % 3 == 0 && t < 3; t++) {
                talks.add(new TalkPart(
                        UUID.randomUUID(),
                        titles("Talk " + (t + 1) + " on salt and dust, no. " + i),
                        texts(),
                        20,
                        "en",
                        List.of(new RolePart(people.get((i + t) % people.size()).key(), "PRESENTER"))));
            }
            sessions.add(session(
                    i,
                    type,
                    titles("Water, salt and dust around the Aral Sea, no. " + i + (i == 0 ? " " + MIXED : "")),
                    rooms.get(i % rooms.size()),
                    List.of(topics.get(i % topics.size()).key()),
                    start,
                    List.of(
                            new RolePart(people.get(i * 2 % people.size()).key(), "CONVENER"),
                            new RolePart(people.get((i * 2 + 1) % people.size()).key(), "PRESENTER")),
                    talks));
        }
        return new AgendaSnapshot(
                new AgendaSnapshot.MeetingPart(
                        slug,
                        new LocalizedText(Map.of(
                                Language.EN,
                                "Central Asia – Japan Scientists’ Meeting",
                                Language.JA,
                                "中央アジア・日本科学者会合",
                                Language.KK,
                                "Орталық Азия – Жапония ғалымдарының кездесуі")),
                        LocalizedText.EMPTY,
                        LocalDate.of(2027, 6, 8),
                        LocalDate.of(2027, 6, 8).plusDays(Math.max(0, (count - 1) / A_DAY)),
                        "Asia/Almaty",
                        new LocalizedText(Map.of(Language.EN, "Astana", Language.JA, "アスタナ", Language.KK, "Астана"))),
                rooms,
                topics,
                List.of(type, rest),
                people,
                sessions);
    }

    private static PersonPart person(int number) {
        var name = NAMES.get(number % NAMES.size());
        var published = name.published() + (number < NAMES.size() ? "" : " " + number);
        return new PersonPart(
                UUID.randomUUID(),
                "P" + number,
                new PersonName(
                        published,
                        name.family(),
                        name.given(),
                        name.nameOrder(),
                        name.nativeScript()
                                + (number < NAMES.size() || name.nativeScript().isEmpty() ? "" : " " + number),
                        name.kana(),
                        ""),
                "PHD",
                number % 2 == 0 ? "Nazarbayev University" : "University of Tokyo",
                number % 2 == 0 ? "KZ" : "JP",
                "",
                LocalizedText.EMPTY);
    }

    private static LocalizedText titles(String english) {
        return new LocalizedText(Map.of(
                Language.EN, english, Language.JA, "アラル海周辺の水・塩・砂塵", Language.KK, "Арал маңындағы су, тұз бен шаң"));
    }

    private static LocalizedText texts() {
        return new LocalizedText(Map.of(
                Language.EN,
                ENGLISH + "\n\n" + ENGLISH,
                Language.JA,
                JAPANESE + JAPANESE,
                Language.KK,
                KAZAKH + KAZAKH));
    }

    private static SessionPart session(
            int number,
            TypePart type,
            LocalizedText title,
            @Nullable RoomPart room,
            List<UUID> topics,
            Instant start,
            List<RolePart> people,
            List<TalkPart> talks) {
        return new SessionPart(
                UUID.randomUUID(),
                "S" + number,
                type.key(),
                title,
                room == null ? LocalizedText.EMPTY : texts(),
                topics,
                room == null ? null : room.key(),
                start,
                60,
                "en",
                "en",
                number % 50 == 7,
                people,
                talks);
    }
}
