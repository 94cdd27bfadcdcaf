package org.caravanserai.people.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
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
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.caravanserai.people.Countries;
import org.caravanserai.people.EmailAddress;
import org.caravanserai.people.MeetingNames;
import org.caravanserai.people.Role;
import org.caravanserai.people.RoleAppointment;
import org.caravanserai.people.RoleHolders;
import org.caravanserai.people.RoleHolders.Holder;
import org.caravanserai.people.RoleInviting;
import org.caravanserai.people.RoleOffer;
import org.caravanserai.shell.EmptyState;
import org.caravanserai.shell.FilterLine;
import org.caravanserai.shell.MainLayout;
import org.caravanserai.shell.MasterDetail;
import org.caravanserai.shell.Notices;
import org.caravanserai.shell.PageHeader;
import org.caravanserai.shell.Problems;
import org.caravanserai.shell.StatusBadge;
import org.caravanserai.shell.Tone;
import org.caravanserai.shell.Words;
import org.caravanserai.text.Language;
import org.caravanserai.text.Refusal;
import org.jspecify.annotations.Nullable;

/** Who holds which role in a meeting; roles are given, taken and offered here. */
@Route(value = "meetings/:slug/people", layout = MainLayout.class)
@PermitAll
class MeetingPeopleView extends Div implements HasDynamicTitle, BeforeEnterObserver {

    private static final long serialVersionUID = 1L;
    private static final int OFFERS = 200;

    private final transient RoleHolders holders;
    private final transient RoleAppointment appointment;
    private final transient RoleInviting inviting;
    private final Words words = Words.here();
    private final FilterLine filterLine = new FilterLine(words.get("roles.search"));
    private final Select<Role> roleFilter = new Select<>();
    private final Div offers = new Div();
    private final MasterDetail<Holder> list;
    private transient MeetingNames.Named meeting;
    private transient Optional<Role> role = Optional.empty();

    @SuppressWarnings("NullAway.Init")
    MeetingPeopleView(RoleHolders holders, RoleAppointment appointment, RoleInviting inviting) {
        this.holders = holders;
        this.appointment = appointment;
        this.inviting = inviting;
        addClassName("view");
        list = new MasterDetail<>(
                "holders",
                words.get("roles.people.title"),
                (offset, limit) -> holders.find(meeting.key(), filterLine.words(), role, offset, limit));
        list.main(
                        words.get("roles.column.person"),
                        h -> words.name(h.name()),
                        h -> h.roles().stream()
                                .map(r -> words.get("people.role." + r))
                                .collect(Collectors.joining(", ")),
                        h -> where(h),
                        h -> h.email())
                .state(
                        words.get("roles.column.state"),
                        h -> words.get("roles.reach." + h.reach()),
                        h -> tone(h.reach()))
                .onOpen(this::open);
        layOutFilter();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        meeting = holders.meeting(event.getRouteParameters().get("slug").orElse(""))
                .orElseThrow(NotFoundException::new);
        removeAll();
        list.close();
        layOut();
        var query = event.getLocation().getQueryParameters();
        role = query.getSingleParameter("role").flatMap(RoleWords::roleOf);
        filterLine.setWords(query.getSingleParameter("q").orElse(""));
        role.ifPresentOrElse(roleFilter::setValue, roleFilter::clear);
        refresh();
    }

    @Override
    public String getPageTitle() {
        return words.get("roles.people.title") + " · " + words.text(meeting.name());
    }

    private void layOutFilter() {
        roleFilter.setId("role-filter");
        roleFilter.setAriaLabel(words.get("roles.role"));
        roleFilter.setPlaceholder(words.get("roles.role.all"));
        roleFilter.setEmptySelectionAllowed(true);
        roleFilter.setEmptySelectionCaption(words.get("roles.role.all"));
        roleFilter.setItems(RoleWords.ROLES);
        roleFilter.setItemLabelGenerator(r -> r == null ? words.get("roles.role.all") : words.get("people.role." + r));
        roleFilter.addValueChangeListener(e -> {
            role = Optional.ofNullable(e.getValue());
            changed(e.isFromClient());
        });
        filterLine.onSearch(w -> changed(true));
        filterLine.with(roleFilter);
    }

