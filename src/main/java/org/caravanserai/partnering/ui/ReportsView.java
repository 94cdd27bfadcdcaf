package org.caravanserai.partnering.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import org.caravanserai.meeting.MeetingDirectory;
import org.caravanserai.meeting.ViewOfMeeting;
import org.caravanserai.partnering.directory.PartneringAccess;
import org.caravanserai.partnering.introduction.ReportDesk;
import org.caravanserai.partnering.introduction.ReportDesk.CardStanding;
import org.caravanserai.partnering.introduction.ReportDesk.Line;
import org.caravanserai.people.KeptTyping;
import org.caravanserai.people.UnsentWords;
import org.caravanserai.shell.EmptyState;
import org.caravanserai.shell.MainLayout;
import org.caravanserai.shell.Notices;
import org.caravanserai.shell.PageHeader;
import org.caravanserai.shell.StatusBadge;
import org.caravanserai.shell.TimeText;
import org.caravanserai.shell.Tone;

/** What was reported about the partner finding of a meeting, for those who deal with it. */
@Route(value = "meetings/:slug/reports", layout = MainLayout.class)
@PermitAll
@StyleSheet("context://styles/partner.css")
class ReportsView extends ViewOfMeeting {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST_NOTE = 2_000;

    private final transient ReportDesk desk;
    private final transient PartneringAccess access;
    private final transient UnsentWords unsent;

    ReportsView(MeetingDirectory directory, ReportDesk desk, PartneringAccess access, UnsentWords unsent) {
        super(directory, "partner.reports.title");
        this.desk = desk;
        this.access = access;
        this.unsent = unsent;
        addClassName("partner-view");
    }

    @Override
    protected void show() {
        if (!access.keepsOrder(meeting().id())) {
            throw new NotFoundException();
        }
        removeAll();
        add(
                new PageHeader(words.get("partner.reports.title"))
                        .with(words.text(meeting().name())),
                new PlacesLine(words, meeting(), access, ReportsView.class));
        var reports = desk.list(meeting().id());
        if (reports.isEmpty()) {
            add(new EmptyState(words.get("partner.reports.empty")));
            return;
        }
        add(CardPanel.list(reports.stream().map(this::panel).toList()));
    }

    private Article panel(Line line) {
        var told = new Div(words.get("partner.reports.by", words.name(line.reporter())) + " · ");
        told.add(new TimeText(
                line.toldAt(), meeting().zone(), words.text(meeting().city())));
        told.addClassName("partner-facts");
        var said = new Paragraph(line.words());
        said.addClassName("partner-text");
        var head = new Div(
                line.settledAt().isPresent()
                        ? new StatusBadge(words.get("partner.reports.settled"), Tone.DONE)
                        : new StatusBadge(words.get("partner.reports.waits"), Tone.WAITING));
        head.addClassName("partner-head");
        var panel =
                new Article(head, new H2(words.get("partner.reports.about", words.name(line.reported()))), told, said);
        panel.addClassName("partner-card");
        panel.setId("report-" + line.key());
        if (!line.quoted().isBlank()) {
            var quoted = new Paragraph(line.quoted());
            quoted.addClassNames("partner-text", "partner-quoted");
            panel.add(quoted);
        }
        if (!line.note().isEmpty()) {
            panel.add(new Paragraph(words.get("partner.reports.note", line.note())));
        }
        panel.add(actions(line));
        return panel;
    }

    private Div actions(Line line) {
        var actions = new Div();
        actions.addClassName("partner-actions");
        if (line.settledAt().isPresent()) {
            actions.add(Approaching.quiet(
                    words.get("partner.reports.reopen"),
                    () -> change(() -> desk.reopen(meeting().id(), line.key()))));
        } else {
            var settle = new Button(
                    words.get("partner.reports.settle"),
                    e -> new LineDialog(
                                    words,
                                    new KeptTyping(unsent, "settle/" + line.key()),
                                    words.get("partner.reports.settle"),
                                    words.get("partner.reports.settle.help"),
                                    words.get("partner.reports.settle.note"),
                                    "note",
                                    LONGEST_NOTE,
                                    note -> change(() -> desk.settle(meeting().id(), line.key(), note)))
                            .open());
            settle.addThemeVariants(ButtonVariant.PRIMARY);
            actions.add(settle);
        }
        line.card().ifPresent(card -> actions.add(cardAction(line, card)));
        actions.add(
                line.excluded()
                        ? Approaching.quiet(
                                words.get("partner.reports.readmit"),
                                () -> change(() -> desk.readmit(meeting().id(), line.key())))
                        : Approaching.quiet(words.get("partner.reports.exclude"), () -> {
                            change(() -> desk.exclude(meeting().id(), line.key()));
                            Notices.done(
                                    words.get("partner.reports.excluded"),
                                    () -> change(() -> desk.readmit(meeting().id(), line.key())));
                        }));
        return actions;
    }

    private Button cardAction(Line line, CardStanding card) {
        return switch (card) {
            case STANDS ->
                Approaching.quiet(words.get("partner.reports.takeDown"), () -> {
                    change(() -> desk.takeDown(meeting().id(), line.key()));
                    Notices.done(
                            words.get("partner.reports.takenDown"),
                            () -> change(() -> desk.putBack(meeting().id(), line.key())));
                });
            case TAKEN_DOWN ->
                Approaching.quiet(
                        words.get("partner.reports.putBack"),
                        () -> change(() -> desk.putBack(meeting().id(), line.key())));
        };
    }

    private void change(Runnable work) {
        work.run();
        show();
    }
}
