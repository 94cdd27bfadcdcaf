package org.caravanserai.mail.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.caravanserai.mail.GroupMail;
import org.caravanserai.mail.GroupMail.Preview;
import org.caravanserai.mail.MeetingMail;
import org.caravanserai.people.MeetingNames;
import org.caravanserai.shell.EmptyState;
import org.caravanserai.shell.KeptForm;
import org.caravanserai.shell.LocalizedField;
import org.caravanserai.shell.MainLayout;
import org.caravanserai.shell.MasterDetail;
import org.caravanserai.shell.Notices;
import org.caravanserai.shell.PageHeader;
import org.caravanserai.shell.Problems;
import org.caravanserai.shell.Tone;
import org.caravanserai.shell.Words;
import org.caravanserai.text.Refusal;

/** Where an organiser writes to groups of people, reads what each will get, and sends it. */
@Route(value = "meetings/:slug/mail/write", layout = MainLayout.class)
@PermitAll
class GroupMailView extends Div implements HasDynamicTitle, BeforeEnterObserver {

    private static final long serialVersionUID = 1L;

    private final transient MeetingMail meetings;
    private final transient GroupMail mail;
    private final transient Clock clock;
    private final Words words = Words.here();
    private final Problems problems = new Problems();
    private final Paragraph placeholders = new Paragraph();
    private final Button send = new Button();
    private transient Map<String, Component> fields = Map.of();
    private transient MeetingNames.Named meeting;
    private transient List<Preview> previews = List.of();
    private transient MasterDetail<Preview> list;
    private long version;

    @SuppressWarnings("NullAway.Init")
    GroupMailView(MeetingMail meetings, GroupMail mail, Clock clock) {
        this.meetings = meetings;
        this.mail = mail;
        this.clock = clock;
        addClassName("view");
        send.setId("mail-send");
        send.addThemeVariants(ButtonVariant.PRIMARY);
        send.addClickListener(e -> attempt(this::send));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        meeting = meetings.meeting(event.getRouteParameters().get("slug").orElse(""))
                .orElseThrow(NotFoundException::new);
        removeAll();
        layOut();
    }

    @Override
    public String getPageTitle() {
        return words.get("mailview.write.title") + " · " + words.text(meeting.name());
    }

    private void layOut() {
        var draft = mail.draft(meeting.key());
        version = draft.version();
        var choices = new HashMap<String, GroupMail.Choice>();
        var offered = mail.groups(meeting.key());
        offered.forEach(choice -> choices.put(choice.key(), choice));
        var groups = new CheckboxGroup<String>(words.get("mailview.groups"));
        groups.setId("mail-groups");
        groups.setItems(offered.stream()
                .filter(choice -> choice.people() > 0 || draft.groups().contains(choice.key()))
                .map(GroupMail.Choice::key)
                .toList());
        groups.setItemLabelGenerator(key -> {
            var choice = choices.get(key);
            return choice == null
                    ? key
                    : words.get("mailview.group.count", words.get(choice.labelKey()), choice.people());
        });
        groups.setValue(draft.groups());
        var subject = new LocalizedField(words.get("mailview.subject"), false);
        subject.setId("mail-subject");
        subject.setMaxLength(250);
        subject.setValue(draft.subject());
        var text = new LocalizedField(words.get("mailview.text"), true);
        text.setId("mail-text");
        text.setMaxLength(20_000);
        text.setValue(draft.body());
        fields = Map.of("groups", groups, "subject", subject, "text", text);
        var form = new KeptForm(words.get("mailview.write.message"), clock);
        form.with("groups", groups)
                .with("subject", subject)
                .with("text", text)
                .with(placeholders)
                .keeping(() -> {
                    var kept =
                            mail.keep(meeting.key(), version, groups.getValue(), subject.getValue(), text.getValue());
                    version = kept.version();
                    problems.clear();
                    show(kept);
                })
                .whenStale(
                        () -> words.text(mail.draft(meeting.key()).body()),
                        () -> version = mail.draft(meeting.key()).version(),
                        () -> {
                            var now = mail.draft(meeting.key());
                            version = now.version();
                            groups.setValue(now.groups());
                            subject.setValue(now.subject());
                            text.setValue(now.body());
                            show(now);
                        });
        list = new MasterDetail<Preview>(
                        "previews",
                        words.get("mailview.preview.title"),
                        (offset, limit) ->
                                previews.stream().skip(offset).limit(limit).toList())
                .main(
                        words.get("mailview.column.recipient"),
                        Preview::name,
                        preview -> preview.email().value(),
                        Preview::subject)
                .state(words.get("mailview.column.state"), this::state, this::tone)
                .onOpen(this::open);
        var back = new Anchor("/app/meetings/" + meeting.slug() + "/mail", words.get("mailview.meeting.title"));
        add(
                new PageHeader(words.get("mailview.write.title"), back).with(words.text(meeting.name())),
                form,
                new Section(new H2(words.get("mailview.preview.title")), list),
                problems,
                actions());
        show(draft);
    }

