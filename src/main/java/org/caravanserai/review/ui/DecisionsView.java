package org.caravanserai.review.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.provider.DataProvider;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.caravanserai.review.CommitteeMeetings;
import org.caravanserai.review.CommitteeMeetings.CommitteeMeeting;
import org.caravanserai.review.Deciding;
import org.caravanserai.review.DecisionTrial;
import org.caravanserai.review.PendingDecisions;
import org.caravanserai.shell.EmptyState;
import org.caravanserai.shell.MainLayout;
import org.caravanserai.shell.Notices;
import org.caravanserai.shell.PageHeader;
import org.caravanserai.shell.Problems;
import org.caravanserai.shell.Words;
import org.caravanserai.text.Refusal;

/** The decisions that wait, with their mails: each can be read and changed, taken back or sent. */
@Route(value = "meetings/:slug/decisions", layout = MainLayout.class)
@PermitAll
@StyleSheet("context://styles/review.css")
class DecisionsView extends Div implements HasDynamicTitle, BeforeEnterObserver {

    private static final long serialVersionUID = 1L;
    private static final int MOST_AT_ONCE = 8;

    private final transient CommitteeMeetings meetings;
    private final transient PendingDecisions pending;
    private final transient Deciding deciding;
    private final transient DecisionTrial trial;
    private final Words words = Words.here();
    private final Grid<PendingDecisions.Pending> grid = new Grid<>();
    private final Div split = new Div();
    private final Div actions = new Div();
    private final transient Map<UUID, BooleanSupplier> edited = new LinkedHashMap<>();
    private transient CommitteeMeeting meeting;
    private int total;

    @SuppressWarnings("NullAway.Init")
    DecisionsView(CommitteeMeetings meetings, PendingDecisions pending, Deciding deciding, DecisionTrial trial) {
        this.meetings = meetings;
        this.pending = pending;
        this.deciding = deciding;
        this.trial = trial;
        addClassNames("view", "review-view");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        meeting = MeetingInAddress.of(event, meetings, CommitteeMeeting::decides);
        removeAll();
        layOut();
        refresh();
    }

    @Override
    public String getPageTitle() {
        return words.get("review.decisions.title") + " · " + words.text(meeting.name());
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        GridWidth.follow(grid, event.getUI(), GridWidth.whereNarrow(Set.of("title", "state")));
    }

    private void layOut() {
        actions.addClassName("review-actions");
        split.addClassName("review-split");
        split.removeAll();
        grid.removeAllColumns();
        grid.setId("decisions-grid");
        grid.addClassName("review-grid");
        grid.getElement().setAttribute("aria-label", words.get("review.decisions.title"));
        grid.addColumn(p -> words.text(p.title()))
                .setHeader(words.get("review.column.title"))
                .setKey("title")
                .setFlexGrow(4)
                .setWidth("9rem");
        grid.addComponentColumn(p -> ReviewWords.badge(words, p.verdict()))
                .setHeader(words.get("review.column.state"))
                .setKey("state")
                .setWidth("9rem");
        grid.addColumn(PendingDecisions.Pending::mails)
                .setKey("mails")
                .setHeader(words.get("review.decisions.mails"))
                .setWidth("5rem");
        grid.addColumn(p -> p.by().orElse(""))
                .setKey("by")
                .setHeader(words.get("review.decisions.by"))
                .setWidth("8rem");
        grid.setPageSize(50);
        grid.setItems(DataProvider.fromCallbacks(
                query -> pending.of(meeting.id(), query.getOffset(), query.getLimit()).stream(), query -> {
                    query.getOffset();
                    query.getLimit();
                    return total;
                }));
        grid.asSingleSelect().addValueChangeListener(e -> {
            if (e.getValue() != null) {
                open(e.getValue());
            }
        });
        split.add(grid);
        var texts = new Anchor("/app/meetings/" + meeting.slug() + "/decision-texts", words.get("review.texts.title"));
        add(
                new PageHeader(words.get("review.decisions.title"), texts).with(words.text(meeting.name())),
                new Paragraph(words.get("review.decisions.help")),
                actions,
                split);
    }

    private void refresh() {
        edited.clear();
        total = pending.count(meeting.id());
        actions.removeAll();
        split.getChildren().filter(c -> c != grid).toList().forEach(split::remove);
        split.removeClassName("with-detail");
        grid.setVisible(total > 0);
        grid.setAllRowsVisible(total <= MOST_AT_ONCE);
        grid.getDataProvider().refreshAll();
        if (total == 0) {
            split.add(new EmptyState(words.get("review.decisions.empty"), list()));
            return;
        }
        var send = new Button(words.get("review.decisions.sendAll", total), e -> send(pending.keys(meeting.id())));
        send.setId("decisions-send-all");
        send.addThemeVariants(ButtonVariant.PRIMARY);
        actions.add(send);
    }

    private Component list() {
        return new Anchor("/app/meetings/" + meeting.slug() + "/proposals", words.get("review.decisions.list"));
    }

