package org.caravanserai.gathering.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.virtuallist.VirtualList;
import com.vaadin.flow.data.provider.DataProvider;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.caravanserai.gathering.poll.PollContent;
import org.caravanserai.gathering.poll.PollReading;
import org.caravanserai.gathering.poll.PollState;
import org.caravanserai.gathering.poll.Polls;
import org.caravanserai.shell.EmptyState;
import org.caravanserai.shell.MainLayout;
import org.caravanserai.shell.PageHeader;
import org.caravanserai.shell.Words;

/** A person's polls: those she is asked in, and those she organises, with how far each has come. */
@Route(value = "polls", layout = MainLayout.class)
@PermitAll
@StyleSheet("context://styles/poll.css")
class PollsView extends Div implements HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final transient Polls polls;
    private final transient PollReading reading;
    private final Words words = Words.here();

    PollsView(Polls polls, PollReading reading) {
        this.polls = polls;
        this.reading = reading;
        addClassNames("view", "polls");
        add(new PageHeader(words.get("poll.title"), make("poll-new")).with(words.get("poll.mine.line")));
        asked();
        var count = reading.countMine();
        if (count == 0) {
            add(new EmptyState(words.get("poll.mine.empty")));
            return;
        }
        var list = new VirtualList<PollReading.MyPoll>();
        list.setId("my-polls");
        list.addClassName("poll-list");
        list.setRenderer(new ComponentRenderer<>(this::card));
        list.setDataProvider(DataProvider.fromCallbacks(
                query -> reading.mine(query.getOffset(), query.getLimit()).stream(), query -> reading.countMine()));
        add(new Section(new H2(words.get("poll.mine.count", count)), list));
    }

    @Override
    public String getPageTitle() {
        return words.get("poll.title") + " · Caravanserai";
    }

    private Button make(String id) {
        var make = new Button(words.get("poll.mine.new"), e -> {
            var code = polls.draft(PollContent.blank(words.language(), words.zone()), List.of(), List.of());
            UI.getCurrentOrThrow().navigate("polls/" + code + "/edit");
        });
        make.setId(id);
        make.addThemeVariants(ButtonVariant.PRIMARY);
        return make;
    }

    private void asked() {
        var asked = reading.asked();
        if (asked.isEmpty()) {
            return;
        }
        var section = new Section(new H2(words.get("poll.asked.title")));
        section.setId("polls-asked");
        for (var poll : asked) {
            var title = new Anchor(
                    "/app/polls/" + poll.code() + "/answer", PollWords.title(words, poll.title(), poll.language()));
            title.addClassName("poll-card-title");
            var facts = new Div(new Span(words.get("poll.asked.by", words.name(poll.organiser()))));
            facts.addClassName("muted");
            var text = new Div(title, facts);
            poll.deadline().ifPresent(until -> text.add(until(until, poll.zone())));
            text.addClassName("poll-card-words");
            var card = new Div(text);
            card.addClassNames("poll-card", "poll-card-asked");
            if (poll.answerable()) {
                var answer = new Button(
                        words.get(poll.answered() ? "poll.asked.change" : "poll.asked.answer"),
                        e -> UI.getCurrentOrThrow().navigate("polls/" + poll.code() + "/answer"));
                if (!poll.answered()) {
                    answer.addThemeVariants(ButtonVariant.PRIMARY);
                }
                card.add(answer);
            }
            section.add(card);
        }
        add(section);
    }

    private Component card(PollReading.MyPoll poll) {
        var draft = poll.state() == PollState.DRAFT;
        var title = new Anchor(
                "/app/polls/" + poll.code() + (draft ? "/edit" : ""),
                PollWords.title(words, poll.title(), poll.language()));
        title.addClassName("poll-card-title");
        var state = new Div(PollWords.badge(words, poll.state()));
        state.addClassName("poll-state");
        state.add(new Span(words.get("poll.mine.counts", poll.candidates(), poll.answered(), poll.guests())));
        var card = new Div(title, state);
        card.addClassName("poll-card");
        if (poll.isRipe()) {
            var ripe = new Div(words.get("poll.mine.ripe"));
            ripe.addClassName("poll-ripe");
            card.add(ripe);
        } else if (poll.state() == PollState.OPEN && poll.deadline().isPresent()) {
            card.add(until(poll.deadline().get(), poll.zone()));
        }
        return card;
    }

    private Div until(Instant until, ZoneId zone) {
        var line = new Div(new Span(words.get("poll.until") + " "), PollWords.moment(words, until, zone));
        line.addClassName("muted");
        return line;
    }
}
