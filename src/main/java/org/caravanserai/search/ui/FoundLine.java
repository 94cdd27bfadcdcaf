package org.caravanserai.search.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.caravanserai.people.Countries;
import org.caravanserai.search.SearchHit;
import org.caravanserai.shell.TimeText;
import org.caravanserai.shell.Words;
import org.caravanserai.text.Language;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.Markdown;
import org.caravanserai.text.PersonName;
import org.caravanserai.text.search.Analysis;
import org.caravanserai.text.search.Highlights;
import org.caravanserai.text.search.Highlights.Piece;
import org.caravanserai.text.search.Typed;

/** One thing found: what it is called, what is known of it, and where what was typed stands in it. */
class FoundLine {

    private static final int EXCERPT = 160;

    private final Words words;
    private final Runnable followed;

    /** {@code followed} is run when somebody goes to what was found. */
    FoundLine(Words words, Runnable followed) {
        this.words = words;
        this.followed = followed;
    }

    ListItem of(SearchHit hit, Typed typed) {
        return switch (hit) {
            case SearchHit.OfSession session ->
                work(
                        outside("/m/" + session.slug() + "/sessions/" + session.code()),
                        session.title(),
                        session.texts(),
                        session.people(),
                        facts(
                                new TimeText(session.start(), session.zone(), words.text(session.city())),
                                session.cancelled() ? words.get("search.cancelled") : "",
                                words.text(session.meeting())),
                        typed);
            case SearchHit.OfProposal proposal ->
                work(
                        inside(
                                proposal.own()
                                        ? "proposals/" + proposal.code()
                                        : "meetings/" + proposal.slug() + "/proposals?open=" + proposal.code()),
                        proposal.title(),
                        proposal.texts(),
                        proposal.people(),
                        facts(
                                new Span(proposal.code()),
                                words.get("proposal.state." + proposal.state().name()),
                                words.text(proposal.meeting())),
                        typed);
            case SearchHit.OfPerson person -> person(person, typed);
            case SearchHit.OfInstitution institution -> institution(institution, typed);
        };
    }

    private ListItem work(
            Anchor link,
            LocalizedText title,
            List<LocalizedText> texts,
            List<PersonName> people,
            Component facts,
            Typed typed) {
        var shown = title.in(words.language());
        if (shown.text().isEmpty()) {
            link.setText(words.get("proposal.untitled"));
        } else {
            mark(link, Highlights.of(shown.text(), shown.language(), typed), shown.language());
        }
        var item = new ListItem(link, facts);
        if (!Highlights.saysAll(shown.text(), shown.language(), typed)) {
            elsewhere(title, shown.language(), texts, people, typed).ifPresent(item::add);
        }
        return item;
    }

    /** Where it stands if not in the title shown: in the title in another language, in a name, or in a text. */
    private Optional<Component> elsewhere(
            LocalizedText title, Language shown, List<LocalizedText> texts, List<PersonName> people, Typed typed) {
        var places = new ArrayList<LocalizedText.Rendered>();
        title.texts().forEach((language, written) -> {
            if (language != shown) {
                places.add(new LocalizedText.Rendered(written, language));
            }
        });
        for (var name : people) {
            Stream.of(name.in(words.language()), name.besides(words.language()), name.kana())
                    .filter(form -> !form.isEmpty())
                    .forEach(form -> places.add(new LocalizedText.Rendered(form, Analysis.guess(form))));
        }
        for (var text : texts) {
            for (var language : words.language().fallback()) {
                var written = text.exactly(language);
                if (!written.isEmpty()) {
                    places.add(
                            new LocalizedText.Rendered(Markdown.plain(written).replaceAll("\\s+", " "), language));
                }
            }
        }
        return places.stream()
                .filter(place -> Highlights.saysAll(place.text(), place.language(), typed))
                .findFirst()
                .or(() -> places.stream()
                        .filter(place -> excerpt(place, typed).isPresent())
                        .findFirst())
                .flatMap(place -> excerpt(place, typed).map(pieces -> {
                    var line = new Div();
                    line.addClassName("found-excerpt");
                    mark(line, pieces, place.language());
                    return line;
                }));
    }

    private static Optional<List<Piece>> excerpt(LocalizedText.Rendered place, Typed typed) {
        return Highlights.excerpt(place.text(), place.language(), typed, EXCERPT);
    }

    private ListItem person(SearchHit.OfPerson person, Typed typed) {
        var item = new ListItem();
        var name = person.page().isEmpty() ? new Span() : outside(person.page());
        var first = person.name().in(words.language());
        mark(name, Highlights.of(first, Analysis.guess(first), typed), Analysis.guess(first));
        item.add(name);
        Stream.of(person.name().besides(words.language()), person.name().kana())
                .filter(form -> !form.isEmpty() && !form.equals(first))
                .distinct()
                .forEach(form -> {
                    var other = new Span();
                    other.addClassName("found-other");
                    mark(other, Highlights.of(form, Analysis.guess(form), typed), Analysis.guess(form));
                    item.add(other);
                });
        var facts = Stream.of(person.affiliation(), country(person.country()))
                .filter(fact -> !fact.isEmpty())
                .collect(Collectors.joining(" · "));
        var line = new Div();
        line.addClassName("found-facts");
        mark(line, Highlights.of(facts, Language.EN, typed), Language.EN);
        line.getElement().removeAttribute("lang");
        item.add(line);
        return item;
    }

    private ListItem institution(SearchHit.OfInstitution hit, Typed typed) {
        var institution = hit.institution();
        var link = outside("https://ror.org/" + institution.ror().value());
        link.setTarget("_blank");
        link.getElement().setAttribute("rel", "noopener noreferrer");
        var shown = institution.name().in(words.language());
        var name = shown.text().isEmpty() ? new LocalizedText.Rendered(institution.printedName(), Language.EN) : shown;
        mark(link, Highlights.of(name.text(), name.language(), typed), name.language());
        var item = new ListItem(link);
        if (!institution.printedName().equals(name.text())) {
            var other = new Span();
            other.addClassName("found-other");
            mark(other, Highlights.of(institution.printedName(), Language.EN, typed), Language.EN);
            item.add(other);
        }
        item.add(facts(new Span(institution.city()), country(institution.country())));
        return item;
    }

    private String country(String code) {
        return Countries.name(words.language(), code);
    }

    private static Component facts(Component first, String... others) {
        var line = new Div(first);
        line.addClassName("found-facts");
        for (var other : others) {
            if (!other.isEmpty()) {
                line.add(new Span(" · "), new Span(other));
            }
        }
        return line;
    }

    private Anchor outside(String address) {
        var link = new Anchor(address, "");
        link.setRouterIgnore(true);
        return link;
    }

    private Anchor inside(String path) {
        var link = new Anchor("/app/" + path, "");
        link.getElement().addEventListener("click", e -> followed.run());
        return link;
    }

    private void mark(Component into, List<Piece> pieces, Language language) {
        into.getElement().removeAllChildren();
        for (var piece : pieces) {
            into.getElement()
                    .appendChild(
                            piece.found()
                                    ? new Element("mark").setText(piece.text())
                                    : Element.createText(piece.text()));
        }
        if (language != words.language()) {
            into.getElement().setAttribute("lang", language.tag());
        }
    }
}
