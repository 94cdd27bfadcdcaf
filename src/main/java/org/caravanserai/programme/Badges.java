package org.caravanserai.programme;

import com.ibm.icu.text.Collator;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import org.caravanserai.agenda.AgendaSnapshot.PersonPart;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.text.Language;
import org.caravanserai.text.search.MemoryIndex;
import org.caravanserai.text.search.SearchWords;
import org.caravanserai.text.search.Typed;
import org.caravanserai.text.search.Word;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/**
 * Whose badges the desk prints: everyone on the published programme, with what the programme says of them and nothing that
 * is not public.
 */
@Service
public class Badges {

    /** How many are on a sheet of paper. */
    public static final int ON_A_SHEET = 8;

    private final Programmes programmes;

    Badges(Programmes programmes) {
        this.programmes = programmes;
    }

    /**
     * The people of a meeting by their family names, as the published Latin forms are sorted.
     *
     * @param words of names and institutions, however they are spelled; empty for everyone
     */
    @PreAuthorize("@access.in(#meeting.value(), 'ORGANISER', 'DESK')")
    public List<PersonPart> of(MeetingId meeting, String words) {
        var order = Collator.getInstance(Language.EN.icuLocale());
        return programmes
                .latest(meeting)
                .map(programme -> found(programme.agenda().people(), words).stream()
                        .sorted(Comparator.comparing(Badges::sortedBy, order::compare)
                                .thenComparing(PersonPart::code))
                        .toList())
                .orElse(List.of());
    }

    private static String sortedBy(PersonPart person) {
        var name = person.name();
        return name.family().isEmpty() ? name.published() : name.family() + " " + name.given();
    }

    private static List<PersonPart> found(List<PersonPart> people, String words) {
        var typed = Typed.of(words);
        if (typed.isEmpty()) {
            return people;
        }
        var texts = new HashMap<String, List<Word>>();
        for (var person : people) {
            var said = new java.util.ArrayList<>(SearchWords.in(person.name()));
            said.addAll(SearchWords.in(person.affiliation()));
            texts.put(person.code(), said);
        }
        var codes = new MemoryIndex(texts).find(typed);
        return people.stream().filter(p -> codes.contains(p.code())).toList();
    }
}
