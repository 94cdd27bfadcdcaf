package org.caravanserai.review.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.caravanserai.proposal.ProposalId;
import org.caravanserai.review.CommitteeMeetings;
import org.caravanserai.review.CommitteeMeetings.CommitteeMeeting;
import org.caravanserai.review.assigning.BidSuggestions;
import org.caravanserai.review.assigning.BidSuggestions.Filter;
import org.caravanserai.review.assigning.BidSuggestions.Said;
import org.caravanserai.review.reviewing.Bidding;
import org.caravanserai.review.reviewing.Eagerness;
import org.caravanserai.review.reviewing.ReviewerProfile;
import org.caravanserai.shell.EmptyState;
import org.caravanserai.shell.FilterLine;
import org.caravanserai.shell.MainLayout;
import org.caravanserai.shell.Notices;
import org.caravanserai.shell.PageHeader;
import org.caravanserai.shell.TimeText;
import org.caravanserai.shell.Words;
import org.caravanserai.text.Refusal;
import org.jspecify.annotations.Nullable;

/** A reviewer says what she would like to review, the best suited first, with one key or one touch for each. */
@Route(value = "reviewing/:slug/bids", layout = MainLayout.class)
@PermitAll
@StyleSheet("context://styles/review.css")
@StyleSheet("context://styles/assigning.css")
class BidsView extends Div implements HasDynamicTitle, BeforeEnterObserver {

    private static final long serialVersionUID = 1L;
    private static final int PAGE = 20;

    private final transient CommitteeMeetings meetings;
    private final transient BidSuggestions suggestions;
    private final transient Bidding bidding;
    private final transient ReviewerProfile profile;
    private final Words words = Words.here();
    private final Div progress = new Div();
    private final Div list = new Div();
    private final Div more = new Div();
    private final Section declared = new Section();
    private final transient List<BidCard> cards = new ArrayList<>();
    private transient CommitteeMeeting meeting;
    private transient AffinityWords affinities;
    private transient FilterLine filterLine;
    private transient Filter filter = Filter.ALL;
    private boolean takesBids;
    private int current;

    @SuppressWarnings("NullAway.Init")
    BidsView(CommitteeMeetings meetings, BidSuggestions suggestions, Bidding bidding, ReviewerProfile profile) {
        this.meetings = meetings;
        this.suggestions = suggestions;
        this.bidding = bidding;
        this.profile = profile;
        addClassNames("view", "bids-view");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        meeting = MeetingInAddress.of(event, meetings, CommitteeMeeting::reviews);
        affinities = new AffinityWords(words, meeting);
        removeAll();
        layOut();
        refresh();
    }

    @Override
    public String getPageTitle() {
        return words.get("reviewers.bids.title") + " · " + words.text(meeting.name());
    }

    private void layOut() {
        var mine = profile.read(meeting.id());
        takesBids = mine.takesBids();
        var knows = new Anchor("/app/reviewing/" + meeting.slug() + "/profile", words.get("reviewers.profile.title"));
        add(new PageHeader(words.get("reviewers.bids.title"), knows).with(words.text(meeting.name())));
        if (takesBids) {
            var help = new Paragraph(words.get("reviewers.bids.help"));
            mine.deadlines()
                    .bidding()
                    .or(() -> mine.deadlines().reviewing())
                    .ifPresent(at -> help.add(
                            new Span(" " + words.get("reviewers.bids.until") + " "),
                            new TimeText(at, meeting.zone(), words.text(meeting.city()))));
            add(help, keys());
        } else {
            add(new Paragraph(words.get("reviewing.bid.late")));
        }
        progress.addClassName("bid-progress");
        filterLine = new FilterLine(words.get("reviewers.bids.search"));
        filterLine.onSearch(w -> narrow(new Filter(w, filter.topic(), filter.language(), filter.said())));
        var said = new Select<Said>();
        said.setId("bids-said");
        said.setAriaLabel(words.get("reviewers.bids.show"));
        said.setItems(Said.values());
        said.setItemLabelGenerator(s -> words.get("reviewers.said." + s.name()));
        said.setValue(Said.ALL);
        said.addClassName("review-filter");
        said.addValueChangeListener(
                e -> narrow(new Filter(filter.words(), filter.topic(), filter.language(), e.getValue())));
        var topic = new ComboBox<UUID>();
        topic.setPlaceholder(words.get("reviewers.topic"));
        topic.setAriaLabel(words.get("reviewers.topic"));
        topic.setItems(meeting.topics().stream()
                .map(CommitteeMeetings.TopicChoice::key)
                .toList());
        topic.setItemLabelGenerator(this::topic);
        topic.setClearButtonVisible(true);
        topic.addClassName("review-filter");
        topic.addValueChangeListener(e -> narrow(new Filter(
                filter.words(), Optional.ofNullable((@Nullable UUID) e.getValue()), filter.language(), filter.said())));
        filterLine.with(said, topic);
        list.addClassName("bid-list");
        list.getElement().setAttribute("aria-label", words.get("reviewers.bids.title"));
        list.getElement().setAttribute("role", "group");
        shortcuts();
        more.addClassName("review-actions");
        declared.addClassName("bid-declared");
        add(progress, filterLine, list, more, declared);
    }

    private Component keys() {
        var line = new Div();
        line.addClassName("bid-keys");
        for (var bid : Eagerness.values()) {
            var key = new Span(BidCard.key(bid));
            key.addClassName("bid-key");
            line.add(new Span(key, new Span(" " + affinities.bid(bid))));
        }
        line.add(new Span(words.get("reviewers.bids.keys")));
        return line;
    }

