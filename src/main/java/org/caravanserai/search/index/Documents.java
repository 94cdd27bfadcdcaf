package org.caravanserai.search.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.caravanserai.agenda.AgendaSnapshot;
import org.caravanserai.agenda.PublishedAgenda;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.PersonName;
import org.caravanserai.text.search.SearchFields;
import org.caravanserai.text.search.SearchWords;
import org.caravanserai.text.search.Word;

/** What stands in the index of each kind of thing: the words that find it, and what decides who may find it. */
final class Documents {

    static final String UNIT = "unit";
    static final String KIND = "kind";
    static final String KEY = "key";
    static final String MEETING = "meeting";
    static final String TYPE = "type";
    static final String STATE = "state";
    /** Whose own it is: the key of a person. */
    static final String OWN = "own";

    /** What something is called. */
    static final String TITLE = "title";
    /** What else is said of it. */
    static final String TEXT = "text";
    /** Who is named in it. */
    static final String PEOPLE = "people";
    /** As title and text, as those read them who may not learn whose it is. */
    static final String VEILED_TITLE = "veiled-title";

    static final String VEILED_TEXT = "veiled-text";
    /** What its authors type and have not handed in. */
    static final String DRAFT = "draft";

    private Documents() {}

    /**
     * A proposal.
     *
     * @param veiledTitle what reviewers read instead where they may not learn whose it is
     * @param draftTitle as it is being typed
     */
    record ProposalText(
            UUID key,
            String code,
            UUID meeting,
            UUID type,
            String state,
            LocalizedText title,
            LocalizedText abstractText,
            LocalizedText veiledTitle,
            LocalizedText veiledAbstract,
            LocalizedText draftTitle,
            List<Named> people) {}

    /**
     * Somebody on a proposal.
     *
     * @param owner her key if the proposal is her own; else empty
     */
    record Named(String owner, PersonName name, String affiliation) {}

    static Document of(ProposalText proposal) {
        var document = document(
                new Unit(Unit.Kind.PROPOSAL, proposal.key()), proposal.key().toString());
        stored(document, MEETING, proposal.meeting().toString());
        stored(document, TYPE, proposal.type().toString());
        document.add(new StringField(STATE, proposal.state(), Field.Store.NO));
        proposal.people().stream()
                .map(Named::owner)
                .filter(owner -> !owner.isEmpty())
                .distinct()
                .forEach(owner -> document.add(new StringField(OWN, owner, Field.Store.NO)));
        var code = SearchWords.in(proposal.code());
        SearchFields.add(document, TITLE, and(code, SearchWords.in(proposal.title())));
        SearchFields.add(document, TEXT, SearchWords.in(proposal.abstractText()));
        SearchFields.add(document, VEILED_TITLE, and(code, SearchWords.in(proposal.veiledTitle())));
        SearchFields.add(document, VEILED_TEXT, SearchWords.in(proposal.veiledAbstract()));
        SearchFields.add(document, DRAFT, and(code, SearchWords.in(proposal.draftTitle())));
        var people = new ArrayList<Word>();
        proposal.people().forEach(person -> {
            people.addAll(SearchWords.in(person.name()));
            people.addAll(SearchWords.in(person.affiliation()));
        });
        SearchFields.add(document, PEOPLE, people);
        return document;
    }

    static Document person(UUID key, PersonName name, String affiliation) {
        var document = document(new Unit(Unit.Kind.PERSON, key), key.toString());
        SearchFields.add(document, TITLE, SearchWords.in(name));
        SearchFields.add(document, TEXT, SearchWords.in(affiliation));
        return document;
    }

    /** An institution, with all its names: aliases and acronyms too. */
    static Document institution(UUID key, LocalizedText name, List<String> others, String city) {
        var document = document(new Unit(Unit.Kind.INSTITUTION, key), key.toString());
        var words = new ArrayList<>(SearchWords.in(name));
        others.forEach(other -> words.addAll(SearchWords.in(other)));
        SearchFields.add(document, TITLE, words);
        SearchFields.add(document, TEXT, SearchWords.in(city));
        return document;
    }

    /** The sessions of a published agenda. */
    static List<Document> of(PublishedAgenda published) {
        var agenda = published.snapshot();
        var people = new java.util.HashMap<UUID, AgendaSnapshot.PersonPart>();
        agenda.people().forEach(person -> people.put(person.key(), person));
        var names = new java.util.HashMap<UUID, LocalizedText>();
        agenda.topics().forEach(topic -> names.put(topic.key(), topic.name()));
        agenda.rooms().forEach(room -> names.put(room.key(), room.name()));
        return agenda.sessions().stream()
                .map(session -> session(published, session, people, names))
                .toList();
    }

    private static Document session(
            PublishedAgenda published,
            AgendaSnapshot.SessionPart session,
            Map<UUID, AgendaSnapshot.PersonPart> people,
            Map<UUID, LocalizedText> names) {
        var document = document(new Unit(Unit.Kind.AGENDA, published.meeting().value()), session.code());
        stored(document, MEETING, published.meeting().value().toString());
        var titles = and(SearchWords.in(session.code()), SearchWords.in(session.title()));
        var texts = new ArrayList<>(SearchWords.in(session.abstractText()));
        var roles = new ArrayList<>(session.people());
        for (var talk : session.talks()) {
            titles.addAll(SearchWords.in(talk.title()));
            texts.addAll(SearchWords.in(talk.abstractText()));
            roles.addAll(talk.people());
        }
        var about = new ArrayList<>(session.topics());
        if (session.room() != null) {
            about.add(session.room());
        }
        about.stream()
                .map(key -> names.getOrDefault(key, LocalizedText.EMPTY))
                .forEach(name -> texts.addAll(SearchWords.in(name)));
        var named = new ArrayList<Word>();
        roles.stream().map(role -> people.get(role.person())).forEach(person -> {
            if (person != null) {
                named.addAll(SearchWords.in(person.name()));
                named.addAll(SearchWords.in(person.affiliation()));
            }
        });
        SearchFields.add(document, TITLE, titles);
        SearchFields.add(document, TEXT, texts);
        SearchFields.add(document, PEOPLE, named);
        return document;
    }

    private static Document document(Unit unit, String key) {
        var document = new Document();
        document.add(new StringField(UNIT, unit.term(), Field.Store.NO));
        document.add(new StringField(KIND, unit.kind().name(), Field.Store.NO));
        stored(document, KEY, key);
        return document;
    }

    private static void stored(Document document, String field, String value) {
        document.add(new StringField(field, value, Field.Store.YES));
    }

    private static ArrayList<Word> and(List<Word> one, List<Word> other) {
        var both = new ArrayList<>(one);
        both.addAll(other);
        return both;
    }
}