    private void layOut() {
        var invite = new Details(
                words.get("roles.invite.title"),
                new InvitePanel(
                        words,
                        (r, pasted, language) -> inviting.invite(meeting.key(), r, pasted, language),
                        (r, lines) -> inviting.undo(meeting.key(), r, lines),
                        this::refresh));
        invite.setId("invite-many");
        add(
                new PageHeader(words.get("roles.people.title")).with(words.text(meeting.name())),
                new Paragraph(words.get("roles.people.help")),
                give(),
                invite,
                filterLine,
                list,
                offers);
    }

    private Component give() {
        var who = new ComboBox<Holder>(words.get("roles.give.who"));
        who.setId("give-who");
        who.setHelperText(words.get("roles.give.who.help"));
        who.setAllowCustomValue(true);
        who.setItemLabelGenerator(
                h -> words.name(h.name()) + (h.affiliation().isEmpty() ? "" : " · " + h.affiliation()));
        who.setItems(query -> {
            var found = holders.candidates(meeting.key(), query.getFilter().orElse(""));
            return found.stream().skip(query.getOffset()).limit(query.getLimit());
        });
        who.addValueChangeListener(e -> {
            if (e.getValue() != null) {
                who.setInvalid(false);
                open(e.getValue());
            }
        });
        who.addCustomValueSetListener(e -> {
            try {
                who.setInvalid(false);
                openAddress(new EmailAddress(e.getDetail()));
            } catch (Refusal refusal) {
                who.setErrorMessage(words.get("roles.give.who.unknown"));
                who.setInvalid(true);
            }
        });
        var bar = new Div(who);
        bar.addClassName("list-bar");
        return bar;
    }

    private void changed(boolean byPerson) {
        if (byPerson) {
            refresh();
            filterLine.keepInAddress(
                    "meetings/" + meeting.slug() + "/people",
                    Map.of("role", role.map(Enum::name).orElse("")));
        }
    }

    private void refresh() {
        var total = holders.count(meeting.key(), filterLine.words(), role);
        filterLine.setCount(words.get("roles.count", total));
        var counts = holders.counts(meeting.key());
        roleFilter.setItemLabelGenerator(r -> r == null
                ? words.get("roles.role.all")
                : words.get("people.role." + r) + " (" + counts.getOrDefault(r, 0) + ")");
        var chips = new ArrayList<FilterLine.Chip>();
        role.ifPresent(r -> chips.add(new FilterLine.Chip(words.get("people.role." + r), () -> {
            roleFilter.clear();
            changed(true);
        })));
        filterLine.setChips(chips);
        list.refresh(total, new EmptyState(words.get("roles.empty")));
        showOffers();
    }

    private void open(Holder holder) {
        var checks = new Div();
        checks.addClassName("detail-checks");
        for (var offered : RoleWords.ROLES) {
            var check = new Checkbox(words.get("people.role." + offered));
            check.setId("role-" + offered.name());
            check.setHelperText(words.get("roles.may." + offered));
            check.setValue(holder.roles().contains(offered));
            check.setEnabled(holder.reach() == RoleHolders.Reach.USABLE || check.getValue());
            check.addValueChangeListener(e -> {
                if (e.isFromClient()) {
                    toggle(holder, offered, check);
                }
            });
            checks.add(check);
        }
        list.open(
                new Span(words.name(holder.name())),
                who(holder),
                new StatusBadge(words.get("roles.reach." + holder.reach()), tone(holder.reach())),
                checks);
    }

    private void toggle(Holder holder, Role changed, Checkbox check) {
        var name = words.name(holder.name());
        var called = words.get("people.role." + changed);
        try {
            if (check.getValue()) {
                appointment.give(meeting.key(), holder.person(), changed);
                Notices.done(words.get("roles.given", name, called), () -> {
                    appointment.take(meeting.key(), holder.person(), changed);
                    check.setValue(false);
                    refresh();
                });
            } else {
                appointment.take(meeting.key(), holder.person(), changed);
                Notices.done(words.get("roles.taken", name, called), () -> {
                    appointment.giveBack(meeting.key(), holder.person(), changed);
                    check.setValue(true);
                    refresh();
                });
            }
            refresh();
        } catch (Refusal refusal) {
            check.setValue(!check.getValue());
            Notices.refused(refusal);
        }
    }

