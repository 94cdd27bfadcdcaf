package org.caravanserai.gathering.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.time.Clock;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.caravanserai.gathering.poll.PollBoard;
import org.caravanserai.gathering.poll.PollContent;
import org.caravanserai.gathering.poll.PollId;
import org.caravanserai.gathering.poll.PollReading;
import org.caravanserai.gathering.poll.PollState;
import org.caravanserai.gathering.poll.Polls;
import org.caravanserai.gathering.poll.Showing;
import org.caravanserai.meeting.MeetingDirectory;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.meeting.MeetingSummary;
import org.caravanserai.shell.Fields;
import org.caravanserai.shell.KeptForm;
import org.caravanserai.shell.Words;
import org.caravanserai.shell.ZoneField;
import org.caravanserai.text.Language;
import org.caravanserai.text.Moments;

/** What a poll is about, kept as it is typed. */
class PollFacts extends Div {

    private static final long serialVersionUID = 1L;

    private static final int PAUSE = 800;

    private final transient Polls polls;
    private final transient Runnable clocksChanged;
    private final Words words = Words.here();
    private final transient PollId poll;
    private long version;

    private final TextField title = new TextField();
    private final TextArea text = new TextArea();
    private final Select<Language> language = new Select<>();
    private final Select<MeetingSummary> meeting = new Select<>();
    private final TextField place = new TextField();
    private final RadioButtonGroup<Boolean> kind = new RadioButtonGroup<>();
    private final IntegerField minutes = new IntegerField();
    private final ZoneField zone;
    private final DateTimePicker deadline;
    private final RadioButtonGroup<Showing> showing = new RadioButtonGroup<>();
    private final transient Map<String, Component> fields = new LinkedHashMap<>();

    /** @param clocksChanged is called when times are to be shown by other clocks, or days instead of times */
    PollFacts(
            Polls polls,
            PollReading reading,
            MeetingDirectory meetings,
            Clock clock,
            PollBoard board,
            Runnable clocksChanged) {
        this.polls = polls;
        this.clocksChanged = clocksChanged;
        this.poll = board.id();
        this.version = board.version();
        this.zone = new ZoneField(words, words.get("poll.field.zone"));
        this.deadline = Fields.moment("");
        addClassName("poll-facts");
        dress(meetings);
        fill(board.content());
        kind.setReadOnly(board.state() != PollState.DRAFT);
        var form = new KeptForm(words.get("poll.section.what"), clock);
        take("title", title);
        take("text", text);
        take("language", language);
        take("meeting", meeting);
        take("place", place);
        take("zone", zone);
        take("wholeDays", kind);
        take("minutes", minutes);
        take("deadline", deadline);
        take("showing", showing);
        form.with("title", title)
                .with("text", text)
                .with("language", language)
                .with("meeting", meeting)
                .with("place", place)
                .with("wholeDays", kind)
                .with("minutes", minutes)
                .with("zone", zone)
                .with("deadline", deadline)
                .with("showing", showing)
                .keeping(this::save)
                .whenStale(
                        () -> now(reading, board).title(),
                        () -> version = board(reading, board).version(),
                        () -> {
                            version = board(reading, board).version();
                            fill(now(reading, board));
                        });
        add(form);
    }

    /** The fields by the names that refusals use. */
    Map<String, Component> fields() {
        return Map.copyOf(fields);
    }

    private static PollBoard board(PollReading reading, PollBoard before) {
        return reading.organised(before.code()).orElse(before);
    }

    private static PollContent now(PollReading reading, PollBoard before) {
        return board(reading, before).content();
    }

    private void take(String name, Component field) {
        fields.put(name, field);
    }

