package org.caravanserai.people.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.caravanserai.people.Access;
import org.caravanserai.people.AccountRow;
import org.caravanserai.people.AccountSupervision;
import org.caravanserai.people.AuditReading;
import org.caravanserai.shell.EmptyState;
import org.caravanserai.shell.FilterLine;
import org.caravanserai.shell.MainLayout;
import org.caravanserai.shell.MasterDetail;
import org.caravanserai.shell.Notices;
import org.caravanserai.shell.PageHeader;
import org.caravanserai.shell.StatusBadge;
import org.caravanserai.shell.Tone;
import org.caravanserai.shell.Words;
import org.caravanserai.text.Refusal;

/** All accounts and the registrations that wait; administrators switch them off and on, and see what was done. */
@Route(value = "admin/accounts", layout = MainLayout.class)
@PermitAll
class AccountsView extends Div implements HasDynamicTitle, BeforeEnterObserver {

    private static final long serialVersionUID = 1L;

    private final transient AccountSupervision supervision;
    private final transient AuditReading audit;
    private final transient Access access;
    private final Words words = Words.here();
    private final FilterLine filterLine = new FilterLine(words.get("roles.accounts.search"));
    private final Select<AccountRow.State> stateFilter = new Select<>();
    private final MasterDetail<AccountRow> list;
    private transient Optional<AccountRow.State> state = Optional.empty();

    AccountsView(AccountSupervision supervision, AuditReading audit, Access access) {
        this.supervision = supervision;
        this.audit = audit;
        this.access = access;
        addClassName("view");
        list = new MasterDetail<>(
                "accounts",
                words.get("roles.accounts.title"),
                (offset, limit) -> supervision.find(filterLine.words(), state, offset, limit));
        list.main(
                        words.get("roles.column.person"),
                        row -> words.name(row.name()),
                        AccountRow::email,
                        row -> words.get("roles.accounts.since", words.ownMoment(row.createdAt())),
                        row -> row.administrator() ? words.get("people.role.ADMINISTRATOR") : "")
                .state(
                        words.get("roles.column.state"),
                        row -> words.get("roles.account." + row.state()),
                        row -> tone(row.state()))
                .onOpen(row -> open(row.key()));
        layOut();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (!access.administrator()) {
            throw new NotFoundException();
        }
        list.close();
        var query = event.getLocation().getQueryParameters();
        state = query.getSingleParameter("state").flatMap(AccountsView::stateOf);
        filterLine.setWords(query.getSingleParameter("q").orElse(""));
        state.ifPresentOrElse(stateFilter::setValue, stateFilter::clear);
        refresh();
    }

    @Override
    public String getPageTitle() {
        return words.get("roles.accounts.title") + " · Caravanserai";
    }

    private void layOut() {
        stateFilter.setId("account-state");
        stateFilter.setAriaLabel(words.get("roles.column.state"));
        stateFilter.setPlaceholder(words.get("roles.accounts.all"));
        stateFilter.setEmptySelectionAllowed(true);
        stateFilter.setEmptySelectionCaption(words.get("roles.accounts.all"));
        stateFilter.setItems(AccountRow.State.values());
        stateFilter.setItemLabelGenerator(
                s -> s == null ? words.get("roles.accounts.all") : words.get("roles.account." + s));
        stateFilter.addValueChangeListener(e -> {
            state = Optional.ofNullable(e.getValue());
            changed(e.isFromClient());
        });
        filterLine.onSearch(w -> changed(true));
        filterLine.with(stateFilter);
        add(
                new PageHeader(
                        words.get("roles.accounts.title"),
                        new Anchor("/app/admin/audit", words.get("roles.audit.title"))),
                filterLine,
                list);
    }

    private void changed(boolean byPerson) {
        if (byPerson) {
            refresh();
            filterLine.keepInAddress(
                    "admin/accounts", Map.of("state", state.map(Enum::name).orElse("")));
        }
    }

    private void refresh() {
        var total = supervision.count(filterLine.words(), state);
        filterLine.setCount(words.get("roles.accounts.count", total));
        var counts = supervision.counts();
        stateFilter.setItemLabelGenerator(s -> s == null
                ? words.get("roles.accounts.all")
                : words.get("roles.account." + s) + " (" + counts.getOrDefault(s, 0) + ")");
        var chips = new ArrayList<FilterLine.Chip>();
        state.ifPresent(s -> chips.add(new FilterLine.Chip(words.get("roles.account." + s), () -> {
            stateFilter.clear();
            changed(true);
        })));
        filterLine.setChips(chips);
        list.refresh(total, new EmptyState(words.get("roles.accounts.empty")));
    }

    private void open(UUID key) {
        supervision.look(key).ifPresentOrElse(this::show, () -> {
            list.close();
            Notices.refused(Refusal.of("roles.account.gone"));
            refresh();
        });
    }