    /** What can be done with an address that no name was found for. */
    private void openAddress(EmailAddress email) {
        var known = holders.candidates(meeting.key(), email.value()).stream().findFirst();
        if (known.isPresent()) {
            open(known.get());
            return;
        }
        var problems = new Problems();
        var language = RoleWords.language(words);
        language.setId("offer-language");
        var role = RoleWords.role(words);
        role.setId("offer-role");
        var offer = new Button(words.get("roles.offer.submit"), e -> {
            problems.clear();
            var chosen = role.getValue();
            if (chosen == null) {
                problems.show(Refusal.at("role", "roles.role.required"), Map.of("role", role));
                return;
            }
            try {
                offer(email, chosen, RoleWords.valueOr(language.getValue(), words.language()));
                list.close();
            } catch (Refusal refusal) {
                problems.show(refusal, Map.of());
            }
        });
        offer.setId("offer-submit");
        offer.addThemeVariants(ButtonVariant.PRIMARY);
        var form = new Div(problems, new Paragraph(words.get("roles.offer.help")), role, language, offer);
        form.addClassName("form");
        list.open(new Span(email.value()), form);
    }

    private void offer(EmailAddress email, Role offered, Language language) {
        var called = words.get("people.role." + offered);
        var outcome = appointment.offer(meeting.key(), email, "", offered, language);
        switch (outcome) {
            case RoleAppointment.Outcome.Given given ->
                Notices.done(words.get("roles.given", email.value(), called), () -> {
                    appointment.take(meeting.key(), given.person(), offered);
                    refresh();
                });
            case RoleAppointment.Outcome.Offered made ->
                Notices.done(words.get("roles.offered", email.value(), called), () -> {
                    appointment.withdraw(meeting.key(), made.offer());
                    refresh();
                });
            case RoleAppointment.Outcome.Held _ -> Notices.done(words.get("roles.result.HELD"));
            case RoleAppointment.Outcome.Waits _ -> Notices.done(words.get("roles.result.WAITS"));
        }
        refresh();
    }

    private void showOffers() {
        offers.removeAll();
        var total = holders.countOffers(meeting.key());
        if (total == 0) {
            return;
        }
        var rows = new UnorderedList();
        rows.addClassName("plain-rows");
        rows.setId("open-offers");
        holders.offers(meeting.key(), 0, OFFERS).forEach(offer -> rows.add(row(offer)));
        var section = new Section(new H2(words.get("roles.offers.title", total)), rows);
        if (total > OFFERS) {
            section.add(new Paragraph(words.get("roles.offers.more", total - OFFERS)));
        }
        offers.add(section);
    }

    private Component row(RoleOffer offer) {
        var who = offer.name().isEmpty() ? offer.email().value() : offer.name() + " · " + offer.email();
        var withdraw = new Button(words.get("roles.offer.withdraw"), e -> withdraw(offer));
        withdraw.setAriaLabel(words.get("roles.offer.withdraw") + ": " + offer.email());
        withdraw.addThemeVariants(ButtonVariant.TERTIARY);
        var until = new Span(words.get("roles.offer.until", words.ownMoment(offer.voidAt())));
        until.addClassNames("small", "muted");
        return new ListItem(
                new Span(who),
                new Span(words.get("people.role." + offer.role())),
                new Span(offer.language().ownName()),
                until,
                withdraw);
    }

    private void withdraw(RoleOffer offer) {
        try {
            var withdrawn = appointment.withdraw(meeting.key(), offer.key());
            Notices.done(words.get("roles.withdrawn", offer.email().value()), () -> {
                appointment.offerAgain(meeting.key(), withdrawn);
                refresh();
            });
        } catch (Refusal refusal) {
            Notices.refused(refusal);
        }
        refresh();
    }

    /** What tells her from others of the same name. */
    private Component who(Holder holder) {
        var who = new Div();
        java.util.stream.Stream.of(holder.name().besides(words.language()), where(holder), holder.email())
                .filter(line -> !line.isEmpty())
                .forEach(line -> who.add(new Div(line)));
        who.addClassNames("small", "muted");
        return who;
    }

    private String where(@Nullable Holder holder) {
        if (holder == null) {
            return "";
        }
        var country = holder.country().isEmpty() ? "" : Countries.name(words.language(), holder.country());
        return holder.affiliation().isEmpty()
                ? country
                : country.isEmpty() ? holder.affiliation() : holder.affiliation() + " · " + country;
    }

    private static Tone tone(RoleHolders.Reach reach) {
        return switch (reach) {
            case USABLE -> Tone.DONE;
            case DISABLED -> Tone.DANGER;
            case NO_ACCOUNT -> Tone.NEUTRAL;
        };
    }
}
