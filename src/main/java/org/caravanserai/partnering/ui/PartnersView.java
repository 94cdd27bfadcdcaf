package org.caravanserai.partnering.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.caravanserai.meeting.MeetingDirectory;
import org.caravanserai.meeting.ViewOfMeeting;
import org.caravanserai.partnering.card.CardBrowsing;
import org.caravanserai.partnering.card.CardBrowsing.Suggested;
import org.caravanserai.partnering.card.CardState;
import org.caravanserai.partnering.card.OwnCards;
import org.caravanserai.partnering.card.Visibility;
import org.caravanserai.partnering.directory.PartneringAccess;
import org.caravanserai.partnering.introduction.Introducing;
import org.caravanserai.partnering.matching.CardKind;
import org.caravanserai.shell.EmptyState;
import org.caravanserai.shell.MainLayout;
import org.caravanserai.shell.PageHeader;
import org.caravanserai.shell.StatusBadge;
import org.caravanserai.shell.Tone;

/** A person's own cards at a meeting, and below each what suits it and why. */
@Route(value = "meetings/:slug/partners", layout = MainLayout.class)
@PermitAll
@StyleSheet("context://styles/partner.css")
class PartnersView extends ViewOfMeeting {

    private static final long serialVersionUID = 1L;

    private final transient OwnCards own;
    private final transient CardBrowsing cards;
    private final transient Introducing introducing;
    private final transient Approaching approaching;
    private final transient PartneringAccess access;

    PartnersView(
            MeetingDirectory directory,
            OwnCards own,
            CardBrowsing cards,
            Introducing introducing,
            Approaching approaching,
            PartneringAccess access) {
        super(directory, "partner.title");
        this.own = own;
        this.cards = cards;
        this.introducing = introducing;
        this.approaching = approaching;
        this.access = access;
        addClassName("partner-view");
    }

    @Override
    protected void show() {
        removeAll();
        var says = new PartnerWords(words, meeting());
        add(
                new PageHeader(words.get("partner.title"), begin(CardKind.NEED), begin(CardKind.OFFER))
                        .with(words.text(meeting().name())),
                new PlacesLine(words, meeting(), access, PartnersView.class));
        var mine = own.mine(meeting().id());
        if (!access.member(meeting().id())) {
            var hint = new Paragraph(
                    new Span(words.get("partner.mine.join") + " "),
                    new RouterLink(
                            words.get("partner.directory.join"),
                            DirectoryView.class,
                            new RouteParameters("slug", meeting().slug())));
            hint.addClassName("partner-hint");
            add(hint);
        }
        if (mine.isEmpty()) {
            add(new EmptyState(words.get("partner.mine.empty")));
            return;
        }
        var suggestions = cards.suggestions(meeting().id()).stream()
                .collect(Collectors.toMap(CardBrowsing.ForCard::card, CardBrowsing.ForCard::suggestions));
        var asked = introducing.askedAbout(meeting().id());
        mine.forEach(card -> add(section(says, card, suggestions, asked)));
    }

    private Button begin(CardKind kind) {
        var button = new Button(
                words.get("partner.begin." + kind.name()),
                e -> Approaching.attempt(() -> edit(own.begin(meeting().id(), kind))));
        button.setId("begin-" + kind.name());
        if (kind == CardKind.NEED) {
            button.addThemeVariants(ButtonVariant.PRIMARY);
        }
        return button;
    }

    private void edit(UUID card) {
        UI.getCurrentOrThrow().navigate(CardView.class, CardView.at(meeting().slug(), card));
    }

    private Section section(
            PartnerWords says, OwnCards.Own card, Map<UUID, List<Suggested>> suggestions, Set<UUID> asked) {
        var content = card.content();
        var title = new H2(
                content.title().isEmpty()
                        ? new Span(words.get("partner.card.untitled"))
                        : words.marked(content.title()));
        var edit = new RouterLink(
                words.get("partner.card.edit"),
                CardView.class,
                CardView.at(meeting().slug(), card.key()));
        edit.getElement()
                .setAttribute("aria-label", words.get("partner.card.edit") + ": " + words.text(content.title()));
        var head = new Div(CardPanel.badge(says, content.kind(), says.sought(content.sought())), state(card), edit);
        head.addClassName("partner-head");
        var section = new Section(title, head);
        section.addClassName("partner-own");
        if (card.state() == CardState.PUBLISHED && !card.expired()) {
            section.add(suggested(says, suggestions.getOrDefault(card.key(), List.of()), asked));
        } else if (card.state() == CardState.DRAFT || card.expired()) {
            section.add(new Paragraph(words.get(card.expired() ? "partner.card.renew" : "partner.card.toPublish")));
        }
        return section;
    }

    private StatusBadge state(OwnCards.Own card) {
        if (card.expired() && card.state() == CardState.PUBLISHED) {
            return new StatusBadge(words.get("partner.card.expired"), Tone.NEUTRAL);
        }
        return switch (card.state()) {
            case DRAFT -> new StatusBadge(words.get("partner.state.DRAFT"), Tone.NEUTRAL);
            case PUBLISHED -> new StatusBadge(visibility(card.content().visibility()), Tone.DONE);
            case TAKEN_DOWN -> new StatusBadge(words.get("partner.state.TAKEN_DOWN"), Tone.DANGER);
        };
    }

    private String visibility(Visibility visibility) {
        return words.get("partner.visibility." + visibility.name());
    }

    private Component suggested(PartnerWords says, List<Suggested> suggestions, Set<UUID> asked) {
        if (suggestions.isEmpty()) {
            return new Paragraph(words.get("partner.suggestions.none"));
        }
        var count = new Paragraph(words.get("partner.suggestions.count", suggestions.size()));
        count.addClassName("partner-facts");
        return new Div(
                count,
                CardPanel.list(suggestions.stream()
                        .map(one -> new CardPanel(
                                says, one.card(), Optional.of(one.fit()), "h3", asked, approaching, this::show))
                        .toList()));
    }
}
