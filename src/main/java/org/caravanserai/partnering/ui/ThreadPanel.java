package org.caravanserai.partnering.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.Map;
import java.util.UUID;
import org.caravanserai.meeting.MeetingView;
import org.caravanserai.partnering.introduction.Correspondence;
import org.caravanserai.people.KeptTyping;
import org.caravanserai.people.UnsentWords;
import org.caravanserai.platform.LiveUpdates;
import org.caravanserai.shell.Problems;
import org.caravanserai.shell.Words;
import org.caravanserai.text.Refusal;
import org.jspecify.annotations.Nullable;

/** What two people who were introduced write to each other; what the other writes appears by itself. */
class ThreadPanel extends Div {

    private static final long serialVersionUID = 1L;

    private final transient Words words;
    private final transient Correspondence correspondence;
    private final transient LiveUpdates live;
    private final transient KeptTyping typing;
    private final transient UUID introduction;
    private final Div messages = new Div();
    private final TextArea text;
    private final Problems problems = new Problems();
    private transient LiveUpdates.@Nullable Subscription subscription;

    ThreadPanel(
            Words words,
            MeetingView meeting,
            Correspondence correspondence,
            UnsentWords unsent,
            LiveUpdates live,
            UUID introduction,
            String other) {
        this.words = words;
        this.correspondence = correspondence;
        this.live = live;
        this.introduction = introduction;
        this.typing = new KeptTyping(unsent, "message/" + introduction);
        addClassName("partner-thread");
        messages.addClassName("partner-messages");
        messages.getElement().setAttribute("role", "log");
        messages.getElement().setAttribute("aria-label", words.get("partner.message.all", other));
        text = new TextArea(words.get("partner.message.to", other));
        text.setId("message-" + introduction);
        text.setMaxLength(Correspondence.LONGEST);
        text.setMinRows(2);
        typing.text("message", text);
        var send = new Button(words.get("partner.message.send"), e -> send());
        send.setId("send-" + introduction);
        send.addThemeVariants(ButtonVariant.PRIMARY);
        var meet = new Button(
                words.get("partner.meet"),
                e -> new MeetDialog(
                                words,
                                new KeptTyping(unsent, "meet/" + introduction),
                                meeting,
                                correspondence,
                                introduction)
                        .open());
        meet.setId("meet-" + introduction);
        var actions = new Div(send, meet);
        actions.addClassName("partner-actions");
        add(messages, problems, text, typing.line(), actions);
        refresh();
    }

    private void send() {
        try {
            correspondence.write(introduction, text.getValue());
            text.clear();
            typing.sent();
            problems.clear();
            refresh();
        } catch (Refusal refusal) {
            problems.show(refusal, Map.of("message", text));
        }
    }

    private void refresh() {
        messages.removeAll();
        var all = correspondence.read(introduction);
        if (all.isEmpty()) {
            messages.add(new Paragraph(words.get("partner.message.none")));
        }
        for (var one : all) {
            var said = new Paragraph(one.text());
            said.addClassName("partner-text");
            var when =
                    new Span((one.mine() ? words.get("partner.message.you") + " · " : "") + words.ownMoment(one.at()));
            when.addClassName("partner-facts");
            var message = new Div(when, said);
            message.addClassName(one.mine() ? "partner-mine" : "partner-theirs");
            messages.add(message);
        }
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        var ui = event.getUI();
        subscription = live.listen(Correspondence.channel(introduction), message -> ui.access(this::refresh));
    }

    @Override
    protected void onDetach(DetachEvent event) {
        var listening = subscription;
        if (listening != null) {
            listening.end();
        }
        super.onDetach(event);
    }
}