    private void dress(MeetingDirectory meetings) {
        title.setLabel(words.get("poll.field.title"));
        title.setId("poll-title");
        title.setHelperText(words.get("shell.required"));
        title.setMaxLength(PollContent.LONGEST_TITLE);
        title.setValueChangeMode(ValueChangeMode.LAZY);
        title.setValueChangeTimeout(PAUSE);
        text.setLabel(words.get("poll.field.text"));
        text.setId("poll-text");
        text.setMinRows(3);
        text.setMaxLength(PollContent.LONGEST_TEXT);
        text.setValueChangeMode(ValueChangeMode.LAZY);
        text.setValueChangeTimeout(PAUSE);
        language.setLabel(words.get("poll.field.language"));
        language.setId("poll-language");
        language.setItems(Language.values());
        language.setItemLabelGenerator(Language::ownName);
        meeting.setLabel(words.get("poll.field.meeting"));
        meeting.setId("poll-meeting");
        meeting.setEmptySelectionAllowed(true);
        meeting.setEmptySelectionCaption(words.get("poll.field.meeting.none"));
        meeting.setItemLabelGenerator(of -> of == null ? words.get("poll.field.meeting.none") : words.text(of.name()));
        var offered = new LinkedHashMap<UUID, MeetingSummary>();
        meetings.open().forEach(m -> offered.put(m.key(), m));
        meetings.withARole(20).forEach(m -> offered.put(m.key(), m));
        meeting.setItems(offered.values());
        place.setLabel(words.get("poll.field.place"));
        place.setId("poll-place");
        place.setHelperText(words.get("poll.field.place.help"));
        place.setMaxLength(PollContent.LONGEST_PLACE);
        place.setValueChangeMode(ValueChangeMode.LAZY);
        place.setValueChangeTimeout(PAUSE);
        kind.setLabel(words.get("poll.field.kind"));
        kind.setId("poll-kind");
        kind.setItems(false, true);
        kind.setItemLabelGenerator(days -> words.get(days ? "poll.kind.days" : "poll.kind.times"));
        minutes.setLabel(words.get("poll.field.minutes"));
        minutes.setId("poll-minutes");
        minutes.setStepButtonsVisible(true);
        minutes.setStep(5);
        minutes.setMin(5);
        zone.setId("poll-zone");
        zone.setHelperText(words.get("poll.field.zone.help"));
        deadline.setId("poll-deadline");
        showing.setLabel(words.get("poll.field.showing"));
        showing.setId("poll-showing");
        showing.setItems(Showing.values());
        showing.setItemLabelGenerator(of -> words.get("poll.showing." + of.name()));
        // The meeting's clocks are those that its people think by.
        meeting.addValueChangeListener(e -> {
            if (e.isFromClient() && e.getValue() != null) {
                zone.setValue(ZoneId.of(e.getValue().zone()));
            }
        });
        zone.addValueChangeListener(e -> nameClocks());
    }

    private void fill(PollContent content) {
        title.setValue(content.title());
        text.setValue(content.text());
        language.setValue(content.language());
        content.meeting()
                .flatMap(key -> meeting.getListDataView()
                        .getItems()
                        .filter(m -> m.key().equals(key.value()))
                        .findFirst())
                .ifPresent(meeting::setValue);
        place.setValue(content.place());
        kind.setValue(content.wholeDays());
        minutes.setValue(content.minutes());
        zone.setValue(content.zone());
        content.deadline().ifPresent(deadline::setValue);
        showing.setValue(content.showing());
        nameClocks();
    }

    private void nameClocks() {
        deadline.setLabel(words.get("poll.field.deadline", Moments.city(words.language(), chosenZone())));
    }

    private ZoneId chosenZone() {
        return Objects.requireNonNullElse(zone.getValue(), words.zone());
    }

    private void save() {
        version = polls.change(
                poll,
                version,
                new PollContent(
                        title.getValue(),
                        text.getValue(),
                        language.getValue(),
                        Optional.ofNullable(meeting.getValue()).map(m -> new MeetingId(m.key())),
                        place.getValue(),
                        kind.getValue(),
                        Objects.requireNonNullElse(minutes.getValue(), 0),
                        chosenZone(),
                        Optional.ofNullable(deadline.getValue()),
                        showing.getValue()));
        clocksChanged.run();
    }
}