    /** The keys work while the list has the focus, so that typing into a field never bids. */
    private void shortcuts() {
        shortcut(Key.KEY_E, () -> bid(Eagerness.EAGER));
        shortcut(Key.KEY_W, () -> bid(Eagerness.WILLING));
        shortcut(Key.KEY_P, () -> bid(Eagerness.IN_A_PINCH));
        shortcut(Key.KEY_N, () -> bid(Eagerness.NOT_WILLING));
        shortcut(Key.KEY_C, () -> bid(Eagerness.CONFLICT));
        shortcut(Key.KEY_J, () -> focus(current + 1));
        shortcut(Key.KEY_K, () -> focus(current - 1));
    }

    private void shortcut(Key key, Runnable action) {
        Shortcuts.addShortcutListener(list, action::run, key).listenOn(list);
    }

    private void bid(Eagerness eagerness) {
        if (current < cards.size()) {
            bid(cards.get(current), eagerness);
        }
    }

    private void narrow(Filter changed) {
        filter = changed;
        refresh();
    }

    private void refresh() {
        list.removeAll();
        cards.clear();
        current = 0;
        showMore();
        showProgress();
        showDeclared();
        if (cards.isEmpty()) {
            list.add(new EmptyState(
                    words.get(filter.equals(Filter.ALL) ? "reviewers.bids.empty" : "reviewers.bids.empty.filtered")));
        }
    }

    private void showMore() {
        for (var suggestion : suggestions.list(meeting.id(), filter, cards.size(), PAGE)) {
            var card = new BidCard(words, affinities, this::topic, suggestion, takesBids, this::bid);
            var place = cards.size();
            card.getElement().addEventListener("focusin", e -> current = place);
            cards.add(card);
            list.add(card);
        }
        var total = suggestions.count(meeting.id(), filter);
        filterLine.setCount(words.get("reviewers.bids.count", total));
        more.removeAll();
        if (cards.size() < total) {
            var button = new Button(words.get("reviewers.more", Math.min(PAGE, total - cards.size())), e -> showMore());
            button.setId("bids-more");
            more.add(button);
        }
    }

    private void showProgress() {
        var counts = bidding.count(meeting.id());
        var all = counts.values().stream().mapToInt(Integer::intValue).sum();
        var open = counts.getOrDefault(Optional.<Eagerness>empty(), 0);
        progress.removeAll();
        var bar = new ProgressBar(0, Math.max(1, all), all - open);
        bar.getElement().setAttribute("aria-label", words.get("reviewers.bids.progress", all - open, all));
        progress.add(new Span(words.get("reviewers.bids.progress", all - open, all)), bar);
    }

    private void bid(BidCard card, Eagerness eagerness) {
        if (eagerness == Eagerness.CONFLICT) {
            declare(card);
            return;
        }
        var proposal = card.proposal();
        var before = card.bid();
        try {
            if (before.filter(eagerness::equals).isPresent()) {
                bidding.takeBack(proposal);
                card.show(Optional.empty());
            } else {
                bidding.bid(proposal, eagerness, "");
                card.show(Optional.of(eagerness));
                focus(cards.indexOf(card) + 1);
            }
            showProgress();
        } catch (Refusal refusal) {
            Notices.refused(refusal);
        }
    }

    private void focus(int place) {
        if (place >= 0 && place < cards.size()) {
            current = place;
            cards.get(place).focus();
        }
    }

    private void declare(BidCard card) {
        var reason = new TextArea(words.get("reviewers.bids.reason"));
        reason.setId("conflict-reason");
        reason.setHelperText(words.get("reviewers.bids.reason.help"));
        reason.setMaxLength(1_000);
        reason.addClassName("review-wide");
        var dialog = new Dialog();
        dialog.setHeaderTitle(words.get("reviewers.bids.declare"));
        var body = new Div(new Paragraph(words.get("reviewers.bids.declare.help", card.title())), reason);
        body.addClassName("one-column");
        dialog.add(body);
        var save = new Button(words.get("reviewers.bids.declare"), e -> {
            try {
                declare(card.proposal(), reason.getValue());
                dialog.close();
            } catch (Refusal refusal) {
                Notices.refused(refusal);
            }
        });
        save.setId("conflict-declare");
        save.addThemeVariants(ButtonVariant.PRIMARY);
        dialog.getFooter().add(new Button(words.get("shell.cancel"), e -> dialog.close()), save);
        dialog.open();
        reason.focus();
    }

    private void declare(ProposalId proposal, String reason) {
        bidding.bid(proposal, Eagerness.CONFLICT, reason);
        refresh();
        bidding.declared(meeting.id()).stream()
                .findFirst()
                .ifPresent(c -> Notices.done(words.get("reviewers.bids.declaredDone"), () -> {
                    bidding.undeclare(c.conflict());
                    refresh();
                }));
    }

    private void showDeclared() {
        declared.removeAll();
        var all = bidding.declared(meeting.id());
        if (all.isEmpty()) {
            return;
        }
        declared.add(new H2(words.get("reviewers.bids.declared")));
        for (var conflict : all) {
            var back = new Button(words.get("reviewers.bids.takeBack"), e -> {
                bidding.undeclare(conflict.conflict());
                refresh();
            });
            back.addThemeVariants(ButtonVariant.TERTIARY);
            back.setAriaLabel(words.get("reviewers.bids.takeBack") + ": " + words.text(conflict.title()));
            var reason = new Span(conflict.reason());
            reason.addClassName("review-small");
            var row = new Div(new Div(words.marked(conflict.title()), reason), back);
            row.addClassName("bid-declared-row");
            declared.add(row);
        }
    }

    private String topic(UUID key) {
        return meeting.topics().stream()
                .filter(t -> t.key().equals(key))
                .map(t -> words.text(t.name()))
                .findFirst()
                .orElse("");
    }
}
