package org.caravanserai.mail.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.caravanserai.mail.KnownKinds;
import org.caravanserai.mail.MailLine;
import org.caravanserai.mail.MailText;
import org.caravanserai.mail.OutboxMessage;
import org.caravanserai.people.PeopleProperties;
import org.caravanserai.shell.Tone;
import org.caravanserai.shell.Words;
import org.caravanserai.text.Language;

/** How the views speak of messages. */
final class MailWords {

    private MailWords() {}

    static String state(Words words, OutboxMessage.State state) {
        return words.get("mailview.state." + state);
    }

    static Tone tone(OutboxMessage.State state) {
        return switch (state) {
            case QUEUED -> Tone.WAITING;
            case SENT -> Tone.DONE;
            case FAILED -> Tone.DANGER;
            case GIVEN_UP -> Tone.NEUTRAL;
            case KEPT -> Tone.ACTIVE;
            case DIGEST -> Tone.WAITING;
            case TOLD -> Tone.NEUTRAL;
        };
    }

    static Optional<OutboxMessage.State> stateOf(String name) {
        return Arrays.stream(OutboxMessage.State.values())
                .filter(s -> s.name().equals(name))
                .findFirst();
    }

    static Select<OutboxMessage.State> stateFilter(Words words, List<OutboxMessage.State> states) {
        var filter = new Select<OutboxMessage.State>();
        filter.setId("mail-state");
        filter.setAriaLabel(words.get("mailview.column.state"));
        filter.setPlaceholder(words.get("mailview.state.all"));
        filter.setEmptySelectionAllowed(true);
        filter.setEmptySelectionCaption(words.get("mailview.state.all"));
        filter.setItems(states);
        filter.setItemLabelGenerator(s -> s == null ? words.get("mailview.state.all") : state(words, s));
        return filter;
    }

    /** When it was written, how often it was tried, when it is tried next, and what went wrong. */
    static Component facts(Words words, KnownKinds kinds, MailLine line) {
        var facts = new DescriptionList();
        facts.addClassName("detail-facts");
        fact(facts, words.get("mailview.fact.recipient"), line.recipient());
        fact(facts, words.get("mailview.fact.kind"), words.get(kinds.label(line.kind())));
        Language.ofTag(line.languageTag())
                .ifPresent(l -> fact(facts, words.get("mailview.fact.language"), l.ownName()));
        fact(facts, words.get("mailview.fact.created"), words.ownMoment(line.createdAt()));
        if (line.state() == OutboxMessage.State.QUEUED) {
            fact(facts, words.get("mailview.fact.next"), words.ownMoment(line.dueAt()));
        }
        var sent = line.sentAt();
        if (sent != null) {
            fact(facts, words.get("mailview.fact.sent"), words.ownMoment(sent));
        }
        if (line.attempts() > 0) {
            fact(facts, words.get("mailview.fact.attempts"), Integer.toString(line.attempts()));
        }
        if (!line.lastError().isEmpty()) {
            fact(facts, words.get("mailview.fact.error"), line.lastError());
        }
        return facts;
    }

    /** The text of a message, in its own language. */
    static Component text(MailText message) {
        var text = new Div();
        text.addClassName("detail-text");
        text.getElement().setAttribute("lang", message.line().languageTag());
        message.paragraphs().forEach(paragraph -> text.add(new Paragraph(paragraph)));
        return text;
    }

    /** Our own pages are followed where the application was opened. */
    static Component link(MailText message, PeopleProperties properties) {
        var base = properties.address("/");
        var address = message.actionAddress();
        var link = new Anchor(
                address.startsWith(base) ? address.substring(base.length() - 1) : address, message.actionLabel());
        link.setRouterIgnore(true);
        link.getElement().setAttribute("lang", message.line().languageTag());
        return new Paragraph(link);
    }

    private static void fact(DescriptionList facts, String label, String value) {
        facts.add(new DescriptionList.Term(label));
        facts.add(new DescriptionList.Description(value));
    }
}
