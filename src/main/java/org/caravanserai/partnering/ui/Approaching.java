package org.caravanserai.partnering.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.partnering.card.CardBrowsing;
import org.caravanserai.partnering.directory.Blocking;
import org.caravanserai.partnering.introduction.Introducing;
import org.caravanserai.partnering.introduction.Reporting;
import org.caravanserai.people.KeptTyping;
import org.caravanserai.people.PersonId;
import org.caravanserai.people.UnsentWords;
import org.caravanserai.shell.Notices;
import org.caravanserai.shell.Words;
import org.caravanserai.text.Refusal;
import org.springframework.stereotype.Component;

/** What one can do about somebody else: ask to be introduced, keep away, report. */
@Component
class Approaching {

    private static final int LONGEST_REPORT = 2_000;

    private final Introducing introducing;
    private final Reporting reporting;
    private final Blocking blocking;
    private final CardBrowsing cards;
    private final UnsentWords unsent;

    Approaching(
            Introducing introducing, Reporting reporting, Blocking blocking, CardBrowsing cards, UnsentWords unsent) {
        this.introducing = introducing;
        this.reporting = reporting;
        this.blocking = blocking;
        this.cards = cards;
        this.unsent = unsent;
    }

    /** Asks to be introduced to the author of a card. */
    Button askAbout(Words words, MeetingId meeting, UUID card, Runnable then) {
        return ask(words, "ask/card/" + card, line -> introducing.askAbout(meeting, card, line), then);
    }

    /** Asks to be introduced to somebody in the directory. */
    Button askFor(Words words, MeetingId meeting, PersonId person, Runnable then) {
        return ask(
                words,
                "ask/" + meeting.value() + "/" + person.value(),
                line -> introducing.askFor(meeting, person, line),
                then);
    }

    /** Keeps the author of a card away. */
    Button blockAuthor(Words words, MeetingId meeting, UUID card, Runnable then) {
        return block(words, () -> cards.blockAuthor(meeting, card), then);
    }

    /** Keeps a person away. */
    Button block(Words words, PersonId person, Runnable then) {
        return block(words, () -> blocking.block(person), then);
    }

    /** Reports a card. */
    Button reportCard(Words words, MeetingId meeting, UUID card) {
        return report(words, "report/card/" + card, told -> reporting.card(meeting, card, told));
    }

    /** Reports somebody in the directory. */
    Button reportPerson(Words words, MeetingId meeting, PersonId person) {
        return report(
                words,
                "report/" + meeting.value() + "/" + person.value(),
                told -> reporting.person(meeting, person, told));
    }

    /** Reports somebody who asks to be introduced. */
    Button reportIntroduction(Words words, UUID introduction) {
        return report(words, "report/asks/" + introduction, told -> reporting.introduction(introduction, told));
    }

    private interface Asking {
        UUID ask(String line);
    }

    private Button ask(Words words, String form, Asking asking, Runnable then) {
        var button = new Button(
                words.get("partner.ask"),
                e -> new LineDialog(
                                words,
                                new KeptTyping(unsent, form),
                                words.get("partner.ask"),
                                words.get("partner.ask.help"),
                                words.get("partner.ask.line"),
                                "line",
                                Introducing.LONGEST_LINE,
                                line -> {
                                    var asked = asking.ask(line);
                                    then.run();
                                    Notices.done(words.get("partner.ask.done"), () -> {
                                        attempt(() -> introducing.withdraw(asked));
                                        then.run();
                                    });
                                })
                        .open());
        button.addClassName("partner-ask");
        return button;
    }

    private Button block(Words words, Supplier<UUID> block, Runnable then) {
        return quiet(
                words.get("partner.block"),
                () -> attempt(() -> {
                    var key = block.get();
                    then.run();
                    Notices.done(words.get("partner.block.done"), () -> {
                        blocking.unblock(key);
                        then.run();
                    });
                }));
    }

    private Button report(Words words, String form, Consumer<String> report) {
        return quiet(
                words.get("partner.report"),
                () -> new LineDialog(
                                words,
                                new KeptTyping(unsent, form),
                                words.get("partner.report"),
                                words.get("partner.report.help"),
                                words.get("partner.report.words"),
                                "words",
                                LONGEST_REPORT,
                                told -> {
                                    report.accept(told);
                                    Notices.done(words.get("partner.report.done"));
                                })
                        .open());
    }

    static Button quiet(String label, Runnable action) {
        var button = new Button(label, e -> action.run());
        button.addThemeVariants(ButtonVariant.TERTIARY);
        return button;
    }

    /** Does something and says why it cannot be done. */
    static void attempt(Runnable work) {
        try {
            work.run();
        } catch (Refusal refusal) {
            Notices.refused(refusal);
        }
    }
}
