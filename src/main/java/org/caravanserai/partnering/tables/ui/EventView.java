package org.caravanserai.partnering.tables.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.caravanserai.meeting.MeetingDirectory;
import org.caravanserai.partnering.tables.EventParticipation;
import org.caravanserai.partnering.tables.EventParticipation.Part;
import org.caravanserai.partnering.tables.PartyName;
import org.caravanserai.partnering.tables.WishSending;
import org.caravanserai.partnering.tables.WishSending.Other;
import org.caravanserai.partnering.tables.WishSending.Standing;
import org.caravanserai.shell.ArrangedList;
import org.caravanserai.shell.EmptyState;
import org.caravanserai.shell.MainLayout;
import org.caravanserai.shell.Notices;
import org.caravanserai.shell.PageHeader;
import org.caravanserai.shell.Problems;
import org.caravanserai.shell.StatusBadge;
import org.caravanserai.shell.TimeText;
import org.caravanserai.shell.Tone;
import org.caravanserai.text.Refusal;

/** A participant's part in a partnering event: that she takes part, whom she wishes to meet, and whom she meets. */
@Route(value = "meetings/:slug/tables/:event", layout = MainLayout.class)
@PermitAll
@StyleSheet("context://styles/tables.css")
class EventView extends ViewOfEvent {

    private static final long serialVersionUID = 1L;

    private final transient EventParticipation participation;
    private final transient WishSending wishing;

    private ArrangedList<Other> arranged;

    EventView(MeetingDirectory directory, EventParticipation participation, WishSending wishing) {
        super(directory);
        this.participation = participation;
        this.wishing = wishing;
        arranged = list();
    }

    private ArrangedList<Other> list() {
        return new ArrangedList<>(
                words.get("tables.wishes"),
                new ArrangedList.Parts<>(
                        other -> other.party().key(),
                        other -> other.party().in(words.language()),
                        this::line,
                        null,
                        other -> true,
                        other -> act(
                                () -> wishing.takeBack(event(), other.party().key())),
                        this::arrange));
    }

    @Override
    void show() {
        var part = participation.part(event());
        removeAll();
        var all = new Anchor(address(), words.get("tables.all"));
        var until = new Paragraph(
                EventTexts.badge(part.state(), words),
                new Span(" "
                        + words.get(
                                "tables.until",
                                TimeText.plain(part.wishesUntil(), part.zone(), words.text(part.city()), words))));
        add(
                new PageHeader(words.text(part.title()), all)
                        .with(words.text(meeting().name())),
                until);
        part.mine().ifPresentOrElse(mine -> takingPart(part, mine), () -> enlisting(part));
    }

    private void enlisting(Part part) {
        if (!part.takesWishes()) {
            add(new EmptyState(
                    words.get("tables.closed"),
                    new Anchor("/app/meetings/" + meeting().slug() + "/partners", words.get("partner.title"))));
            return;
        }
        var problems = new Problems();
        var languages = EventTexts.languages(
                words.get("tables.field.languages"), Set.of(words.language().tag()));
        languages.setId("enlist-languages");
        var delegation = new TextField(words.get("tables.field.delegation"));
        delegation.setId("enlist-delegation");
        delegation.setHelperText(words.get("tables.field.delegation.help"));
        var enlist = new Button(
                words.get("tables.enlist"),
                e -> attempt(
                        problems,
                        Map.of("languages", languages, "name", delegation),
                        () -> participation.enlist(event(), delegation.getValue(), languages.getValue())));
        enlist.setId("enlist");
        enlist.addThemeVariants(ButtonVariant.PRIMARY);
        var code = new TextField(words.get("tables.field.code"));
        code.setId("join-code");
        code.setHelperText(words.get("tables.field.code.help"));
        var join = new Button(
                words.get("tables.join"),
                e -> attempt(problems, Map.of("code", code), () -> participation.join(event(), code.getValue())));
        join.setId("join");
        var form = new Div(languages, delegation, enlist);
        form.addClassName("tables-form");
        var joining = new Div(code, join);
        joining.addClassName("tables-form");
        add(
                problems,
                new Section(
                        new H2(words.get("tables.enlist.title")), new Paragraph(words.get("tables.enlist.help")), form),
                new Section(new H2(words.get("tables.join.title")), joining));
    }

    private void attempt(Problems problems, Map<String, ? extends Component> fields, Runnable work) {
        try {
            work.run();
            show();
        } catch (Refusal refusal) {
            problems.show(refusal, fields);
        }
    }

    /** Does something and shows what has become of it. */
    private void act(Runnable work) {
        try {
            work.run();
        } catch (Refusal refusal) {
            Notices.refused(refusal);
        }
        show();
    }

