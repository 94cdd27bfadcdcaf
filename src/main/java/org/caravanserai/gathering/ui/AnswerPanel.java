package org.caravanserai.gathering.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.caravanserai.gathering.Answer;
import org.caravanserai.gathering.AppointmentAnswers;
import org.caravanserai.gathering.AppointmentTime;
import org.caravanserai.gathering.AppointmentView;
import org.caravanserai.gathering.Participant;
import org.caravanserai.people.KeptTyping;
import org.caravanserai.people.UnsentWords;
import org.caravanserai.shell.Fields;
import org.caravanserai.shell.Notices;
import org.caravanserai.shell.Problems;
import org.caravanserai.shell.Words;
import org.caravanserai.text.Moments;
import org.caravanserai.text.Refusal;

/** Where somebody who was asked says yes, maybe or no, with a word of her own, or names another time. */
class AnswerPanel extends Section {

    private static final long serialVersionUID = 1L;
    private static final String START = "start";

    private final transient AppointmentAnswers answers;
    private final transient AppointmentView one;
    private final Words words;
    private final transient Runnable done;
    private final transient KeptTyping typing;
    private final TextArea comment = new TextArea();
    private final Problems problems = new Problems();

    AnswerPanel(AppointmentAnswers answers, UnsentWords unsent, AppointmentView one, Words words, Runnable done) {
        this.answers = answers;
        this.one = one;
        this.words = words;
        this.done = done;
        this.typing = new KeptTyping(unsent, "appointment/" + one.id().value());
        setId("appointment-answer");
        addClassNames("appointment-section", "appointment-answer");
        comment.setId("answer-comment");
        comment.setLabel(words.get("appointment.comment"));
        comment.setMaxLength(Participant.LONGEST_COMMENT);
        comment.setValue(one.myComment());
        comment.setWidthFull();
        typing.text("comment", comment);
        add(
                new H2(words.get("appointment.yourAnswer")),
                AppointmentWords.badge(words, one.mine()),
                typing.back(),
                problems,
                comment,
                buttons(),
                another());
    }

    private Component buttons() {
        var buttons = new Div();
        buttons.addClassName("appointment-actions");
        for (var answer : List.of(Answer.YES, Answer.TENTATIVE, Answer.NO)) {
            var button = new Button(words.get("appointment.say." + answer.name()), e -> answer(answer));
            button.setId("answer-" + answer.name());
            if (answer == Answer.YES) {
                button.addThemeVariants(ButtonVariant.PRIMARY);
            }
            buttons.add(button);
        }
        return buttons;
    }

    private void answer(Answer answer) {
        try {
            answers.answer(one.id(), answer, comment.getValue());
            typing.sent();
            Notices.done(words.get("appointment.answered." + answer.name(), one.title()), () -> {
                answers.answer(one.id(), one.mine(), one.myComment());
                done.run();
            });
            done.run();
        } catch (Refusal refusal) {
            problems.show(refusal, Map.of("comment", comment));
        }
    }

    private Component another() {
        var zone = one.time().zone();
        var start = Fields.moment(words.get("appointment.counter.start", Moments.city(words.language(), zone)));
        start.setId("counter-start");
        start.setValue(one.time().local().toLocalDateTime());
        typing.value(START, start, LocalDateTime::toString, kept -> Optional.of(LocalDateTime.parse(kept)));
        var send = new Button(words.get("appointment.counter.send"), e -> {
            try {
                var wanted = start.getValue();
                if (wanted == null) {
                    throw Refusal.at("start", "appointment.start.required");
                }
                answers.counter(
                        one.id(),
                        new AppointmentTime(
                                wanted.atZone(zone).toInstant(), one.time().length(), zone),
                        comment.getValue());
                typing.sent();
                Notices.done(words.get("appointment.counter.sent"));
                done.run();
            } catch (Refusal refusal) {
                problems.show(refusal, Map.of("start", start, "comment", comment));
            }
        });
        send.setId("counter-send");
        var details = new Details(words.get("appointment.counter.title"), new Div(start, send));
        details.setId("appointment-counter");
        details.setOpened(typing.has(START));
        return details;
    }
}
