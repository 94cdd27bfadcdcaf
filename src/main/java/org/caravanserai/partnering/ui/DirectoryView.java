package org.caravanserai.partnering.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.caravanserai.meeting.MeetingDirectory;
import org.caravanserai.meeting.ViewOfMeeting;
import org.caravanserai.partnering.directory.DirectoryMembership;
import org.caravanserai.partnering.directory.Participant;
import org.caravanserai.partnering.directory.ParticipantDirectory;
import org.caravanserai.partnering.directory.ParticipantDirectory.Filter;
import org.caravanserai.partnering.directory.PartneringAccess;
import org.caravanserai.partnering.introduction.Introducing;
import org.caravanserai.people.Degree;
import org.caravanserai.shell.EmptyState;
import org.caravanserai.shell.FilterLine;
import org.caravanserai.shell.MainLayout;
import org.caravanserai.shell.PageHeader;
import org.caravanserai.shell.PersonText;
import org.caravanserai.shell.StatusBadge;
import org.caravanserai.shell.Tone;

/** The directory of a meeting: how one enters it, who else is in it, and where they work. */
@Route(value = "meetings/:slug/directory", layout = MainLayout.class)
@PermitAll
@StyleSheet("context://styles/partner.css")
class DirectoryView extends ViewOfMeeting {

    private static final long serialVersionUID = 1L;
    private static final int PAGE = 40;

    private final transient ParticipantDirectory directory;
    private final transient DirectoryMembership membership;
    private final transient Introducing introducing;
    private final transient Approaching approaching;
    private final transient PartneringAccess access;
    private final transient Clock clock;
    private final Div map = new Div();
    private final Div list = CardPanel.list(List.of());
    private final Div more = new Div();
    private transient PartnerWords says;
    private transient FilterLine line;
    private transient Choice country;
    private transient Choice topic;
    private transient Choice language;
    private transient Filter filter = Filter.ALL;

    @SuppressWarnings("NullAway.Init")
    DirectoryView(
            MeetingDirectory meetings,
            ParticipantDirectory directory,
            DirectoryMembership membership,
            Introducing introducing,
            Approaching approaching,
            PartneringAccess access,
            Clock clock) {
        super(meetings, "partner.directory.title");
        this.directory = directory;
        this.membership = membership;
        this.introducing = introducing;
        this.approaching = approaching;
        this.access = access;
        this.clock = clock;
        addClassName("partner-view");
        more.addClassName("partner-actions");
    }

    @Override
    protected void show() {
        removeAll();
        says = new PartnerWords(words, meeting());
        add(
                new PageHeader(words.get("partner.directory.title"))
                        .with(words.text(meeting().name())),
                new PlacesLine(words, meeting(), access, DirectoryView.class));
        if (access.keepsOrder(meeting().id())) {
            add(totals());
        }
        var form = new OwnEntryForm(words, meeting().id(), membership, clock, this::show);
        if (!access.member(meeting().id())) {
            add(form);
            return;
        }
        line = new FilterLine(words.get("partner.directory.search"));
        var choices = new AddressedChoices(line, this::refresh);
        country = choices.country(says);
        topic = choices.topic(says);
        language = choices.language(says);
        choices.read(location().getQueryParameters());
        var own = new NativeDetails(words.get("partner.entry.title"), form);
        own.addClassName("partner-entry");
        add(own, line, map, list, more);
        refresh();
    }

    private Component totals() {
        var totals = directory.totals(meeting().id());
        var countries = totals.entrySet().stream()
                .map(one -> says.country(one.getKey()) + " " + words.number(one.getValue()))
                .collect(Collectors.joining(" · "));
        var sum = totals.values().stream().mapToInt(Integer::intValue).sum();
        var paragraph = new Paragraph(
                words.get("partner.directory.totals", sum) + (countries.isEmpty() ? "" : " " + countries));
        paragraph.addClassName("partner-hint");
        return paragraph;
    }

    private void refresh() {
        filter = new Filter(line.words(), country.chosen(), topic.chosen(), language.chosen());
        list.removeAll();
        append(0);
    }

    private void append(int offset) {
        var found = directory.find(meeting().id(), filter, offset, PAGE);
        var asked = introducing.askedAbout(meeting().id());
        map.removeAll();
        map.add(new CountryMap(says, found.countries()));
        found.people().forEach(person -> list.add(panel(person, asked)));
        line.setCount(words.get("partner.directory.count", found.total()));
        if (found.total() == 0) {
            list.add(new EmptyState(words.get("partner.filter.nothing")));
        }
        more.removeAll();
        var shown = offset + found.people().size();
        if (shown < found.total()) {
            var button =
                    new Button(words.get("partner.more", Math.min(PAGE, found.total() - shown)), e -> append(shown));
            button.setId("directory-more");
            more.add(button);
        }
    }

    private Article panel(Participant person, Set<UUID> asked) {
        var panel = new Article(new PersonText(person.name(), detail(person)));
        panel.addClassName("partner-card");
        if (!person.line().isEmpty()) {
            var said = new Paragraph(words.marked(person.line()));
            said.addClassName("partner-text");
            panel.add(said);
        }
        person.interests().stream()
                .filter(key -> says.topic(key).isPresent())
                .forEach(key -> panel.add(CardPanel.topic(says, key)));
        if (!person.languages().isEmpty()) {
            var languages = new Div(says.languages(person.languages()));
            languages.addClassName("partner-facts");
            panel.add(languages);
        }
        var key = person.person();
        if (access.me().equals(key)) {
            panel.add(new StatusBadge(words.get("partner.directory.you"), Tone.DONE));
            return panel;
        }
        var actions = new Div();
        actions.addClassName("partner-actions");
        if (asked.contains(key.value())) {
            actions.add(new StatusBadge(
                    words.get("partner.standing.NOT_YET"), Tone.WAITING, words.get("partner.standing.NOT_YET.next")));
        } else {
            actions.add(approaching.askFor(words, meeting().id(), key, this::refresh));
        }
        actions.add(approaching.reportPerson(words, meeting().id(), key), approaching.block(words, key, this::refresh));
        panel.add(actions);
        return panel;
    }

    private String detail(Participant person) {
        var detail = new ArrayList<String>();
        if (person.degree() != Degree.NONE) {
            detail.add(words.get("profile.degree." + person.degree().name()));
        }
        person.workplace().ifPresent(work -> detail.add(words.text(work.name())));
        if (!person.country().isEmpty()) {
            detail.add(says.country(person.country()));
        }
        return String.join(" · ", detail);
    }
}