    private void takingPart(Part part, PartyName mine) {
        var me = new Section(new H2(words.get("tables.me")), EventTexts.party(mine, words));
        if (!part.code().isEmpty()) {
            me.add(new Paragraph(words.get("tables.code", part.code())));
        }
        if (part.takesWishes()) {
            var withdraw = new Button(words.get("tables.withdraw"), e -> act(() -> participation.withdraw(event())));
            withdraw.setId("withdraw");
            withdraw.addThemeVariants(ButtonVariant.TERTIARY);
            me.add(withdraw);
        }
        if (part.state().isGivenOut()) {
            add(timetable(part));
        }
        add(me);
        var wishes = wishing.wishes(event());
        add(wished(wishes.wishes(), part.takesWishes()));
        if (part.takesWishes()) {
            add(choosing("asking", wishes.asking()), choosing("others", wishes.others()));
        }
    }

    private Section timetable(Part part) {
        var section = new Section(new H2(words.get("tables.timetable")));
        var appointed = participation.timetable(event());
        if (appointed.isEmpty()) {
            section.add(new Paragraph(words.get("tables.timetable.none")));
            return section;
        }
        var list = new UnorderedList();
        list.addClassName("tables-list");
        appointed.forEach(each -> {
            var when = new TimeText(each.slot().from(), part.zone(), words.text(part.city()));
            var where = new Span(
                    each.interpreter().isEmpty()
                            ? words.get("tables.at", each.table())
                            : words.get("tables.at.helped", each.table(), each.interpreter()));
            where.addClassName("muted");
            var text = new Div(when, EventTexts.party(each.with(), words), where);
            text.addClassName("tables-party");
            list.add(new ListItem(text));
        });
        var sheet = EventTexts.paper(meeting(), event(), "mine.pdf", words.get("signs.kind.mine"));
        sheet.setId("my-sheet");
        section.add(list, new Paragraph(sheet));
        return section;
    }

    private Section wished(List<Other> wished, boolean open) {
        var section = new Section(new H2(words.get("tables.wishes")));
        section.add(new Paragraph(words.get(wished.isEmpty() ? "tables.wishes.none" : "tables.wishes.help")));
        if (!open) {
            var list = new UnorderedList();
            list.addClassName("tables-list");
            wished.forEach(other -> list.add(new ListItem(line(other))));
            section.add(list);
            return section;
        }
        arranged = list();
        arranged.setId("wishes");
        arranged.show(wished);
        section.add(arranged);
        return section;
    }

    private void arrange(List<UUID> keys) {
        try {
            wishing.arrange(event(), keys);
        } catch (Refusal refusal) {
            Notices.refused(refusal);
        }
        arranged.show(wishing.wishes(event()).wishes());
    }

    private Div line(Other other) {
        var line = new Div(EventTexts.party(other.party(), words));
        if (other.standing() == Standing.MUTUAL) {
            line.add(new StatusBadge(words.get("tables.standing.MUTUAL"), Tone.DONE));
        }
        line.addClassName("tables-wish");
        return line;
    }

    private Section choosing(String which, List<Other> others) {
        var section = new Section(new H2(words.get("tables.other." + which)));
        section.setId("tables-" + which);
        if (others.isEmpty()) {
            section.add(new Paragraph(words.get("tables.other." + which + "None")));
            return section;
        }
        var list = new UnorderedList();
        list.addClassName("tables-list");
        others.forEach(other -> list.add(choice(other)));
        section.add(list);
        return section;
    }

    private ListItem choice(Other other) {
        var key = other.party().key();
        var name = other.party().in(words.language());
        var wish = new Button(words.get("tables.wish"), e -> act(() -> wishing.wish(event(), key)));
        wish.setAriaLabel(words.get("tables.wish.of", name));
        var choices = new Div(wish);
        choices.addClassName("tables-choices");
        if (other.standing() == Standing.ASKED) {
            wish.addThemeVariants(ButtonVariant.PRIMARY);
            var decline = new Button(words.get("tables.decline"), e -> {
                act(() -> wishing.decline(event(), key));
                Notices.done(words.get("tables.declined", name), () -> act(() -> wishing.takeBack(event(), key)));
            });
            decline.setAriaLabel(words.get("tables.decline.of", name));
            choices.add(decline);
        }
        if (other.standing() == Standing.DECLINED) {
            choices.addComponentAsFirst(new StatusBadge(words.get("tables.standing.DECLINED"), Tone.NEUTRAL));
        }
        return new ListItem(EventTexts.party(other.party(), words), choices);
    }
}
