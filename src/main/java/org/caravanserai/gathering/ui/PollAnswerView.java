package org.caravanserai.gathering.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.caravanserai.gathering.poll.Choice;
import org.caravanserai.gathering.poll.PollAnswering;
import org.caravanserai.gathering.poll.PollSheet;
import org.caravanserai.gathering.poll.PollState;
import org.caravanserai.people.KeptTyping;
import org.caravanserai.people.UnsentWords;
import org.caravanserai.shell.MainLayout;
import org.caravanserai.shell.Notices;
import org.caravanserai.shell.PageHeader;
import org.caravanserai.shell.Problems;
import org.caravanserai.shell.Words;
import org.caravanserai.text.Refusal;
import org.jspecify.annotations.Nullable;

/** Answers a poll, signed in: each time on the organiser's clocks and on the reader's own. */
@Route(value = "polls/:code/answer", layout = MainLayout.class)
@PermitAll
@StyleSheet("context://styles/poll.css")
class PollAnswerView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;
    private static final String CHOICES = "choices";

    private final transient PollAnswering answering;
    private final transient UnsentWords unsent;
    private final Words words = Words.here();
    private final transient Map<UUID, RadioButtonGroup<Choice>> fields = new HashMap<>();
    private TextArea note = new TextArea();
    private final Problems problems = new Problems();
    private transient @Nullable PollSheet sheet;
    private transient @Nullable KeptTyping typing;

    PollAnswerView(PollAnswering answering, UnsentWords unsent) {
        this.answering = answering;
        this.unsent = unsent;
        addClassNames("view", "poll-answer");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var code = event.getRouteParameters().get("code").orElse("");
        show(answering.lookAsMe(code).orElseThrow(NotFoundException::new));
    }

    @Override
    public String getPageTitle() {
        return (sheet == null ? "" : sheet.title() + " · ") + "Caravanserai";
    }

    private void show(PollSheet shown) {
        sheet = shown;
        removeAll();
        fields.clear();
        var asks = new Paragraph(words.get("poll.asked.by", words.name(shown.organiser())));
        add(new PageHeader(shown.title()).with(asks));
        if (!shown.text().isEmpty()) {
            var text = new Paragraph(shown.text());
            text.addClassName("poll-words");
            text.getElement().setAttribute("lang", shown.language().tag());
            add(text);
        }
        shown.place()
                .link()
                .ifPresentOrElse(
                        link -> {
                            var anchor =
                                    new Anchor(link.toString(), shown.place().words());
                            anchor.setRouterIgnore(true);
                            anchor.getElement().setAttribute("rel", "noopener noreferrer");
                            add(new Paragraph(anchor));
                        },
                        () -> add(new Paragraph(shown.place().words())));
        add(standing(shown), problems);
        var cards = new Div();
        cards.addClassName("poll-cards");
        shown.lines().forEach(line -> cards.add(card(shown, line)));
        note = note(shown);
        if (shown.answerable()) {
            add(keep(shown));
        }
        add(cards, note);
        if (shown.answerable()) {
            var save = new Button(words.get(shown.answered() ? "poll.page.change" : "poll.page.save"), e -> save());
            save.setId("poll-save");
            save.addThemeVariants(ButtonVariant.PRIMARY);
            add(save);
        }
    }

    private TextArea note(PollSheet shown) {
        var field = new TextArea(words.get("poll.page.note"));
        field.setId("poll-note");
        field.setMaxLength(1_000);
        field.setValue(shown.note());
        field.setReadOnly(!shown.answerable());
        return field;
    }

    /** Keeps what is chosen and typed until it is saved, and says what is back of an earlier time. */
    private Component keep(PollSheet shown) {
        var keeping = new KeptTyping(unsent, "poll/" + shown.code());
        typing = keeping;
        for (var said : keeping.kept(CHOICES).split(" ", -1)) {
            fields.forEach((key, field) -> Stream.of(Choice.values())
                    .filter(choice -> said.equals(key + "=" + choice))
                    .forEach(field::setValue));
        }
        keeping.text("note", note);
        fields.values()
                .forEach(field -> field.addValueChangeListener(e -> keeping.keep(
                        CHOICES,
                        choices().entrySet().stream()
                                .map(each -> each.getKey() + "=" + each.getValue())
                                .collect(Collectors.joining(" ")))));
        return keeping.back();
    }

    private Component standing(PollSheet shown) {
        var line = new Div();
        line.addClassName("poll-state");
        line.add(PollWords.badge(words, shown.state()));
        if (shown.answerable()) {
            shown.deadline()
                    .ifPresent(until -> line.add(new Span(
                            new Span(words.get("poll.until") + " "), PollWords.moment(words, until, shown.zone()))));
        } else if (shown.chosenTime().isPresent()) {
            line.add(new Span(
                    new Span(words.get("poll.chosen") + ": "),
                    PollWords.time(words, shown.chosenTime().get(), shown.zone())));
        } else {
            line.add(new Span(
                    words.get(shown.state() == PollState.CANCELLED ? "poll.answer.cancelled" : "poll.answer.late")));
        }
        return line;
    }

    private Component card(PollSheet shown, PollSheet.Line line) {
        var group = new RadioButtonGroup<Choice>();
        group.setItems(Choice.values());
        group.setItemLabelGenerator(c -> PollWords.sign(c) + " " + words.get("poll.choice." + c.name()));
        group.setLabel(PollWords.plain(words, line.time(), shown.zone()));
        group.setReadOnly(!shown.answerable());
        line.own().ifPresent(group::setValue);
        fields.put(line.key(), group);
        var card = new Div(group);
        card.addClassName("poll-answer-card");
        var counted = line.yes().count() + line.ifNeedBe().count() + line.no().count();
        if (counted > 0) {
            var counts = new Div(words.get(
                    "poll.counts",
                    line.yes().count(),
                    line.ifNeedBe().count(),
                    line.no().count()));
            counts.addClassName("muted");
            card.add(counts);
        }
        names(card, Choice.YES, line.yes());
        names(card, Choice.IF_NEED_BE, line.ifNeedBe());
        names(card, Choice.NO, line.no());
        return card;
    }

    private void names(Div card, Choice choice, PollSheet.Others others) {
        if (!others.names().isEmpty()) {
            var line = new Div(words.get("poll.choice." + choice.name())
                    + ": "
                    + others.names().stream().map(words::name).collect(Collectors.joining(", ")));
            line.addClassNames("muted", "small");
            card.add(line);
        }
    }

    private Map<UUID, Choice> choices() {
        var choices = new HashMap<UUID, Choice>();
        fields.forEach((key, field) -> field.getOptionalValue().ifPresent(choice -> choices.put(key, choice)));
        return choices;
    }

    private void save() {
        if (sheet == null) {
            return;
        }
        try {
            answering.answerAsMe(sheet.poll(), choices(), note.getValue());
            if (typing != null) {
                typing.sent();
            }
            problems.clear();
            Notices.done(words.get("poll.page.saved"));
            UI.getCurrentOrThrow().navigate("polls");
        } catch (Refusal refusal) {
            problems.show(refusal, Map.of("note", note));
        }
    }
}
