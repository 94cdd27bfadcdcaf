package org.caravanserai.gathering.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.PermitAll;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.caravanserai.gathering.Answer;
import org.caravanserai.gathering.AppointmentAnswers;
import org.caravanserai.gathering.AppointmentDrafting;
import org.caravanserai.gathering.AppointmentFilter;
import org.caravanserai.gathering.AppointmentFilter.Which;
import org.caravanserai.gathering.AppointmentReading;
import org.caravanserai.gathering.AppointmentState;
import org.caravanserai.gathering.AppointmentView;
import org.caravanserai.shell.EmptyState;
import org.caravanserai.shell.FilterLine;
import org.caravanserai.shell.MainLayout;
import org.caravanserai.shell.Notices;
import org.caravanserai.shell.PageHeader;
import org.caravanserai.shell.Words;
import org.caravanserai.text.Refusal;

/** A person's appointments: what is to come, what waits for her, what she has begun to write, and what is over. */
@Route(value = "appointments", layout = MainLayout.class)
@PermitAll
@StyleSheet("context://styles/appointment.css")
class AppointmentsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private static final int PAGE = 30;

    private final transient AppointmentReading reading;
    private final transient AppointmentDrafting drafting;
    private final transient AppointmentAnswers answers;
    private final Words words = Words.here();
    private final FilterLine filters;
    private final Select<Which> which = new Select<>();
    private final UnorderedList list = new UnorderedList();
    private final Div below = new Div();

    AppointmentsView(AppointmentReading reading, AppointmentDrafting drafting, AppointmentAnswers answers) {
        this.reading = reading;
        this.drafting = drafting;
        this.answers = answers;
        addClassNames("view", "appointments");
        which.setId("appointments-which");
        which.setItems(Which.values());
        which.setItemLabelGenerator(w -> words.get("appointment.which." + w.name()));
        which.setAriaLabel(words.get("appointment.which"));
        which.setValue(Which.COMING);
        which.addValueChangeListener(e -> show());
        filters = new FilterLine(words.get("appointment.search")).with(which).onSearch(typed -> show());
        list.setId("my-appointments");
        list.addClassName("appointment-list");
        var begin = begin();
        begin.setId("appointment-new");
        add(
                new PageHeader(words.get("appointment.mine.title"), begin).with(words.get("appointment.mine.help")),
                filters,
                list,
                below);
    }

    @Override
    public String getPageTitle() {
        return words.get("appointment.mine.title") + " · Caravanserai";
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        event.getLocation()
                .getQueryParameters()
                .getSingleParameter("which")
                .flatMap(name -> Arrays.stream(Which.values())
                        .filter(w -> w.name().equals(name))
                        .findFirst())
                .ifPresent(which::setValue);
        show();
    }

    private void show() {
        list.removeAll();
        below.removeAll();
        var filter = new AppointmentFilter(which.getValue(), filters.words());
        var count = reading.count(filter);
        filters.setCount(words.get("appointment.count", count));
        if (count == 0) {
            below.add(
                    filter.words().isEmpty()
                            ? new EmptyState(
                                    words.get("appointment.empty."
                                            + filter.which().name()),
                                    begin())
                            : new EmptyState(words.get("appointment.empty.words")));
            return;
        }
        more(filter, count);
    }

    private void more(AppointmentFilter filter, int count) {
        below.removeAll();
        var shown = Math.toIntExact(list.getChildren().count());
        reading.mine(filter, shown, PAGE).forEach(line -> list.add(new ListItem(card(line))));
        if (shown + PAGE < count) {
            below.add(new Button(words.get("appointment.more"), e -> more(filter, count)));
        }
    }

    private Button begin() {
        var button = new Button(words.get("appointment.new"), e -> {
            try {
                var draft = drafting.begin(words.zone(), words.language());
                UI.getCurrentOrThrow().navigate(AppointmentWords.path(draft) + "/edit");
            } catch (Refusal refusal) {
                Notices.refused(refusal);
            }
        });
        button.addThemeVariants(ButtonVariant.PRIMARY);
        return button;
    }

    private Component card(AppointmentView.Line line) {
        var draft = line.state() == AppointmentState.DRAFT;
        var id = new RouteParameters("appointment", line.id().value().toString());
        var title = AppointmentWords.title(words, line.title());
        var link = draft
                ? new RouterLink(title, AppointmentFormView.class, id)
                : new RouterLink(title, OneAppointmentView.class, id);
        link.addClassName("appointment-title");
        var states = new Div(AppointmentWords.badge(words, line.state()));
        states.addClassName("appointment-states");
        if (!draft && !line.organises()) {
            states.add(AppointmentWords.badge(words, line.mine()));
        } else if (!draft) {
            states.add(new Span(words.get("appointment.yes.of", line.yes(), line.asked())));
        }
        var when = new Div(
                AppointmentWords.time(words, line.time()),
                new Span(" · "
                        + AppointmentWords.length(words, line.time().length().toMinutes())));
        if (line.repeats()) {
            when.add(new Span(" · " + words.get("appointment.repeat.several")));
        }
        var card = new Div(link, states, when);
        if (!line.others().isEmpty()) {
            var others = new Div(with(line));
            others.addClassName("appointment-muted");
            card.add(others);
        }
        if (line.state().isOpen() && !line.organises() && line.mine() == Answer.OPEN) {
            card.add(answers(line));
        }
        card.addClassName("appointment-card");
        return card;
    }

    private String with(AppointmentView.Line line) {
        var names = line.others().stream().map(words::name).collect(Collectors.joining(", "));
        var more = line.asked() - 1 - line.others().size();
        return more > 0 ? words.get("appointment.with.more", names, more) : words.get("appointment.with", names);
    }

    private Component answers(AppointmentView.Line line) {
        var buttons = new Div();
        buttons.addClassName("appointment-actions");
        for (var answer : List.of(Answer.YES, Answer.TENTATIVE, Answer.NO)) {
            var button = new Button(words.get("appointment.say." + answer.name()), e -> answer(line, answer));
            button.setAriaLabel(words.get("appointment.say." + answer.name()) + ": " + line.title());
            if (answer == Answer.YES) {
                button.addThemeVariants(ButtonVariant.PRIMARY);
            }
            buttons.add(button);
        }
        return buttons;
    }

    private void answer(AppointmentView.Line line, Answer answer) {
        try {
            answers.answer(line.id(), answer, "");
            Notices.done(words.get("appointment.answered." + answer.name(), line.title()), () -> {
                answers.answer(line.id(), Answer.OPEN, "");
                show();
            });
        } catch (Refusal refusal) {
            Notices.refused(refusal);
        }
        show();
    }
}
