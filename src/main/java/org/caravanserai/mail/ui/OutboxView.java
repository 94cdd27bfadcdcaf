package org.caravanserai.mail.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.caravanserai.mail.KnownKinds;
import org.caravanserai.mail.MailFilter;
import org.caravanserai.mail.MailLine;
import org.caravanserai.mail.MailSupervision;
import org.caravanserai.mail.OutboxMessage.State;
import org.caravanserai.people.Access;
import org.caravanserai.shell.EmptyState;
import org.caravanserai.shell.FilterLine;
import org.caravanserai.shell.MainLayout;
import org.caravanserai.shell.MasterDetail;
import org.caravanserai.shell.Notices;
import org.caravanserai.shell.PageHeader;
import org.caravanserai.shell.StatusBadge;
import org.caravanserai.shell.Words;
import org.caravanserai.text.Refusal;

/** How delivery is going: what waits and until when, what failed and why. Nobody's text is shown here. */
@Route(value = "admin/mail", layout = MainLayout.class)
@PermitAll
class OutboxView extends Div implements HasDynamicTitle, BeforeEnterObserver {

    private static final long serialVersionUID = 1L;

    private final transient MailSupervision supervision;
    private final transient KnownKinds kinds;
    private final transient Access access;
    private final Words words = Words.here();
    private final FilterLine filterLine = new FilterLine(words.get("mailview.search"));
    private final Select<State> stateFilter = MailWords.stateFilter(words, List.of(State.values()));
    private final Div failures = new Div();
    private final MasterDetail<MailLine> list;
    private transient Optional<State> state = Optional.empty();

    OutboxView(MailSupervision supervision, KnownKinds kinds, Access access) {
        this.supervision = supervision;
        this.kinds = kinds;
        this.access = access;
        addClassName("view");
        list = new MasterDetail<MailLine>(
                        "outbox",
                        words.get("mailview.outbox.title"),
                        (offset, limit) -> supervision.find(filter(), offset, limit))
                .main(
                        words.get("mailview.column.message"),
                        MailLine::subject,
                        MailLine::recipient,
                        line -> line.state() == State.QUEUED
                                ? words.get("mailview.next", words.ownMoment(line.dueAt()))
                                : words.ownMoment(line.createdAt()),
                        MailLine::lastError)
                .state(
                        words.get("mailview.column.state"),
                        line -> MailWords.state(words, line.state()),
                        line -> MailWords.tone(line.state()))
                .onOpen(this::open);
        stateFilter.addValueChangeListener(e -> {
            state = Optional.ofNullable(e.getValue());
            changed(e.isFromClient());
        });
        filterLine.onSearch(w -> changed(true));
        filterLine.with(stateFilter);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (!access.administrator()) {
            throw new NotFoundException();
        }
        removeAll();
        list.close();
        add(
                new PageHeader(words.get("mailview.outbox.title"))
                        .with(words.get(supervision.hasServer() ? "mailview.outbox.help" : "mailview.outbox.none")),
                failures,
                filterLine,
                list);
        var query = event.getLocation().getQueryParameters();
        state = query.getSingleParameter("state").flatMap(MailWords::stateOf);
        filterLine.setWords(query.getSingleParameter("q").orElse(""));
        state.ifPresentOrElse(stateFilter::setValue, stateFilter::clear);
        refresh();
    }

    @Override
    public String getPageTitle() {
        return words.get("mailview.outbox.title") + " · Caravanserai";
    }

    private MailFilter filter() {
        return new MailFilter(state, "", filterLine.words());
    }

    private void changed(boolean byPerson) {
        if (byPerson) {
            refresh();
            filterLine.keepInAddress(
                    "admin/mail", Map.of("state", state.map(Enum::name).orElse("")));
        }
    }

    private void refresh() {
        var counts = supervision.counts();
        stateFilter.setItemLabelGenerator(s -> s == null
                ? words.get("mailview.state.all")
                : MailWords.state(words, s) + " (" + counts.getOrDefault(s, 0) + ")");
        var total = supervision.count(filter());
        filterLine.setCount(words.get("mailview.count", total));
        var chips = new ArrayList<FilterLine.Chip>();
        state.ifPresent(s -> chips.add(new FilterLine.Chip(MailWords.state(words, s), () -> {
            stateFilter.clear();
            changed(true);
        })));
        filterLine.setChips(chips);
        list.refresh(total, new EmptyState(words.get("mailview.empty")));
        showFailures(counts.getOrDefault(State.FAILED, 0));
    }

    private void showFailures(int failed) {
        failures.removeAll();
        if (failed == 0) {
            return;
        }
        var all = new Button(words.get("mailview.retryAll"), e -> {
            Notices.done(words.get("mailview.retriedAll", supervision.retryAll()));
            list.close();
            refresh();
        });
        all.setId("retry-all");
        var note = new Div(new Span(words.get("mailview.failed", failed)), all);
        note.addClassName("list-note");
        failures.add(note);
    }

    private void open(MailLine line) {
        var actions = new Div();
        actions.addClassName("detail-actions");
        if (line.state() == State.FAILED || line.state() == State.GIVEN_UP) {
            actions.add(button("retry", "mailview.retry", () -> {
                supervision.retry(line.key());
                Notices.done(words.get("mailview.retried", line.recipient()));
            }));
        }
        if (line.state() == State.FAILED || line.state() == State.QUEUED) {
            actions.add(button("give-up", "mailview.giveUp", () -> {
                supervision.giveUp(line.key());
                Notices.done(words.get("mailview.givenUp", line.recipient()), () -> {
                    supervision.retry(line.key());
                    refresh();
                });
            }));
        }
        list.open(
                new Span(line.subject()),
                new StatusBadge(MailWords.state(words, line.state()), MailWords.tone(line.state())),
                MailWords.facts(words, kinds, line),
                actions);
    }

    private Component button(String id, String label, Runnable action) {
        var button = new Button(words.get(label), e -> {
            try {
                action.run();
            } catch (Refusal refusal) {
                Notices.refused(refusal);
            }
            list.close();
            refresh();
        });
        button.setId("mail-" + id);
        return button;
    }
}
