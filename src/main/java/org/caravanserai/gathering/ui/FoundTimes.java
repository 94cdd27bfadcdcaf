package org.caravanserai.gathering.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Consumer;
import org.caravanserai.gathering.finding.FoundTime;
import org.caravanserai.gathering.finding.TimeSearch.Answer;
import org.caravanserai.gathering.finding.TimeSearch.Choice;
import org.caravanserai.shell.EmptyState;
import org.caravanserai.shell.Words;
import org.caravanserai.text.Moments;

/** The times that were found, each with its reasons and on the clocks of everybody, and what would be possible without one. */
class FoundTimes extends Section {

    private static final long serialVersionUID = 1L;

    private final Words words;

    /**
     * Times that were found.
     *
     * @param propose makes an appointment of one
     * @param poll asks about all of them
     */
    FoundTimes(Words words, Answer answer, Consumer<Choice> propose, Runnable poll) {
        this.words = words;
        setId("found");
        addClassName("found");
        if (answer.best().isEmpty()) {
            add(new EmptyState(words.get("finding.none")));
            return;
        }
        var reasons = new ReasonWords(words, answer.people());
        add(new H2(words.get("finding.found")));
        if (answer.remembered() > 0) {
            add(muted(words.get("finding.remembered", answer.remembered())));
        }
        for (int i = 0; i < answer.best().size(); i++) {
            add(card(answer, reasons, answer.best().get(i), i == 0, propose));
        }
        var ask = new Button(words.get("finding.poll", answer.best().size()), e -> poll.run());
        ask.setId("make-poll");
        add(ask);
        if (!answer.without().isEmpty()) {
            var list = new UnorderedList();
            answer.without()
                    .forEach((person, time) -> list.add(new ListItem(words.get(
                            "finding.without.line",
                            reasons.names(List.of(person)),
                            Moments.full(words.language(), time.start(), words.zone(), words.city()),
                            String.join(" · ", reasons.of(time.reasons()))))));
            add(new H2(words.get("finding.without")), list);
        }
    }

    private Article card(Answer answer, ReasonWords reasons, Choice choice, boolean best, Consumer<Choice> propose) {
        var time = choice.time();
        var card = new Article(new H3(range(time)), muted(elsewhere(answer, time)));
        card.addClassName("found-time");
        var why = new UnorderedList();
        reasons.of(time.reasons()).forEach(sentence -> why.add(new ListItem(sentence)));
        choice.room().ifPresent(room -> why.add(new ListItem(words.get("finding.room", words.text(room.name())))));
        choice.interpreter()
                .ifPresent(person ->
                        why.add(new ListItem(words.get("finding.interpreter", reasons.names(List.of(person))))));
        var button = new Button(words.get("finding.propose"), e -> propose.accept(choice));
        button.setAriaLabel(words.get("finding.propose") + ": " + range(time));
        if (best) {
            button.addThemeVariants(ButtonVariant.PRIMARY);
        }
        card.add(why, new Div(button));
        return card;
    }

    private String range(FoundTime time) {
        return Moments.day(words.language(), time.start().atZone(words.zone()).toLocalDate()) + ", "
                + clock(time, words.zone()) + " " + words.city();
    }

    /** The same on the clocks of the others, with the day where it is another. */
    private String elsewhere(Answer answer, FoundTime time) {
        var zones = new LinkedHashMap<Object, ZoneId>();
        answer.people().values().forEach(who -> {
            if (Moments.differ(time.start(), who.zone(), words.zone())) {
                zones.putIfAbsent(who.zone().getRules().getOffset(time.start()), who.zone());
            }
        });
        return String.join(
                " · ",
                zones.values().stream()
                        .map(zone -> day(time.start(), zone) + clock(time, zone) + " "
                                + Moments.city(words.language(), zone))
                        .toList());
    }

    private String day(Instant start, ZoneId zone) {
        var there = LocalDate.ofInstant(start, zone);
        return there.equals(LocalDate.ofInstant(start, words.zone()))
                ? ""
                : Moments.shortDay(words.language(), there) + ", ";
    }

    private String clock(FoundTime time, ZoneId zone) {
        return Moments.time(words.language(), time.start(), zone) + "–"
                + Moments.time(words.language(), time.end(), zone);
    }

    private static Paragraph muted(String text) {
        var line = new Paragraph(text);
        line.addClassName("muted");
        return line;
    }
}
