package org.caravanserai.gathering.ui;

import com.ibm.icu.text.ListFormatter;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.caravanserai.gathering.Answer;
import org.caravanserai.gathering.AppointmentId;
import org.caravanserai.gathering.AppointmentTime;
import org.caravanserai.gathering.Appointments;
import org.caravanserai.gathering.Invitee;
import org.caravanserai.gathering.NewAppointment;
import org.caravanserai.gathering.Place;
import org.caravanserai.gathering.finding.TimeSearch;
import org.caravanserai.gathering.finding.TimeSearch.Choice;
import org.caravanserai.gathering.poll.CandidateTime;
import org.caravanserai.gathering.poll.PollContent;
import org.caravanserai.gathering.poll.Polls;
import org.caravanserai.gathering.poll.Showing;
import org.caravanserai.meeting.MeetingDirectory;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.meeting.MeetingSummary;
import org.caravanserai.people.Access;
import org.caravanserai.people.PeopleFinding;
import org.caravanserai.people.PersonId;
import org.caravanserai.shell.Fields;
import org.caravanserai.shell.KeptForm;
import org.caravanserai.shell.MainLayout;
import org.caravanserai.shell.Notices;
import org.caravanserai.shell.PageHeader;
import org.caravanserai.shell.Problems;
import org.caravanserai.shell.Words;
import org.caravanserai.text.Lengths;
import org.caravanserai.text.Refusal;

