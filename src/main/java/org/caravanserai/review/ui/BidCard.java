package org.caravanserai.review.ui;

import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.caravanserai.proposal.ProposalId;
import org.caravanserai.review.assigning.BidSuggestions.Suggestion;
import org.caravanserai.review.reviewing.Eagerness;
import org.caravanserai.shell.Words;

/** One proposal to bid on: what it is about, why it may suit her, and the five answers. */
class BidCard extends Article implements Focusable<BidCard> {

    private static final long serialVersionUID = 1L;

    private final transient Words words;
    private final transient Suggestion suggestion;
    private final transient Map<Eagerness, Button> buttons = new EnumMap<>(Eagerness.class);
    private transient Optional<Eagerness> bid;

    BidCard(
            Words words,
            AffinityWords affinities,
            Function<UUID, String> topics,
            Suggestion suggestion,
            boolean takesBids,
            BiConsumer<BidCard, Eagerness> chosen) {
        this.words = words;
        this.suggestion = suggestion;
        this.bid = suggestion.row().bid();
        var row = suggestion.row();
        addClassName("bid-card");
        setTabIndex(0);
        setId("bid-" + row.code());
        getElement().setAttribute("aria-label", words.text(row.title()));
        var facts = new ArrayList<String>();
        row.topics().stream().map(topics).filter(t -> !t.isEmpty()).forEach(facts::add);
        facts.add(ReviewWords.language(words, row.talkLanguage()));
        row.proposer().ifPresent(name -> facts.add(words.name(name)));
        if (!row.affiliation().isEmpty()) {
            facts.add(row.affiliation());
        }
        var line = new Div(String.join(" · ", facts));
        line.addClassName("review-small");
        var text = new Paragraph(words.marked(row.abstractText()));
        text.addClassName("review-text");
        var details = new NativeDetails(words.get("reviewers.bids.abstract"), text);
        add(
                new H2(words.marked(row.title())),
                line,
                affinities.shown(suggestion.affinity(), Optional.empty()),
                details,
                answers(affinities, takesBids, chosen));
        show(bid);
    }

    static String key(Eagerness bid) {
        return switch (bid) {
            case EAGER -> "e";
            case WILLING -> "w";
            case IN_A_PINCH -> "p";
            case NOT_WILLING -> "n";
            case CONFLICT -> "c";
        };
    }

    ProposalId proposal() {
        return suggestion.row().proposal();
    }

    String title() {
        return words.text(suggestion.row().title());
    }

    Optional<Eagerness> bid() {
        return bid;
    }

    /** Shows what she has said. */
    final void show(Optional<Eagerness> said) {
        bid = said;
        buttons.forEach((eagerness, button) -> {
            var is = said.filter(eagerness::equals).isPresent();
            button.getElement().setAttribute("aria-pressed", Boolean.toString(is));
            if (is) {
                button.addThemeVariants(ButtonVariant.PRIMARY);
            } else {
                button.removeThemeVariants(ButtonVariant.PRIMARY);
            }
        });
        setClassName("bid-said", said.isPresent());
    }

    private Div answers(AffinityWords affinities, boolean takesBids, BiConsumer<BidCard, Eagerness> chosen) {
        var line = new Div();
        line.addClassName("bid-answers");
        for (var eagerness : Eagerness.values()) {
            var key = new Span(key(eagerness));
            key.addClassName("bid-key");
            key.getElement().setAttribute("aria-hidden", "true");
            var button = new Button(affinities.bid(eagerness), e -> chosen.accept(this, eagerness));
            button.setSuffixComponent(key);
            button.setEnabled(takesBids || eagerness == Eagerness.CONFLICT);
            buttons.put(eagerness, button);
            line.add(button);
        }
        return line;
    }
}
