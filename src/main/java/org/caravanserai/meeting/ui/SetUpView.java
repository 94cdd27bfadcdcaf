package org.caravanserai.meeting.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.caravanserai.meeting.HolidayNote;
import org.caravanserai.meeting.Holidays;
import org.caravanserai.meeting.MeetingDirectory;
import org.caravanserai.meeting.MeetingSetUp;
import org.caravanserai.meeting.MeetingView;
import org.caravanserai.meeting.RoomPlanSetUp;
import org.caravanserai.meeting.RoomSetUp;
import org.caravanserai.meeting.SessionTypeSetUp;
import org.caravanserai.meeting.Slug;
import org.caravanserai.meeting.TopicSetUp;
import org.caravanserai.shell.Fields;
import org.caravanserai.shell.KeptForm;
import org.caravanserai.shell.LocalizedField;
import org.caravanserai.shell.MainLayout;
import org.caravanserai.shell.Notices;
import org.caravanserai.shell.PageHeader;
import org.caravanserai.shell.StatusBadge;
import org.caravanserai.shell.Tone;
import org.caravanserai.shell.Words;
import org.caravanserai.text.Language;
import org.caravanserai.text.Moments;
import org.caravanserai.text.Refusal;
import org.jspecify.annotations.Nullable;

/** Sets a meeting up, section by section; what is typed is kept as it is typed. The section stands in the address. */
@Route(value = "meetings/:slug/set-up", layout = MainLayout.class)
@PermitAll
@StyleSheet("context://styles/meeting.css")
class SetUpView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    /** What can be set up; the lower-case names stand in addresses. */
    private enum Part {
        BASICS,
        DATES,
        ROOMS,
        TOPICS,
        TYPES,
        LANGUAGES,
        VISIBILITY
    }

    private final Words words = Words.here();
    private final transient MeetingDirectory directory;
    private final transient MeetingSetUp setUp;
    private final transient TopicSetUp topics;
    private final transient SessionTypeSetUp types;
    private final transient RoomSetUp rooms;
    private final transient RoomPlanSetUp plans;
    private final transient Holidays holidays;
    private final transient Clock clock;
    private transient @Nullable MeetingView shown;
    private long version;

    SetUpView(
            MeetingDirectory directory,
            MeetingSetUp setUp,
            TopicSetUp topics,
            SessionTypeSetUp types,
            RoomSetUp rooms,
            RoomPlanSetUp plans,
            Holidays holidays,
            Clock clock) {
        this.directory = directory;
        this.setUp = setUp;
        this.topics = topics;
        this.types = types;
        this.rooms = rooms;
        this.plans = plans;
        this.holidays = holidays;
        this.clock = clock;
        addClassNames("view", "set-up");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var slug = event.getRouteParameters().get("slug").orElse("");
        var found = directory.bySlug(slug).orElseThrow(NotFoundException::new);
        shown = setUp.read(found.id());
        version = meeting().version();
        show(part(event.getLocation()
                .getQueryParameters()
                .getSingleParameter("section")
                .orElse("")));
    }

    @Override
    public String getPageTitle() {
        return words.get("meeting.setUp.title") + " · " + (shown == null ? "Caravanserai" : words.text(shown.name()));
    }

    private MeetingView meeting() {
        return Objects.requireNonNull(shown, "beforeEnter comes first");
    }

    private void show(Part part) {
        removeAll();
        var meeting = meeting();
        add(
                new PageHeader(words.get("meeting.setUp.title")).with(words.text(meeting.name())),
                sections(part),
                switch (part) {
                    case BASICS -> basics();
                    case DATES -> dates();
                    case ROOMS ->
                        new Div(
                                venue(),
                                new RoomsSection(words, meeting, rooms, setUp),
                                new PlansSection(words, meeting, plans, setUp));
                    case TOPICS -> new TopicsSection(words, meeting.id(), topics, setUp);
                    case TYPES -> new TypesSection(words, meeting.id(), types, setUp);
                    case LANGUAGES -> languages();
                    case VISIBILITY -> visibility();
                });
    }

    private Component sections(Part current) {
        var nav = new Nav();
        nav.addClassName("sections");
        nav.getElement().setAttribute("aria-label", words.get("meeting.setUp.title"));
        for (var part : Part.values()) {
            var link = new RouterLink(
                    words.get("meeting.section." + part.name()),
                    SetUpView.class,
                    new RouteParameters("slug", meeting().slug()));
            link.setQueryParameters(QueryParameters.of("section", part.name().toLowerCase(Locale.ROOT)));
            link.addClassName("section-link");
            if (part == current) {
                link.getElement().setAttribute("aria-current", "page");
            }
            nav.add(link);
        }
        return nav;
    }

    private Component basics() {
        var meeting = meeting();
        var name = new LocalizedField(words.get("meeting.field.name"), false);
        name.setId("name");
        name.setValue(meeting.name());
        var description = new LocalizedField(words.get("meeting.field.description"), true);
        description.setId("description");
        description.setValue(meeting.description());
        var texts = new KeptForm(words.get("meeting.section.BASICS"), clock);
        texts.with("name", name)
                .with("description", description)
                .keeping(keeping(() -> setUp.describe(meeting.id(), version, name.getValue(), description.getValue())));
        stale(texts, now -> words.text(now.name()) + "\n\n" + words.text(now.description()), now -> {
            name.setValue(now.name());
            description.setValue(now.description());
        });

        var slug = new TextField(words.get("meeting.field.slug"));
        slug.setId("slug");
        slug.setHelperText(words.get("meeting.field.slug.help"));
        slug.setValue(meeting.slug());
        slug.setValueChangeMode(ValueChangeMode.ON_CHANGE);
        var address = new KeptForm(words.get("meeting.field.slug"), clock);
        address.with("slug", slug).keeping(() -> {
            var wished = new Slug(slug.getValue().strip());
            if (!wished.value().equals(meeting().slug())) {
                version = setUp.moveTo(meeting.id(), version, wished);
                UI.getCurrentOrThrow().navigate("meetings/" + wished.value() + "/set-up");
            }
        });
        stale(address, MeetingView::slug, now -> slug.setValue(now.slug()));
        return new Div(texts, address);
    }

    private Component dates() {
        var meeting = meeting();
        var note = new HolidayNote(words, holidays);
        var first = Fields.day(words.get("meeting.field.firstDay"));
        first.setValue(meeting.firstDay());
        first.setId("first-day");
        var last = Fields.day(words.get("meeting.field.lastDay"));
        last.setValue(meeting.lastDay());
        last.setId("last-day");
        first.addValueChangeListener(e -> note.show(first.getValue(), last.getValue()));
        last.addValueChangeListener(e -> note.show(first.getValue(), last.getValue()));
        note.show(meeting.firstDay(), meeting.lastDay());
        var form = new KeptForm(words.get("meeting.section.DATES"), clock);
        form.with("firstDay", first)
                .with("lastDay", last)
                .with(note)
                .keeping(keeping(
                        () -> setUp.schedule(meeting.id(), version, day("firstDay", first), day("lastDay", last))));
        stale(form, now -> Moments.days(words.language(), now.firstDay(), now.lastDay()), now -> {
            first.setValue(now.firstDay());
            last.setValue(now.lastDay());
        });
        return form;
    }

    private static LocalDate day(String field, DatePicker picker) {
        var day = picker.getValue();
        if (day == null) {
            throw Refusal.at(field, "meeting.required");
        }
        return day;
    }

    private Component venue() {
        var meeting = meeting();
        var zone = Zones.field(words, words.get("meeting.field.zone"));
        zone.setId("zone");
        zone.setValue(meeting.zone());
        var city = new LocalizedField(words.get("meeting.field.city"), false);
        city.setId("city");
        city.setValue(meeting.city());
        var venue = new LocalizedField(words.get("meeting.field.venue"), true);
        venue.setId("venue");
        venue.setValue(meeting.venue());
        zone.addValueChangeListener(e -> {
            if (e.isFromClient() && e.getValue() != null) {
                city.setValue(Zones.city(e.getValue()));
            }
        });
        var form = new KeptForm(words.get("meeting.field.venue"), clock);
        form.with("venue", venue).with("zone", zone).with("city", city).keeping(keeping(() -> {
            var where = zone.getValue();
            if (where == null) {
                throw Refusal.at("zone", "meeting.required");
            }
            return setUp.locate(meeting.id(), version, where, city.getValue(), venue.getValue());
        }));
        stale(form, now -> words.text(now.venue()) + "\n" + words.text(now.city()) + ", " + now.zone(), now -> {
            zone.setValue(now.zone());
            city.setValue(now.city());
            venue.setValue(now.venue());
        });
        return form;
    }

    private Component languages() {
        var meeting = meeting();
        var spoken = new CheckboxGroup<Language>(words.get("meeting.field.languages"));
        spoken.setId("languages");
        spoken.setItems(Language.values());
        spoken.setItemLabelGenerator(Language::ownName);
        spoken.setValue(spoken(meeting));
        var form = new KeptForm(words.get("meeting.section.LANGUAGES"), clock);
        form.with("languages", spoken).keeping(keeping(() -> setUp.speak(meeting.id(), version, spoken.getValue())));
        stale(form, now -> String.join(", ", now.languages()), now -> spoken.setValue(spoken(now)));
        return form;
    }

    private static LinkedHashSet<Language> spoken(MeetingView meeting) {
        var spoken = new LinkedHashSet<Language>();
        meeting.languages().forEach(tag -> Language.ofTag(tag).ifPresent(spoken::add));
        return spoken;
    }

    private Component visibility() {
        var open = meeting().open();
        var change = new Button(
                words.get(open ? "meeting.visibility.hide" : "meeting.visibility.open"), e -> setVisible(!open, true));
        change.setId("change-visibility");
        change.addThemeVariants(open ? ButtonVariant.ERROR : ButtonVariant.PRIMARY);
        var form = new KeptForm(words.get("meeting.section.VISIBILITY"), clock);
        form.with(
                        open
                                ? new StatusBadge(words.get("meeting.state.open"), Tone.DONE)
                                : new StatusBadge(words.get("meeting.state.hidden"), Tone.NEUTRAL))
                .with(new Paragraph(words.get(open ? "meeting.visibility.isOpen" : "meeting.visibility.isHidden")))
                .with(change);
        return form;
    }

    private void setVisible(boolean open, boolean undoable) {
        var id = meeting().id();
        shown = setUp.read(id);
        if (open) {
            setUp.open(id, meeting().version());
        } else {
            setUp.hide(id, meeting().version());
        }
        shown = setUp.read(id);
        version = meeting().version();
        show(Part.VISIBILITY);
        var done = words.get(open ? "meeting.visibility.opened" : "meeting.visibility.hidden");
        if (undoable) {
            Notices.done(done, () -> setVisible(!open, false));
        } else {
            Notices.done(done);
        }
    }

    private Runnable keeping(LongSupplier save) {
        return () -> version = save.getAsLong();
    }

    private void stale(
            KeptForm form, java.util.function.Function<MeetingView, String> inWords, Consumer<MeetingView> take) {
        form.whenStale(
                () -> inWords.apply(setUp.read(meeting().id())),
                () -> version = setUp.read(meeting().id()).version(),
                () -> {
                    var now = setUp.read(meeting().id());
                    version = now.version();
                    take.accept(now);
                });
    }

    private static Part part(String name) {
        return Arrays.stream(Part.values())
                .filter(part -> part.name().equalsIgnoreCase(name))
                .findFirst()
                .orElse(Part.BASICS);
    }
}
