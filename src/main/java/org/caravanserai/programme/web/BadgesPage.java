package org.caravanserai.programme.web;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.caravanserai.agenda.AgendaSnapshot.PersonPart;
import org.caravanserai.programme.Badges;
import org.caravanserai.programme.Programme;
import org.caravanserai.shell.PageReader;
import org.caravanserai.text.Language;
import org.caravanserai.text.Moments;

/**
 * Badges to be printed, sheet by sheet.
 *
 * @param words what was looked for; may be empty
 * @param count how many badges there are in all
 * @param parts the stretches of names into which they are divided, if one page does not hold them all
 */
public record BadgesPage(
        Said meeting,
        String dates,
        String city,
        String words,
        int count,
        List<ProgrammePage.Tab> parts,
        List<List<Badge>> sheets,
        Links links) {

    /** What one page holds: ten sheets. */
    static final int MOST = 10 * Badges.ON_A_SHEET;

    /**
     * One badge. The name is in the published form, which everyone at the meeting reads, whatever the language of the page.
     *
     * @param besides the name in a second script; may be empty
     * @param address what the code leads to
     */
    public record Badge(
            String name, String besides, String affiliation, String country, String address, QrPicture code) {}

    static BadgesPage of(
            Programme programme,
            List<PersonPart> people,
            String words,
            int part,
            PageReader reader,
            UnaryOperator<String> address,
            Links links) {
        var language = reader.language();
        var meeting = programme.meeting();
        var parts = new ArrayList<ProgrammePage.Tab>();
        for (int from = 0; from < people.size(); from += MOST) {
            var number = from / MOST;
            var last = Math.min(from + MOST, people.size()) - 1;
            parts.add(new ProgrammePage.Tab(
                    people.get(from).name().published() + " – "
                            + people.get(last).name().published(),
                    links.badges("part=" + number + (words.isEmpty() ? "" : "&q=" + Links.encode(words))),
                    number == part));
        }
        var begin = Math.min(part * MOST, people.size());
        var badges = people.subList(begin, Math.min(begin + MOST, people.size())).stream()
                .map(person -> badge(person, language, links, address))
                .toList();
        var sheets = new ArrayList<List<Badge>>();
        for (int from = 0; from < badges.size(); from += Badges.ON_A_SHEET) {
            sheets.add(badges.subList(from, Math.min(from + Badges.ON_A_SHEET, badges.size())));
        }
        return new BadgesPage(
                Said.of(meeting.name(), language),
                Moments.days(language, meeting.firstDay(), meeting.lastDay()),
                meeting.city().text(language),
                words,
                people.size(),
                parts.size() > 1 ? List.copyOf(parts) : List.of(),
                List.copyOf(sheets),
                links);
    }

    private static Badge badge(PersonPart person, Language language, Links links, UnaryOperator<String> address) {
        var page = address.apply(Links.of(links.slug(), "", "").person(person.code()));
        return new Badge(
                person.name().published(),
                person.name().nativeScript().equals(person.name().published())
                        ? ""
                        : person.name().nativeScript(),
                person.affiliation(),
                Named.country(person.country(), language),
                page,
                QrPicture.of(page));
    }
}
