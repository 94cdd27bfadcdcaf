package org.caravanserai.programme;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.function.Predicate;
import org.caravanserai.agenda.AgendaSnapshot.SessionPart;
import org.caravanserai.text.search.MemoryIndex;
import org.caravanserai.text.search.SearchWords;
import org.caravanserai.text.search.Typed;
import org.caravanserai.text.search.Word;
import org.springframework.util.function.SingletonSupplier;

/** Finds the sessions of one programme that say certain words, however they are spelled. */
final class ProgrammeWords {

    private final Programme programme;

    /** Made when somebody first looks for words: most readers of a release never do. */
    private final SingletonSupplier<MemoryIndex> index = SingletonSupplier.of(this::index);

    ProgrammeWords(Programme programme) {
        this.programme = programme;
    }

    /** Whether a session says all of these words. */
    Predicate<SessionPart> saying(String words) {
        var typed = Typed.of(words);
        if (typed.isEmpty()) {
            return session -> true;
        }
        var codes = index.obtain().find(typed);
        return session -> codes.contains(session.code());
    }

    private MemoryIndex index() {
        var texts = new HashMap<String, List<Word>>();
        programme.agenda().sessions().forEach(session -> texts.put(session.code(), words(session)));
        return new MemoryIndex(texts);
    }

    private List<Word> words(SessionPart session) {
        var said = new ArrayList<Word>();
        said.addAll(SearchWords.in(session.title()));
        said.addAll(SearchWords.in(session.abstractText()));
        said.addAll(SearchWords.in(session.code()));
        for (var talk : session.talks()) {
            said.addAll(SearchWords.in(talk.title()));
            said.addAll(SearchWords.in(talk.abstractText()));
        }
        for (var person : programme.everyone(session)) {
            said.addAll(SearchWords.in(person.name()));
            said.addAll(SearchWords.in(person.affiliation()));
        }
        programme.topics(session).forEach(t -> said.addAll(SearchWords.in(t.name())));
        programme.room(session).ifPresent(r -> said.addAll(SearchWords.in(r.name())));
        return said;
    }
}
