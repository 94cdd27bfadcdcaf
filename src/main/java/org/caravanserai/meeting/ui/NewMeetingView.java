package org.caravanserai.meeting.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import jakarta.annotation.security.PermitAll;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.caravanserai.meeting.HolidayNote;
import org.caravanserai.meeting.Holidays;
import org.caravanserai.meeting.MeetingCreation;
import org.caravanserai.meeting.MeetingDirectory;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.meeting.MeetingSummary;
import org.caravanserai.meeting.NewMeeting;
import org.caravanserai.meeting.Slug;
import org.caravanserai.people.Access;
import org.caravanserai.shell.Fields;
import org.caravanserai.shell.LocalizedField;
import org.caravanserai.shell.MainLayout;
import org.caravanserai.shell.PageHeader;
import org.caravanserai.shell.Problems;
import org.caravanserai.shell.Words;
import org.caravanserai.text.Refusal;

/** Makes a meeting: from scratch, in a series or beginning one, or as a copy of an earlier one. */
@Route(value = "meetings/new", layout = MainLayout.class)
@PermitAll
@StyleSheet("context://styles/meeting.css")
class NewMeetingView extends Div implements HasDynamicTitle {

    private static final long serialVersionUID = 1L;
    private static final int MOST_SOURCES = 100;

    private final Words words = Words.here();
    private final transient MeetingCreation creation;
    private final transient MeetingDirectory directory;
    private final Problems problems = new Problems();
    private final ComboBox<Beginning> beginning;
    private final LocalizedField seriesName;
    private final LocalizedField name;
    private final TextField slug;
    private final DatePicker firstDay;
    private final DatePicker lastDay;
    private final ComboBox<ZoneId> zone;
    private final LocalizedField city;
    private final HolidayNote holidayNote;

    /** What a meeting can begin as. */
    private sealed interface Beginning {

        /** The first meeting of a series of its own. */
        record NewSeries() implements Beginning {}

        /** A further meeting of a series, from scratch. */
        record InSeries(MeetingDirectory.SeriesSummary series) implements Beginning {}

        /** A copy of an earlier meeting. */
        record CopyOf(MeetingSummary source) implements Beginning {}
    }

    NewMeetingView(MeetingCreation creation, MeetingDirectory directory, Holidays holidays, Access access) {
        this.creation = creation;
        this.directory = directory;
        addClassNames("view", "meeting-new");
        beginning = new ComboBox<>(words.get("meeting.new.beginning"));
        beginning.setId("beginning");
        beginning.setItemLabelGenerator(this::label);
        var beginnings = beginnings(access.administrator());
        beginning.setItems(beginnings);
        seriesName = new LocalizedField(words.get("meeting.new.series"), false);
        seriesName.setId("series-name");
        name = new LocalizedField(words.get("meeting.field.name"), false);
        name.setId("name");
        slug = new TextField(words.get("meeting.field.slug"));
        slug.setId("slug");
        slug.setHelperText(words.get("meeting.field.slug.help"));
        firstDay = Fields.day(words.get("meeting.field.firstDay"));
        firstDay.setId("first-day");
        lastDay = Fields.day(words.get("meeting.field.lastDay"));
        lastDay.setId("last-day");
        holidayNote = new HolidayNote(words, holidays);
        zone = Zones.field(words, words.get("meeting.field.zone"));
        zone.setId("zone");
        city = new LocalizedField(words.get("meeting.field.city"), false);
        city.setId("city");
        firstDay.addValueChangeListener(e -> holidayNote.show(firstDay.getValue(), lastDay.getValue()));
        lastDay.addValueChangeListener(e -> holidayNote.show(firstDay.getValue(), lastDay.getValue()));
        zone.addValueChangeListener(e -> {
            if (e.getValue() != null && (city.isEmpty() || e.isFromClient())) {
                city.setValue(Zones.city(e.getValue()));
            }
        });
        beginning.addValueChangeListener(e -> seriesName.setVisible(e.getValue() instanceof Beginning.NewSeries));
        if (!beginnings.isEmpty()) {
            beginning.setValue(beginnings.getFirst());
        }
        var make = new Button(words.get("meeting.new.make"), e -> make());
        make.setId("make");
        make.addThemeVariants(ButtonVariant.PRIMARY);
        var dates = new Div(firstDay, lastDay);
        dates.addClassName("field-row");
        var form = new Div(beginning, seriesName, name, slug, dates, holidayNote, zone, city, make);
        form.addClassName("one-column");
        add(new PageHeader(words.get("meeting.new.title")), problems, form);
    }

    @Override
    public String getPageTitle() {
        return words.get("meeting.new.title") + " · Caravanserai";
    }

    private List<Beginning> beginnings(boolean administrator) {
        var beginnings = new ArrayList<Beginning>();
        directory.mine(0, MOST_SOURCES).forEach(meeting -> beginnings.add(new Beginning.CopyOf(meeting)));
        directory.mySeries().forEach(series -> beginnings.add(new Beginning.InSeries(series)));
        if (administrator) {
            beginnings.add(new Beginning.NewSeries());
        }
        return beginnings;
    }

    private String label(Beginning choice) {
        return switch (choice) {
            case Beginning.NewSeries() -> words.get("meeting.new.newSeries");
            case Beginning.InSeries(var series) -> words.get("meeting.new.inSeries", words.text(series.name()));
            case Beginning.CopyOf(var source) -> words.get("meeting.new.copyOf", words.text(source.name()));
        };
    }

    private void make() {
        try {
            var made = make(asked());
            problems.clear();
            var address = directory.byId(made).orElseThrow().slug();
            UI.getCurrentOrThrow().navigate(SetUpView.class, new RouteParameters("slug", address));
        } catch (Refusal refusal) {
            problems.show(refusal, fields());
        }
    }

    private MeetingId make(NewMeeting asked) {
        return switch (beginning.getValue()) {
            case Beginning.NewSeries() -> creation.begin(seriesName.getValue(), asked);
            case Beginning.InSeries(var series) -> creation.extend(series.key(), asked);
            case Beginning.CopyOf(var source) -> creation.copy(source.id(), asked);
            case null -> throw Refusal.at("beginning", "meeting.required");
        };
    }

    /** Everything that is missing is told at once. */
    private NewMeeting asked() {
        var missing = new ArrayList<Refusal.Problem>();
        var first = firstDay.getValue();
        var last = lastDay.getValue();
        var where = zone.getValue();
        if (first == null) {
            missing.add(Refusal.Problem.at("firstDay", "meeting.required"));
        }
        if (last == null) {
            missing.add(Refusal.Problem.at("lastDay", "meeting.required"));
        }
        if (where == null) {
            missing.add(Refusal.Problem.at("zone", "meeting.required"));
        }
        if (first == null || last == null || where == null) {
            throw new Refusal(missing);
        }
        return new NewMeeting(new Slug(slug.getValue().strip()), name.getValue(), first, last, where, city.getValue());
    }

    private Map<String, Component> fields() {
        return Map.of(
                "beginning", beginning,
                "seriesName", seriesName,
                "name", name,
                "slug", slug,
                "firstDay", firstDay,
                "lastDay", lastDay,
                "zone", zone,
                "city", city);
    }
}