    private void show(AccountSupervision.Detail account) {
        var row = account.row();
        var facts = new DescriptionList();
        facts.addClassName("detail-facts");
        fact(facts, "roles.fact.email", row.email());
        fact(facts, "roles.fact.created", words.ownMoment(row.createdAt()));
        fact(
                facts,
                "roles.fact.verified",
                row.verifiedAt().map(words::ownMoment).orElse(words.get("roles.fact.notYet")));
        var parts = new ArrayList<Component>();
        parts.add(new StatusBadge(words.get("roles.account." + row.state()), tone(row.state())));
        parts.add(facts);
        parts.add(actions(row));
        if (row.person().isPresent()) {
            parts.add(new H3(words.get("roles.fact.roles")));
            parts.add(roles(account));
            parts.add(new H3(words.get("roles.fact.browsers")));
            parts.add(browsers(account));
            parts.add(new H3(words.get("roles.audit.title")));
            parts.add(new AuditList(
                    words, (after, limit) -> audit.about(row.person().orElseThrow(), after, limit)));
        }
        list.open(new Span(words.name(row.name())), parts.toArray(Component[]::new));
    }

    private Component actions(AccountRow row) {
        var actions = new Div();
        actions.addClassName("detail-actions");
        if (row.person().isEmpty()) {
            actions.add(button("resend", "roles.accounts.resend", () -> {
                supervision.resendVerification(row.key());
                Notices.done(words.get("roles.accounts.resent", row.email()));
                list.close();
            }));
            return actions;
        }
        var name = words.name(row.name());
        if (row.state() == AccountRow.State.DISABLED) {
            actions.add(button("enable", "roles.accounts.enable", () -> {
                supervision.enable(row.key());
                done(row, words.get("roles.accounts.enabled", name), () -> supervision.disable(row.key()));
            }));
        } else {
            actions.add(button("disable", "roles.accounts.disable", () -> {
                supervision.disable(row.key());
                done(row, words.get("roles.accounts.disabled", name), () -> supervision.enable(row.key()));
            }));
        }
        if (row.administrator()) {
            actions.add(button("dismiss", "roles.accounts.dismiss", () -> {
                supervision.dismiss(row.key());
                done(row, words.get("roles.accounts.dismissed", name), () -> supervision.appoint(row.key()));
            }));
        } else if (row.state() == AccountRow.State.USABLE) {
            actions.add(button("appoint", "roles.accounts.appoint", () -> {
                supervision.appoint(row.key());
                done(row, words.get("roles.accounts.appointed", name), () -> supervision.dismiss(row.key()));
            }));
        }
        return actions;
    }

    private Button button(String id, String label, Runnable action) {
        var button = new Button(words.get(label), e -> {
            try {
                action.run();
            } catch (Refusal refusal) {
                Notices.refused(refusal);
            }
            refresh();
        });
        button.setId("account-" + id);
        return button;
    }

    /** Says what was done and shows it; undoing shows it again. */
    private void done(AccountRow row, String sentence, Runnable undo) {
        if (!access.administrator()) {
            // She has just stopped being one herself: the whole view is about to go.
            return;
        }
        Notices.done(sentence, () -> {
            undo.run();
            refresh();
            open(row.key());
        });
        open(row.key());
    }

    private Component roles(AccountSupervision.Detail account) {
        if (account.roles().isEmpty()) {
            return new Paragraph(words.get("roles.fact.roles.none"));
        }
        var rows = new UnorderedList();
        account.roles()
                .forEach((meeting, roles) -> rows.add(new ListItem(
                        new Anchor("/app/meetings/" + meeting.slug() + "/people", words.text(meeting.name())),
                        new Span(": "
                                + roles.stream()
                                        .map(r -> words.get("people.role." + r))
                                        .collect(Collectors.joining(", "))))));
        return rows;
    }

    private Component browsers(AccountSupervision.Detail account) {
        if (account.browsers().isEmpty()) {
            return new Paragraph(words.get("roles.fact.browsers.none"));
        }
        var rows = new UnorderedList();
        account.browsers()
                .forEach(browser -> rows.add(new ListItem(
                        words.get("roles.fact.browser", browser.description(), words.ownMoment(browser.lastUsed())))));
        return rows;
    }

    private void fact(DescriptionList facts, String label, String value) {
        facts.add(new DescriptionList.Term(words.get(label)));
        facts.add(new DescriptionList.Description(value));
    }

    private static Optional<AccountRow.State> stateOf(String name) {
        return Arrays.stream(AccountRow.State.values())
                .filter(s -> s.name().equals(name))
                .findFirst();
    }

    private static Tone tone(AccountRow.State state) {
        return switch (state) {
            case USABLE -> Tone.DONE;
            case DISABLED -> Tone.DANGER;
            case WAITING -> Tone.WAITING;
        };
    }
}
