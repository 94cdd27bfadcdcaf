package org.caravanserai.gathering.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.caravanserai.gathering.Appointment;
import org.caravanserai.gathering.AppointmentTime;
import org.caravanserai.gathering.NewAppointment;
import org.caravanserai.gathering.Place;
import org.caravanserai.gathering.Recurrence;
import org.caravanserai.meeting.MeetingDirectory;
import org.caravanserai.meeting.MeetingSummary;
import org.caravanserai.meeting.MeetingView;
import org.caravanserai.shell.Fields;
import org.caravanserai.shell.Words;
import org.caravanserai.shell.ZoneField;
import org.caravanserai.text.Language;
import org.caravanserai.text.Moments;
import org.caravanserai.text.Refusal;

/** The fields of an appointment: what, when and where. */
class AppointmentFields extends Div {

    private static final long serialVersionUID = 1L;

    private static final List<Integer> LENGTHS = List.of(15, 20, 30, 45, 60, 90, 120, 180, 240, 480);
    private static final int MOST_MEETINGS = 50;

    private final transient MeetingDirectory directory;
    private final Words words;
    private final TextField title = new TextField();
    private final TextArea purpose = new TextArea();
    private final Select<Language> language = new Select<>();
    private final transient Select<MeetingSummary> meeting = new Select<>();
    private final DateTimePicker start;
    private final ZoneField zone;
    private final Select<Integer> length = new Select<>();
    private final Paragraph own = new Paragraph();
    private final RepeatFields repeat;
    private final Select<Place.Kind> kind = new Select<>();
    private final transient Select<MeetingView.RoomView> room = new Select<>();
    private final TextField address = new TextField();
    private final TextField link = new TextField();
    private final Button makeRoom = new Button();
    private final transient List<MeetingSummary> choices = new ArrayList<>();
    private boolean hasServer;
    private transient Runnable changed = () -> {};

    AppointmentFields(MeetingDirectory directory, Optional<URI> videoRoom, Words words) {
        this.directory = directory;
        this.words = words;
        addClassName("appointment-fields");
        repeat = new RepeatFields(words);
        start = Fields.moment(words.get("appointment.start"));
        start.setId("appointment-start");
        start.setStep(Duration.ofMinutes(15));
        zone = new ZoneField(words, words.get("appointment.zone"));
        zone.setId("appointment-zone");
        texts();
        choose(language, "appointment-language", "appointment.language", Language::ownName);
        language.setItems(Language.values());
        choose(meeting, "appointment-meeting", "appointment.meeting", m -> m == null ? "" : words.text(m.name()));
        meeting.setEmptySelectionAllowed(true);
        meeting.setEmptySelectionCaption(words.get("appointment.meeting.none"));
        directory.open().forEach(choices::add);
        directory.withARole(MOST_MEETINGS).stream()
                .filter(m -> choices.stream().noneMatch(c -> c.id().equals(m.id())))
                .forEach(choices::add);
        meeting.setItems(choices);
        choose(length, "appointment-length", "appointment.length", m -> AppointmentWords.length(words, m));
        choose(kind, "appointment-place", "appointment.where", k -> words.get("appointment.place." + k.name()));
        choose(room, "appointment-room", "appointment.place.ROOM", r -> words.text(r.name()));
        own.addClassName("appointment-muted");
        makeRoom.setText(words.get("appointment.video.make"));
        videoRoom.ifPresent(made -> makeRoom.addClickListener(e -> {
            link.setValue(made.toString());
            changed.run();
        }));
        hasServer = videoRoom.isPresent();
        add(
                title,
                purpose,
                pair(start, zone),
                own,
                pair(length, language),
                repeat,
                pair(meeting, kind),
                room,
                address,
                link,
                makeRoom);
        meeting.addValueChangeListener(e -> offerKinds());
        kind.addValueChangeListener(e -> showPlace());
        start.addValueChangeListener(e -> {
            showOwn();
            if (e.getOldValue() != null && e.getValue() != null) {
                repeat.follow(e.getOldValue().toLocalDate(), e.getValue().toLocalDate());
            }
        });
        zone.addValueChangeListener(e -> showOwn());
    }

    /** Is told when the person has changed something. */
    void onChange(Runnable listener) {
        changed = listener;
        repeat.onChange(listener);
        for (HasValue<?, ?> field : List.<HasValue<?, ?>>of(
                title, purpose, language, meeting, start, zone, length, kind, room, address, link)) {
            field.addValueChangeListener(e -> {
                if (e.isFromClient()) {
                    changed.run();
                }
            });
        }
    }

    /**
     * How it repeats; empty if it is once.
     *
     * @throws Refusal if it cannot repeat so
     */
    Optional<Recurrence> repeats() {
        return repeat.chosen();
    }

    /** The fields by the names that refusals use. */
    Map<String, Component> byName() {
        var fields = new LinkedHashMap<String, Component>();
        fields.put("title", title);
        fields.put("purpose", purpose);
        fields.put("start", start);
        fields.put("length", length);
        repeat.names(fields);
        fields.put("place", kind.getValue() == Place.Kind.VIDEO ? link : address);
        return fields;
    }

