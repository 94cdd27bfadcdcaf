package org.caravanserai.api.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.Optional;
import java.util.UUID;
import org.caravanserai.api.hook.MeetingHooks;
import org.caravanserai.api.hook.MeetingHooks.Line;
import org.caravanserai.api.hook.MeetingHooks.Made;
import org.caravanserai.meeting.MeetingDirectory;
import org.caravanserai.meeting.ViewOfMeeting;
import org.caravanserai.people.Access;
import org.caravanserai.shell.EmptyState;
import org.caravanserai.shell.MainLayout;
import org.caravanserai.shell.Notices;
import org.caravanserai.shell.PageHeader;

/** The webhooks of a meeting: which programs are told what, what they were told, and the making of one. */
@Route(value = "meetings/:slug/webhooks", layout = MainLayout.class)
@PermitAll
@StyleSheet("context://styles/hooks.css")
class HooksView extends ViewOfMeeting {

    private static final long serialVersionUID = 1L;

    private final transient MeetingHooks hooks;
    private final transient Access access;
    private final Div list = new Div();
    private final HookForm form;

    HooksView(MeetingDirectory directory, MeetingHooks hooks, Access access) {
        super(directory, "hook.title");
        this.hooks = hooks;
        this.access = access;
        this.form = new HookForm(words, this::make, this::change);
        addClassName("hooks");
        list.setId("hooks");
    }

    @Override
    protected void show() {
        if (!access.organiser(meeting().id().value())) {
            throw new NotFoundException();
        }
        removeAll();
        add(
                new PageHeader(words.get("hook.title"))
                        .with(words.get("hook.help", words.text(meeting().name()))),
                list,
                form);
        showAll(Optional.empty());
    }

    private void showAll(Optional<Made> made) {
        list.removeAll();
        var all = hooks.list(meeting().id());
        if (all.isEmpty()) {
            list.add(new EmptyState(words.get("hook.none")));
        }
        all.forEach(line -> list.add(card(line, made.filter(one -> one.hook().equals(line.key())))));
        form.setVisible(form.isChanging() || all.size() < MeetingHooks.MOST);
        if (all.size() >= MeetingHooks.MOST) {
            list.add(new Paragraph(words.get("hook.many", MeetingHooks.MOST)));
        }
    }

    private HookCard card(Line line, Optional<Made> made) {
        var card = new HookCard(words, line, made.map(Made::secret), delivery -> redeliver(line, delivery));
        card.addAction("test", () -> test(line));
        card.addAction("change", () -> form.change(line));
        card.addAction("renew", () -> renew(line));
        switch (line.standing()) {
            case ON, FAILING -> card.addAction("off", () -> switchOff(line));
            case OFF, FAILED -> card.addAction("on", () -> switchOn(line));
        }
        card.addAction("remove", () -> remove(line));
        return card;
    }

    private void make(HookForm.Typed typed) {
        var made = hooks.make(meeting().id(), typed.address(), typed.events());
        form.clear();
        showAll(Optional.of(made));
    }

    private void change(UUID hook, HookForm.Typed typed) {
        hooks.change(meeting().id(), hook, typed.address(), typed.events());
        form.clear();
        showAll(Optional.empty());
        Notices.done(words.get("hook.changed"));
    }

    private void test(Line line) {
        hooks.test(meeting().id(), line.key());
        showAll(Optional.empty());
        tellOf(line.key());
    }

    private void redeliver(Line line, UUID delivery) {
        hooks.redeliver(meeting().id(), delivery);
        showAll(Optional.empty());
        tellOf(line.key());
    }

    /** Opens the log, where it says what came of it. */
    private void tellOf(UUID hook) {
        list.getChildren()
                .filter(HookCard.class::isInstance)
                .map(HookCard.class::cast)
                .filter(card -> card.shows(hook))
                .forEach(HookCard::openLog);
    }

    private void renew(Line line) {
        showAll(Optional.of(hooks.renew(meeting().id(), line.key())));
    }

    private void switchOff(Line line) {
        hooks.switchOff(meeting().id(), line.key());
        showAll(Optional.empty());
        Notices.done(words.get("hook.switched.off"), () -> switchOn(line));
    }

    private void switchOn(Line line) {
        hooks.switchOn(meeting().id(), line.key());
        showAll(Optional.empty());
    }

    private void remove(Line line) {
        hooks.remove(meeting().id(), line.key());
        showAll(Optional.empty());
        Notices.done(words.get("hook.removed"), () -> {
            hooks.restore(meeting().id(), line.key());
            showAll(Optional.empty());
        });
    }
}
