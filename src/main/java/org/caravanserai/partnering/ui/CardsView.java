package org.caravanserai.partnering.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.caravanserai.meeting.MeetingDirectory;
import org.caravanserai.meeting.ViewOfMeeting;
import org.caravanserai.partnering.card.CardBrowsing;
import org.caravanserai.partnering.directory.PartneringAccess;
import org.caravanserai.partnering.introduction.Introducing;
import org.caravanserai.partnering.matching.CardKind;
import org.caravanserai.partnering.matching.Sought;
import org.caravanserai.shell.EmptyState;
import org.caravanserai.shell.FilterLine;
import org.caravanserai.shell.MainLayout;
import org.caravanserai.shell.PageHeader;

/** All cards of a meeting that a person may see, to be looked through with a filter line. */
@Route(value = "meetings/:slug/cards", layout = MainLayout.class)
@PermitAll
@StyleSheet("context://styles/partner.css")
class CardsView extends ViewOfMeeting {

    private static final long serialVersionUID = 1L;
    private static final int PAGE = 20;

    private final transient CardBrowsing cards;
    private final transient Introducing introducing;
    private final transient Approaching approaching;
    private final transient PartneringAccess access;
    private final Div list = CardPanel.list(List.of());
    private final Div more = new Div();
    private transient CardBrowsing.Filter filter = CardBrowsing.Filter.ALL;
    private transient PartnerWords says;
    private transient FilterLine line;
    private transient Choice kind;
    private transient Choice sought;
    private transient Choice topic;
    private transient Choice country;
    private transient Choice language;

    @SuppressWarnings("NullAway.Init")
    CardsView(
            MeetingDirectory directory,
            CardBrowsing cards,
            Introducing introducing,
            Approaching approaching,
            PartneringAccess access) {
        super(directory, "partner.cards.title");
        this.cards = cards;
        this.introducing = introducing;
        this.approaching = approaching;
        this.access = access;
        addClassName("partner-view");
        more.addClassName("partner-actions");
    }

    @Override
    protected void show() {
        removeAll();
        says = new PartnerWords(words, meeting());
        line = new FilterLine(words.get("partner.cards.search"));
        var choices = new AddressedChoices(line, this::refresh);
        kind = choices.add(
                "kind",
                new Choice(
                        "filter-kind",
                        words.get("partner.card.kind"),
                        names(CardKind.values()),
                        name -> says.kind(CardKind.valueOf(name))));
        sought = choices.add(
                "sought",
                new Choice(
                        "filter-sought",
                        words.get("partner.card.sought"),
                        names(Sought.values()),
                        name -> says.sought(Sought.valueOf(name))));
        topic = choices.topic(says);
        country = choices.country(says);
        language = choices.language(says);
        choices.read(location().getQueryParameters());
        add(
                new PageHeader(words.get("partner.cards.title"))
                        .with(words.text(meeting().name())),
                new PlacesLine(words, meeting(), access, CardsView.class),
                line,
                list,
                more);
        refresh();
    }

    private void refresh() {
        filter = new CardBrowsing.Filter(
                line.words(),
                Optional.of(kind.chosen()).filter(name -> !name.isEmpty()).map(CardKind::valueOf),
                Optional.of(sought.chosen()).filter(name -> !name.isEmpty()).map(Sought::valueOf),
                topic.chosen(),
                country.chosen(),
                language.chosen());
        list.removeAll();
        append(0);
    }

    private void append(int offset) {
        var found = cards.find(meeting().id(), filter, offset, PAGE);
        var asked = introducing.askedAbout(meeting().id());
        found.cards()
                .forEach(card ->
                        list.add(new CardPanel(says, card, Optional.empty(), "h2", asked, approaching, this::refresh)));
        line.setCount(words.get("partner.cards.count", found.total()));
        if (found.total() == 0) {
            list.add(new EmptyState(words.get(
                    filter.equals(CardBrowsing.Filter.ALL) ? "partner.cards.empty" : "partner.filter.nothing")));
        }
        more.removeAll();
        var shown = offset + found.cards().size();
        if (shown < found.total()) {
            var button =
                    new Button(words.get("partner.more", Math.min(PAGE, found.total() - shown)), e -> append(shown));
            button.setId("cards-more");
            more.add(button);
        }
    }

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }
}