    /** Shows an appointment. */
    void show(NewAppointment content, Optional<Recurrence> repeating) {
        repeat.show(repeating, content.time().day());
        title.setValue(content.title());
        purpose.setValue(content.purpose());
        language.setValue(content.language());
        meeting.setValue(content.meeting()
                .flatMap(id -> choices.stream().filter(m -> m.id().equals(id)).findFirst())
                .orElse(null));
        zone.setValue(content.time().zone());
        start.setValue(content.time().local().toLocalDateTime());
        var minutes = Math.toIntExact(content.time().length().toMinutes());
        var lengths = new ArrayList<>(LENGTHS);
        if (!lengths.contains(minutes)) {
            lengths.add(minutes);
            lengths.sort(null);
        }
        length.setItems(lengths);
        length.setValue(minutes);
        offerKinds();
        kind.setValue(content.place().kind());
        switch (content.place()) {
            case Place.Undecided none -> address.clear();
            case Place.At at -> address.setValue(at.address());
            case Place.OnVideo video -> link.setValue(video.link().toString());
            case Place.InRoom in ->
                rooms().stream()
                        .filter(r -> r.key().equals(in.room()))
                        .findFirst()
                        .ifPresent(room::setValue);
        }
        showPlace();
        showOwn();
    }

    /**
     * What stands in the fields.
     *
     * @param whole whether a place that is chosen must be said; else it is left undecided until it is
     * @throws Refusal if something is missing or is not what it should be
     */
    NewAppointment content(boolean whole) {
        var at = start.getValue();
        if (at == null) {
            throw Refusal.at("start", "appointment.start.required");
        }
        var where = zone.getValue() == null ? words.zone() : zone.getValue();
        return new NewAppointment(
                Optional.ofNullable(meeting.getValue()).map(MeetingSummary::id),
                title.getValue(),
                purpose.getValue(),
                language.getValue(),
                place(whole),
                new AppointmentTime(at.atZone(where).toInstant(), Duration.ofMinutes(length.getValue()), where),
                List.of());
    }

    private Place place(boolean whole) {
        return switch (kind.getValue()) {
            case UNDECIDED -> new Place.Undecided();
            case ADDRESS -> !whole && address.isEmpty() ? new Place.Undecided() : new Place.At(address.getValue());
            case VIDEO -> !whole && link.isEmpty() ? new Place.Undecided() : Place.OnVideo.typed(link.getValue());
            case ROOM -> {
                var chosen = room.getValue();
                if (chosen == null && whole) {
                    throw Refusal.at("place", "appointment.place.required");
                }
                yield chosen == null ? new Place.Undecided() : new Place.InRoom(chosen.key());
            }
        };
    }

    private void texts() {
        title.setId("appointment-title");
        title.setLabel(words.get("appointment.title"));
        title.setMaxLength(Appointment.LONGEST_TITLE);
        title.setRequiredIndicatorVisible(true);
        title.setValueChangeMode(ValueChangeMode.LAZY);
        purpose.setId("appointment-purpose");
        purpose.setLabel(words.get("appointment.purpose"));
        purpose.setHelperText(words.get("appointment.purpose.help"));
        purpose.setMaxLength(Appointment.LONGEST_PURPOSE);
        purpose.setValueChangeMode(ValueChangeMode.LAZY);
        address.setId("appointment-address");
        address.setLabel(words.get("appointment.place.ADDRESS"));
        address.setMaxLength(Place.LONGEST);
        address.setValueChangeMode(ValueChangeMode.LAZY);
        link.setId("appointment-link");
        link.setLabel(words.get("appointment.place.VIDEO"));
        link.setMaxLength(Place.LONGEST);
        link.setPlaceholder("https://");
        link.setValueChangeMode(ValueChangeMode.LAZY);
    }

    private <T> void choose(
            Select<T> select, String id, String label, com.vaadin.flow.component.ItemLabelGenerator<T> words) {
        select.setId(id);
        select.setLabel(this.words.get(label));
        select.setItemLabelGenerator(words);
    }

    private void offerKinds() {
        var before = kind.getValue();
        var hasRooms = !rooms().isEmpty();
        kind.setItems(
                hasRooms
                        ? List.of(Place.Kind.values())
                        : List.of(Place.Kind.UNDECIDED, Place.Kind.ADDRESS, Place.Kind.VIDEO));
        room.setItems(rooms());
        kind.setValue(before == null || (before == Place.Kind.ROOM && !hasRooms) ? Place.Kind.UNDECIDED : before);
        showPlace();
    }

    private List<MeetingView.RoomView> rooms() {
        return Optional.ofNullable(meeting.getValue())
                .map(MeetingSummary::id)
                .flatMap(directory::byId)
                .map(MeetingView::rooms)
                .orElse(List.of());
    }

    private void showPlace() {
        room.setVisible(kind.getValue() == Place.Kind.ROOM);
        address.setVisible(kind.getValue() == Place.Kind.ADDRESS);
        var video = kind.getValue() == Place.Kind.VIDEO;
        link.setVisible(video);
        makeRoom.setVisible(video && hasServer);
    }

    /** The moment chosen on the reader's own clocks, if they are others. */
    private void showOwn() {
        var at = start.getValue();
        var where = zone.getValue();
        var differs =
                at != null && where != null && Moments.differ(at.atZone(where).toInstant(), where, words.zone());
        own.setText(
                differs
                        ? words.get(
                                "appointment.start.own",
                                words.ownMoment(at.atZone(where).toInstant()))
                        : "");
        own.setVisible(differs);
    }

    private static Div pair(Component one, Component other) {
        var pair = new Div(one, other);
        pair.addClassName("appointment-pair");
        return pair;
    }
}