/** Where a time is looked for that suits everyone, and made an appointment or a poll of. */
@Route(value = "find-time", layout = MainLayout.class)
@PermitAll
@StyleSheet("context://styles/meeting.css")
@StyleSheet("context://styles/finding.css")
class FindTimeView extends Div implements HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private static final List<Integer> MINUTES = List.of(15, 30, 45, 60, 90, 120, 180, 240);
    private static final int WINDOW = 14;
    private static final int MEETINGS = 20;
    private static final int NAMED = 3;

    private final Words words = Words.here();
    private final transient TimeSearch search;
    private final transient Appointments appointments;
    private final transient Polls polls;
    private final transient Access access;
    private final Problems problems = new Problems();
    private final PeopleField required;
    private final PeopleField optional;
    private final PeopleField interpreters;
    private final Checkbox self = new Checkbox();
    private final TextField title = new TextField();
    private final Select<Integer> minutes = new Select<>();
    private final DatePicker first;
    private final DatePicker last;
    private final Select<MeetingSummary> meeting = new Select<>();
    private final Div result = new Div();

    FindTimeView(
            TimeSearch search,
            PeopleFinding finding,
            MeetingDirectory meetings,
            Appointments appointments,
            Polls polls,
            Access access,
            Clock clock) {
        this.search = search;
        this.appointments = appointments;
        this.polls = polls;
        this.access = access;
        addClassNames("view", "find-time");
        required = people(finding, "required");
        optional = people(finding, "optional");
        interpreters = people(finding, "interpreters");
        self.setId("find-self");
        self.setLabel(words.get("finding.self"));
        self.setValue(true);
        title.setId("find-title");
        title.setLabel(words.get("finding.what"));
        title.setHelperText(words.get("finding.what.help"));
        title.setMaxLength(200);
        minutes.setId("find-duration");
        minutes.setLabel(words.get("finding.duration"));
        minutes.setItems(MINUTES);
        minutes.setItemLabelGenerator(each -> Lengths.minutes(words.language(), each));
        minutes.setValue(60);
        var today = LocalDate.ofInstant(clock.instant(), words.zone());
        first = day("first", today.plusDays(1));
        last = day("last", today.plusDays(WINDOW));
        meetings(meetings);
        var find = new Button(words.get("finding.find"), e -> find());
        find.setId("find");
        find.addThemeVariants(ButtonVariant.PRIMARY);
        var window = new Div(minutes, first, last);
        window.addClassName("find-window");
        var more = new Details(words.get("finding.more"), new Div(optional, interpreters, meeting));
        more.setId("find-more");
        var form = new Div(problems, required, self, window, title, more, find);
        form.addClassName("one-column");
        result.getElement().setAttribute("aria-live", "polite");
        add(new PageHeader(words.get("finding.title")).with(words.get("finding.intro")), form, result);
    }

    @Override
    public String getPageTitle() {
        return words.get("finding.title") + " · Caravanserai";
    }

    private PeopleField people(PeopleFinding finding, String name) {
        return new PeopleField(
                words,
                finding,
                words.get("finding.people." + name),
                words.get("finding.people." + name + ".help"),
                "find-" + name);
    }

    private DatePicker day(String name, LocalDate value) {
        var field = Fields.day(words.get("finding.day." + name, words.city()));
        field.setId("find-" + name);
        field.setValue(value);
        return field;
    }

    private void meetings(MeetingDirectory meetings) {
        meeting.setId("find-meeting");
        meeting.setLabel(words.get("finding.meeting"));
        meeting.setHelperText(words.get("finding.meeting.help"));
        var all = new LinkedHashSet<>(meetings.withARole(MEETINGS));
        all.addAll(meetings.open());
        meeting.setItems(all);
        meeting.setEmptySelectionAllowed(true);
        meeting.setEmptySelectionCaption(words.get("finding.meeting.none"));
        meeting.setItemLabelGenerator(
                each -> each == null ? words.get("finding.meeting.none") : words.text(each.name()));
    }

    private void find() {
        problems.clear();
        result.removeAll();
        try {
            var wanted = wanted();
            var answer = search.search(wanted);
            result.add(new FoundTimes(words, answer, choice -> propose(wanted, choice), () -> poll(wanted, answer)));
            result.scrollIntoView();
        } catch (Refusal refusal) {
            problems.show(
                    refusal,
                    Map.of(
                            "required",
                            required,
                            "duration",
                            minutes,
                            "first",
                            first,
                            "last",
                            last,
                            "until",
                            last,
                            "meeting",
                            meeting));
        }
    }

    private TimeSearch.Wanted wanted() {
        LocalDate from = first.getValue();
        LocalDate until = last.getValue();
        if (from == null) {
            throw Refusal.at("first", "finding.day.required");
        }
        if (until == null) {
            throw Refusal.at("last", "finding.day.required");
        }
        if (required.people().isEmpty()) {
            throw Refusal.at("required", "finding.people.none");
        }
        var needed = new ArrayList<PersonId>();
        if (self.getValue()) {
            access.me().ifPresent(needed::add);
        }
        needed.addAll(required.people());
        return new TimeSearch.Wanted(
                needed.stream().distinct().toList(),
                optional.people(),
                interpreters.people(),
                Duration.ofMinutes(KeptForm.valueOr(minutes, 60)),
                from,
                until,
                words.zone(),
                Optional.ofNullable(meeting.getValue()).map(MeetingSummary::id));
    }

    private void propose(TimeSearch.Wanted wanted, Choice choice) {
        try {
            var people = new ArrayList<Invitee>();
            wanted.required().forEach(each -> people.add(Invitee.asked(each)));
            wanted.optional().forEach(each -> people.add(new Invitee.Known(each, false, Answer.OPEN)));
            choice.interpreter().ifPresent(each -> people.add(Invitee.asked(each)));
            var made = appointments.propose(new NewAppointment(
                    choice.room().isEmpty() ? Optional.<MeetingId>empty() : wanted.meeting(),
                    titled(),
                    "",
                    words.language(),
                    choice.room()
                            .<Place>map(room -> new Place.InRoom(room.key()))
                            .orElseGet(Place.Undecided::new),
                    new AppointmentTime(choice.time().start(), wanted.duration(), words.zone()),
                    people));
            Notices.done(words.get("finding.proposed"), () -> takeBack(made));
            result.removeAll();
        } catch (Refusal refusal) {
            Notices.refused(refusal);
        }
    }

    private void takeBack(AppointmentId made) {
        try {
            appointments.cancel(made);
        } catch (Refusal refusal) {
            Notices.refused(refusal);
        }
    }

    private void poll(TimeSearch.Wanted wanted, TimeSearch.Answer answer) {
        try {
            var others = new LinkedHashSet<>(wanted.required());
            others.addAll(wanted.optional());
            access.me().ifPresent(others::remove);
            int length = (int) wanted.duration().toMinutes();
            var code = polls.draft(
                    new PollContent(
                            titled(),
                            "",
                            words.language(),
                            wanted.meeting(),
                            "",
                            false,
                            length,
                            words.zone(),
                            Optional.empty(),
                            Showing.NAMES),
                    answer.best().stream()
                            .<CandidateTime>map(choice ->
                                    new CandidateTime.Slot(choice.time().start(), length))
                            .toList(),
                    others);
            UI.getCurrentOrThrow().navigate("polls/" + code + "/edit");
        } catch (Refusal refusal) {
            Notices.refused(refusal);
        }
    }

    private String titled() {
        var written = title.getValue().strip();
        if (!written.isEmpty()) {
            return written;
        }
        var names = required.getValue().stream()
                .limit(NAMED)
                .map(each -> words.name(each.name()))
                .toList();
        return words.get(
                "finding.what.default",
                ListFormatter.getInstance(words.language().icuLocale()).format(names));
    }
}
