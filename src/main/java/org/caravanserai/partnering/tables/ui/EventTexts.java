package org.caravanserai.partnering.tables.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.caravanserai.meeting.MeetingView;
import org.caravanserai.partnering.tables.EventSlot;
import org.caravanserai.partnering.tables.EventState;
import org.caravanserai.partnering.tables.PartyName;
import org.caravanserai.partnering.tables.solver.TablesBound;
import org.caravanserai.partnering.tables.solver.TablesScore;
import org.caravanserai.shell.Fields;
import org.caravanserai.shell.StatusBadge;
import org.caravanserai.shell.Tone;
import org.caravanserai.shell.Words;
import org.caravanserai.text.Language;
import org.caravanserai.text.Moments;
import org.caravanserai.text.PersonName;

/** How events, parties, languages and slots are written everywhere in these views. */
final class EventTexts {

    private static final double PERCENT = 100;

    private EventTexts() {}

    static StatusBadge badge(EventState state, Words words) {
        var tone = switch (state) {
            case DRAFT, OVER -> Tone.NEUTRAL;
            case OPEN, RUNNING -> Tone.WAITING;
            case CLOSED, GIVEN_OUT -> Tone.DONE;
        };
        return new StatusBadge(words.get("tables.state." + state), tone);
    }

    private static String language(String tag) {
        return Language.ofTag(tag).map(Language::ownName).orElse(tag);
    }

    static String languages(Collection<String> tags) {
        return tags.stream().sorted().map(EventTexts::language).collect(Collectors.joining(", "));
    }

    static MultiSelectComboBox<String> languages(String label, Set<String> chosen) {
        var field = Fields.<String>several(label);
        var known = Stream.of(Language.values()).map(Language::tag).toList();
        field.setItems(known);
        field.setItemLabelGenerator(EventTexts::language);
        field.setValue(chosen.stream().filter(known::contains).collect(Collectors.toSet()));
        return field;
    }

    /** When it is, at the meeting's place, which is named. */
    static String slot(EventSlot slot, MeetingView meeting, Words words) {
        return Moments.shortDay(words.language(), slot.day()) + " "
                + Moments.time(words.language(), slot.from(), meeting.zone()) + "–"
                + Moments.time(words.language(), slot.until(), meeting.zone()) + " " + words.text(meeting.city());
    }

    /** When a run began, by the reader's own clock, and who began it if that is known. */
    static String begun(Optional<PersonName> starter, Instant since, Words words) {
        var moment = words.ownMoment(since);
        return starter.map(name -> words.get("tables.since.by", moment, words.name(name)))
                .orElseGet(() -> words.get("tables.since", moment));
    }

    /** How near the wishes that a plan fulfils are to the best possible. */
    static String worth(TablesScore score, TablesBound bound, Words words) {
        if (score.total() >= bound.total()) {
            return words.get("tables.total.proven");
        }
        // Rounded up: what is said must hold.
        return words.get("tables.total", Math.ceil(PERCENT * 10 * bound.gap(score)) / 10);
    }

    /** A party's name, and below it who that is and what they speak. */
    static Component party(PartyName party, Words words) {
        var name = new Span(party.in(words.language()));
        name.addClassName("tables-name");
        var people = party.members().stream()
                .map(member ->
                        (party.delegation().isEmpty() ? "" : member.name().in(words.language()) + ", ")
                                + member.affiliation())
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining("; "));
        var about = new Span((people.isEmpty() ? "" : people + " · ") + languages(party.languages()));
        about.addClassNames("muted", "tables-about");
        var text = new Div(name, about);
        text.addClassName("tables-party");
        return text;
    }

    /** A link to a paper, which is a page of its own until it is made. */
    static Anchor paper(MeetingView meeting, UUID event, String paper, String text) {
        var link = new Anchor("/m/" + meeting.slug() + "/tables/" + event + "/" + paper, text, AnchorTarget.BLANK);
        link.setRouterIgnore(true);
        return link;
    }

    static Select<EventSlot> slots(String label, List<EventSlot> slots, MeetingView meeting, Words words) {
        var select = new Select<EventSlot>();
        select.setLabel(label);
        select.addClassName("tables-wide");
        select.setItems(slots);
        select.setItemLabelGenerator(each -> slot(each, meeting, words));
        if (!slots.isEmpty()) {
            select.setValue(slots.getFirst());
        }
        return select;
    }

    static Select<PartyName> parties(String label, List<PartyName> parties, Words words) {
        var select = new Select<PartyName>();
        select.setLabel(label);
        select.addClassName("tables-wide");
        select.setItems(parties);
        select.setItemLabelGenerator(party -> party.in(words.language()));
        return select;
    }
}