    private void open(PendingDecisions.Pending decision) {
        edited.clear();
        split.getChildren().filter(c -> c != grid).toList().forEach(split::remove);
        var detail = new Aside();
        detail.addClassName("review-detail");
        detail.getElement().setAttribute("aria-label", decision.code());
        var close = new Button(words.get("shell.close"), e -> {
            grid.deselectAll();
            split.remove(detail);
            split.removeClassName("with-detail");
        });
        close.addThemeVariants(ButtonVariant.TERTIARY);
        var send = new Button(words.get("review.decisions.sendOne"), e -> send(List.of(decision.key())));
        send.setId("decision-send");
        send.addThemeVariants(ButtonVariant.PRIMARY);
        var back = new Button(words.get("review.decisions.takeBack"), e -> takeBack(decision.key()));
        back.setId("decision-take-back");
        var line = new Div(send, back, close);
        line.addClassName("review-actions");
        detail.add(new H2(words.marked(decision.title())), ReviewWords.badge(words, decision.verdict()), line);
        var mails = pending.mails(meeting.id(), decision.key());
        if (mails.isEmpty()) {
            detail.add(new Paragraph(words.get("review.decisions.noMails")));
        }
        for (var mail : mails) {
            detail.add(form(decision, mail));
        }
        split.add(detail);
        split.addClassName("with-detail");
    }

    private Component form(PendingDecisions.Pending decision, PendingDecisions.Mail mail) {
        var form = new Div();
        form.addClassName("review-mail");
        fill(form, decision, mail);
        return form;
    }

    private void fill(Div form, PendingDecisions.Pending decision, PendingDecisions.Mail mail) {
        var problems = new Problems();
        var subject = new TextField(words.get("review.edit.subject"));
        subject.setId("mail-subject-" + mail.key());
        subject.setValue(mail.subject());
        subject.setMaxLength(250);
        subject.addClassName("review-wide");
        var text = new TextArea(words.get("review.edit.text"));
        text.setId("mail-text-" + mail.key());
        text.setValue(mail.text());
        text.setMaxLength(20_000);
        text.addClassName("review-wide");
        subject.getElement().setAttribute("lang", mail.language().tag());
        text.getElement().setAttribute("lang", mail.language().tag());
        BooleanSupplier keep = () -> {
            problems.clear();
            try {
                deciding.editMail(meeting.id(), mail.key(), mail.version(), subject.getValue(), text.getValue());
                return true;
            } catch (Refusal refusal) {
                problems.show(refusal, Map.of("subject", subject, "text", text));
                return false;
            }
        };
        var save = new Button(words.get("shell.save"), e -> {
            if (keep.getAsBoolean()) {
                Notices.done(words.get("review.edit.saved"));
                showAgain(form, decision, mail.key());
            }
        });
        save.setId("mail-save-" + mail.key());
        var test = new Button(words.get("mailview.test"), e -> {
            if (isUnchanged(mail, subject, text) || keep.getAsBoolean()) {
                test(mail.key());
                showAgain(form, decision, mail.key());
            }
        });
        test.setId("mail-test-" + mail.key());
        test.addThemeVariants(ButtonVariant.TERTIARY);
        var ends = new Div(save, test);
        ends.addClassName("review-actions");
        edited.put(mail.key(), () -> isUnchanged(mail, subject, text) || keep.getAsBoolean());
        form.add(
                new H3(mail.name() + " · " + mail.email() + " · "
                        + mail.language().ownName()),
                problems,
                subject,
                text,
                ends);
    }

    private static boolean isUnchanged(PendingDecisions.Mail mail, TextField subject, TextArea text) {
        return subject.getValue().equals(mail.subject()) && text.getValue().equals(mail.text());
    }

    private void test(UUID mail) {
        try {
            Notices.done(
                    words.get("mailview.tested", trial.send(meeting.id(), mail).value()));
        } catch (Refusal refusal) {
            Notices.refused(refusal);
        }
    }

    /** Shows one mail as it now is; what is being typed into the others stays. */
    private void showAgain(Div form, PendingDecisions.Pending decision, UUID mail) {
        pending.mails(meeting.id(), decision.key()).stream()
                .filter(m -> m.key().equals(mail))
                .findFirst()
                .ifPresent(now -> {
                    form.removeAll();
                    fill(form, decision, now);
                });
    }

    /** What was typed into a mail and not saved by hand goes out with it. */
    private void send(List<UUID> decisions) {
        if (!List.copyOf(edited.values()).stream().allMatch(BooleanSupplier::getAsBoolean)) {
            return;
        }
        try {
            var sent = deciding.send(meeting.id(), decisions);
            Notices.done(words.get("review.decisions.sent", sent.decisions(), sent.mails()));
            refresh();
            if (!sent.skipped().isEmpty()) {
                var list = new UnorderedList();
                sent.skipped().forEach(s -> list.add(new ListItem(ReviewWords.skipped(words, s))));
                actions.add(
                        new Paragraph(
                                words.get("review.skipped.title", sent.skipped().size())),
                        list);
            }
        } catch (Refusal refusal) {
            Notices.refused(refusal);
        }
    }

    private void takeBack(UUID decision) {
        var count = deciding.takeBack(meeting.id(), List.of(decision));
        Notices.done(words.get("review.decisions.takenBack", count));
        refresh();
    }
}
