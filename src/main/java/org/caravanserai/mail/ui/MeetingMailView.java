package org.caravanserai.mail.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.caravanserai.mail.GroupMail;
import org.caravanserai.mail.KnownKinds;
import org.caravanserai.mail.MailFilter;
import org.caravanserai.mail.MailLine;
import org.caravanserai.mail.MeetingMail;
import org.caravanserai.mail.OutboxMessage.State;
import org.caravanserai.people.MeetingNames;
import org.caravanserai.shell.EmptyState;
import org.caravanserai.shell.FilterLine;
import org.caravanserai.shell.MainLayout;
import org.caravanserai.shell.MasterDetail;
import org.caravanserai.shell.Notices;
import org.caravanserai.shell.PageHeader;
import org.caravanserai.shell.StatusBadge;
import org.caravanserai.shell.TableMenu;
import org.caravanserai.shell.TimeText;
import org.caravanserai.shell.Words;
import org.caravanserai.text.Refusal;

/** The messages of a meeting: to whom, what about, where they stand; those that failed are tried again here. */
@Route(value = "meetings/:slug/mail", layout = MainLayout.class)
@PermitAll
class MeetingMailView extends Div implements HasDynamicTitle, BeforeEnterObserver {

    private static final long serialVersionUID = 1L;
    private static final int SENT = 10;

    private final transient MeetingMail mail;
    private final transient KnownKinds kinds;
    private final transient GroupMail groups;
    private final transient Clock clock;
    private final Words words = Words.here();
    private final FilterLine filterLine = new FilterLine(words.get("mailview.search"));
    private final Select<State> stateFilter = MailWords.stateFilter(words, List.of(State.values()));
    private final Select<String> kindFilter = new Select<>();
    private final Div notes = new Div();
    private final MasterDetail<MailLine> list;
    private transient MeetingNames.Named meeting;
    private transient Optional<State> state = Optional.empty();
    private String kind = "";

    @SuppressWarnings("NullAway.Init")
    MeetingMailView(MeetingMail mail, GroupMail groups, KnownKinds kinds, Clock clock) {
        this.mail = mail;
        this.kinds = kinds;
        this.groups = groups;
        this.clock = clock;
        addClassName("view");
        list = new MasterDetail<MailLine>(
                        "meeting-mail",
                        words.get("mailview.meeting.title"),
                        (offset, limit) -> mail.find(meeting.key(), filter(), offset, limit))
                .main(
                        words.get("mailview.column.message"),
                        MailLine::subject,
                        MailLine::recipient,
                        line -> words.get(kinds.label(line.kind())),
                        line -> words.ownMoment(line.createdAt()))
                .state(
                        words.get("mailview.column.state"),
                        line -> MailWords.state(words, line.state()),
                        line -> MailWords.tone(line.state()))
                .onOpen(this::open);
        kindFilter.setId("mail-kind");
        kindFilter.setAriaLabel(words.get("mailview.fact.kind"));
        kindFilter.setPlaceholder(words.get("mailview.kind.all"));
        kindFilter.setEmptySelectionAllowed(true);
        kindFilter.setEmptySelectionCaption(words.get("mailview.kind.all"));
        kindFilter.setItemLabelGenerator(k -> k == null ? words.get("mailview.kind.all") : words.get(kinds.label(k)));
        stateFilter.addValueChangeListener(e -> {
            state = Optional.ofNullable(e.getValue());
            changed(e.isFromClient());
        });
        kindFilter.addValueChangeListener(e -> {
            kind = e.getValue() == null ? "" : e.getValue();
            changed(e.isFromClient());
        });
        filterLine.onSearch(w -> changed(true));
        filterLine.with(stateFilter, kindFilter);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        meeting =
                mail.meeting(event.getRouteParameters().get("slug").orElse("")).orElseThrow(NotFoundException::new);
        removeAll();
        list.close();
        var write = new Anchor("/app/meetings/" + meeting.slug() + "/mail/write", words.get("mailview.write.title"));
        write.setId("write");
        add(
                new PageHeader(
                                words.get("mailview.meeting.title"),
                                new TableMenu(meeting.slug(), List.of("mail")),
                                write)
                        .with(words.text(meeting.name())),
                notes,
                filterLine,
                list);
        var query = event.getLocation().getQueryParameters();
        kindFilter.setItems(mail.kinds(meeting.key()));
        state = query.getSingleParameter("state").flatMap(MailWords::stateOf);
        filterLine.setWords(query.getSingleParameter("q").orElse(""));
        state.ifPresentOrElse(stateFilter::setValue, stateFilter::clear);
        kind = "";
        refresh();
    }

