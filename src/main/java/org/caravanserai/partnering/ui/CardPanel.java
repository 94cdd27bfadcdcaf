package org.caravanserai.partnering.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlComponent;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.caravanserai.partnering.card.ShownCard;
import org.caravanserai.partnering.matching.CardKind;
import org.caravanserai.partnering.matching.Fit;
import org.caravanserai.shell.Hue;
import org.caravanserai.shell.PersonText;
import org.caravanserai.shell.StatusBadge;
import org.caravanserai.shell.Tone;
import org.caravanserai.text.LocalizedText;

/** A card of somebody else: what it says, why it suits if it does, and what can be done about it. */
class CardPanel extends Article {

    private static final long serialVersionUID = 1L;

    /**
     * A card.
     *
     * @param heading the level of its heading, such as {@code h2}
     * @param asked the keys of cards about which the reader has asked
     */
    CardPanel(
            PartnerWords says,
            ShownCard card,
            Optional<Fit> fit,
            String heading,
            Set<UUID> asked,
            Approaching approaching,
            Runnable changed) {
        var words = says.words();
        addClassName("partner-card");
        setId("card-" + card.key());
        var head = new Div(badge(says, card.kind(), says.sought(card.sought())));
        head.addClassName("partner-head");
        fit.ifPresent(one -> {
            var score = new Span(words.get("partner.score", one.score()));
            score.addClassName("partner-score");
            head.add(score);
        });
        var title = new HtmlComponent(heading);
        title.getElement().appendChild(words.marked(card.title()).getElement());
        add(head, title);
        card.topics().forEach(topic -> add(topic(says, topic)));
        if (!card.text().isEmpty()) {
            add(text(says, card.text()));
        }
        add(facts(says, card), author(says, card));
        fit.ifPresent(one -> add(why(says, one)));
        var actions = new Div();
        actions.addClassName("partner-actions");
        if (asked.contains(card.key())) {
            actions.add(new StatusBadge(
                    words.get("partner.standing.NOT_YET"), Tone.WAITING, words.get("partner.standing.NOT_YET.next")));
        } else {
            actions.add(approaching.askAbout(words, says.meeting().id(), card.key(), changed));
        }
        actions.add(
                approaching.reportCard(words, says.meeting().id(), card.key()),
                approaching.blockAuthor(words, says.meeting().id(), card.key(), changed));
        add(actions);
    }

    /** Whether it asks or gives, and what. */
    static StatusBadge badge(PartnerWords says, CardKind kind, String sought) {
        return new StatusBadge(says.kind(kind) + ": " + sought, kind == CardKind.NEED ? Tone.WAITING : Tone.ACTIVE);
    }

    /** A topic with its colour. */
    static Component topic(PartnerWords says, String key) {
        var line = new Div(says.topicName(key));
        line.addClassNames("topic", "partner-topic");
        says.topic(key).ifPresent(topic -> line.addClassName(Hue.of(topic.hue())));
        return line;
    }

    private static Component text(PartnerWords says, LocalizedText said) {
        var text = new Paragraph(says.words().marked(said));
        text.addClassName("partner-text");
        return text;
    }

    private static Component facts(PartnerWords says, ShownCard card) {
        var words = says.words();
        var facts = new ArrayList<String>();
        if (!card.methods().isEmpty()) {
            facts.add(String.join(", ", card.methods()));
        }
        if (!card.languages().isEmpty()) {
            facts.add(says.languages(card.languages()));
        }
        var term = says.term(card.term());
        if (!term.isEmpty()) {
            facts.add(term);
        }
        facts.add(words.get("partner.card.shownUntil", says.day(card.expires())));
        var line = new Div(String.join(" · ", facts));
        line.addClassName("partner-facts");
        return line;
    }

    private static Component author(PartnerWords says, ShownCard card) {
        var country = says.country(card.country());
        return card.author()
                .<Component>map(author -> new PersonText(
                        author.name(),
                        author.workplace()
                                .map(work -> says.words().text(work.name()) + " · " + country)
                                .orElse(country)))
                .orElseGet(() -> {
                    var line = new Div(says.words().get("partner.author.hidden", country));
                    line.addClassName("partner-facts");
                    return line;
                });
    }

    private static Component why(PartnerWords says, Fit fit) {
        var list = new UnorderedList();
        fit.reasons().forEach(reason -> {
            var points = new Span("+" + reason.points());
            points.addClassName("partner-points");
            list.add(new ListItem(points, new Span(" " + says.reason(reason))));
        });
        list.addClassName("partner-why");
        var details = new NativeDetails(says.words().get("partner.why.title"), list);
        details.setOpen(true);
        return details;
    }

    /** Panels one below the other. */
    static Div list(List<? extends Component> panels) {
        var list = new Div();
        list.addClassName("partner-list");
        panels.forEach(list::add);
        return list;
    }
}