    private Component actions() {
        var test = new Button(
                words.get("mailview.test"),
                e -> attempt(() -> {
                    var to = mail.sendTest(meeting.key());
                    Notices.done(words.get("mailview.tested", to.value()));
                }));
        test.setId("mail-test");
        var actions = new Div(send, test);
        actions.addClassName("form-actions");
        return actions;
    }

    private void show(GroupMail.Draft draft) {
        placeholders.setText(words.get(
                "mailview.placeholders",
                draft.placeholders().stream().map(name -> "{" + name + "}").collect(Collectors.joining(" "))));
        previews = mail.preview(meeting.key());
        var leaving = previews.stream().filter(preview -> !preview.excluded()).count();
        send.setText(words.get("mailview.send", leaving));
        send.setEnabled(leaving > 0);
        list.close();
        list.refresh(previews.size(), new EmptyState(words.get("mailview.preview.empty")));
    }

    private void send() {
        var queued = mail.queue(meeting.key());
        var slug = meeting.slug();
        Notices.done(words.get("mailview.queued", queued.recipients(), words.ownTime(queued.leavesAt())), () -> {
            try {
                mail.takeBack(meeting.key(), queued.key());
            } catch (Refusal refusal) {
                Notices.refused(refusal);
            }
            UI.getCurrentOrThrow().navigate("meetings/" + slug + "/mail/write");
        });
        UI.getCurrentOrThrow().navigate("meetings/" + slug + "/mail");
    }

    private void open(Preview preview) {
        var told = new Problems();
        var subject = new TextField(words.get("mailview.subject"));
        subject.setId("preview-subject");
        subject.addClassName("wide-field");
        subject.setMaxLength(250);
        subject.setValue(preview.subject());
        var text = new TextArea(words.get("mailview.text"));
        text.setId("preview-text");
        text.addClassName("wide-field");
        text.setMaxLength(20_000);
        text.setValue(preview.text());
        subject.getElement().setAttribute("lang", preview.language().tag());
        text.getElement().setAttribute("lang", preview.language().tag());
        var without = new Checkbox(words.get("mailview.exclude"), preview.excluded());
        without.setId("preview-exclude");
        without.addValueChangeListener(e -> {
            mail.exclude(meeting.key(), preview.email(), e.getValue());
            show(mail.draft(meeting.key()));
        });
        var save = new Button(words.get("mailview.edit.save"), e -> {
            told.clear();
            try {
                mail.editFor(meeting.key(), preview.email(), subject.getValue(), text.getValue());
                Notices.done(words.get("mailview.edit.saved", preview.name()), () -> {
                    mail.forgetEdit(meeting.key(), preview.email());
                    show(mail.draft(meeting.key()));
                });
                show(mail.draft(meeting.key()));
            } catch (Refusal refusal) {
                told.show(refusal, Map.of("subject", subject, "text", text));
            }
        });
        save.setId("preview-save");
        var actions = new Div(save);
        actions.addClassName("detail-actions");
        if (preview.edited()) {
            var forget = new Button(words.get("mailview.edit.forget"), e -> {
                mail.forgetEdit(meeting.key(), preview.email());
                show(mail.draft(meeting.key()));
            });
            forget.setId("preview-forget");
            actions.add(forget);
        }
        list.open(
                new Span(preview.name()),
                new Paragraph(preview.email() + " · " + preview.language().ownName()),
                without,
                told,
                subject,
                text,
                actions);
    }

    private void attempt(Runnable action) {
        problems.clear();
        try {
            action.run();
        } catch (Refusal refusal) {
            problems.show(refusal, fields);
        }
    }

    private String state(Preview preview) {
        return words.get(
                preview.excluded()
                        ? "mailview.preview.excluded"
                        : preview.edited() ? "mailview.preview.edited" : "mailview.preview.ready");
    }

    private Tone tone(Preview preview) {
        return preview.excluded() ? Tone.NEUTRAL : preview.edited() ? Tone.ACTIVE : Tone.DONE;
    }
}