    @Override
    public String getPageTitle() {
        return words.get("mailview.meeting.title") + " · " + words.text(meeting.name());
    }

    private MailFilter filter() {
        return new MailFilter(state, kind, filterLine.words());
    }

    private void changed(boolean byPerson) {
        if (byPerson) {
            refresh();
            filterLine.keepInAddress(
                    "meetings/" + meeting.slug() + "/mail",
                    Map.of("state", state.map(Enum::name).orElse("")));
        }
    }

    private void refresh() {
        var total = mail.count(meeting.key(), filter());
        filterLine.setCount(words.get("mailview.count", total));
        var chips = new ArrayList<FilterLine.Chip>();
        state.ifPresent(s -> chips.add(new FilterLine.Chip(MailWords.state(words, s), () -> {
            stateFilter.clear();
            changed(true);
        })));
        if (!kind.isEmpty()) {
            chips.add(new FilterLine.Chip(words.get(kinds.label(kind)), () -> {
                kindFilter.clear();
                changed(true);
            }));
        }
        filterLine.setChips(chips);
        list.refresh(total, new EmptyState(words.get("mailview.empty")));
        showNotes();
    }

    private void showNotes() {
        notes.removeAll();
        var failed = mail.counts(meeting.key()).getOrDefault(State.FAILED, 0);
        if (failed > 0) {
            var all = new Button(words.get("mailview.retryAll"), e -> {
                Notices.done(words.get("mailview.retriedAll", mail.retryAll(meeting.key())));
                list.close();
                refresh();
            });
            all.setId("retry-all");
            var note = new Div(new Span(words.get("mailview.failed", failed)), all);
            note.addClassName("list-note");
            notes.add(note);
        }
        var sent = groups.sent(meeting.key(), SENT);
        if (!sent.isEmpty()) {
            var rows = new UnorderedList();
            rows.addClassName("plain-rows");
            rows.setId("group-messages");
            sent.forEach(message -> rows.add(row(message)));
            notes.add(new Section(new H2(words.get("mailview.sent.title")), rows));
        }
    }

    private Component row(GroupMail.Sent message) {
        var row = new ListItem(
                words.marked(message.subject()),
                new Span(words.get("mailview.sent.people", message.recipients())),
                new Span(message.by().orElse("")));
        if (clock.instant().isBefore(message.leavesAt())) {
            var back = new Button(words.get("mailview.takeBack"), e -> takeBack(message));
            back.addClassName("take-back");
            row.add(new Span(words.get("mailview.leaves", words.ownTime(message.leavesAt()))), back);
        } else {
            row.add(new TimeText(message.queuedAt(), meeting.zone(), words.text(meeting.city())));
        }
        return row;
    }

    private void takeBack(GroupMail.Sent message) {
        try {
            var taken = groups.takeBack(meeting.key(), message.key());
            Notices.done(words.get("mailview.takenBack", taken));
        } catch (Refusal refusal) {
            Notices.refused(refusal);
        }
        list.close();
        refresh();
    }

    private void open(MailLine line) {
        try {
            var message = mail.read(meeting.key(), line.key());
            var actions = new Div();
            actions.addClassName("detail-actions");
            if (line.state() == State.FAILED || line.state() == State.GIVEN_UP) {
                var retry = new Button(words.get("mailview.retry"), e -> retry(line));
                retry.setId("mail-retry");
                actions.add(retry);
            }
            list.open(
                    new Span(message.line().subject()),
                    new StatusBadge(MailWords.state(words, line.state()), MailWords.tone(line.state())),
                    MailWords.facts(words, kinds, message.line()),
                    actions,
                    MailWords.text(message));
        } catch (Refusal refusal) {
            list.close();
            Notices.refused(refusal);
            refresh();
        }
    }

    private void retry(MailLine line) {
        try {
            mail.retry(meeting.key(), line.key());
            Notices.done(words.get("mailview.retried", line.recipient()));
        } catch (Refusal refusal) {
            Notices.refused(refusal);
        }
        list.close();
        refresh();
    }
}
