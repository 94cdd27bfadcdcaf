package org.caravanserai.programme;

import java.util.LinkedHashMap;
import java.util.Map;
import org.caravanserai.agenda.AgendaSnapshot.SessionPart;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.search.Wording;
import org.caravanserai.text.search.Wording.Term;

/** What sessions say about their subject, as terms that can be compared across languages. A title says more than an abstract. */
final class SessionTerms {

    private static final int TITLE = 3;

    private final Wording wording = new Wording();

    Map<String, Term> of(SessionPart session) {
        var terms = new LinkedHashMap<String, Term>();
        read(session.title(), TITLE, terms);
        read(session.abstractText(), 1, terms);
        for (var talk : session.talks()) {
            read(talk.title(), TITLE, terms);
            read(talk.abstractText(), 1, terms);
        }
        return terms;
    }

    private void read(LocalizedText text, int times, Map<String, Term> into) {
        for (var language : text.languages()) {
            wording.read(text.exactly(language), language, times, into);
        }
    }
}
