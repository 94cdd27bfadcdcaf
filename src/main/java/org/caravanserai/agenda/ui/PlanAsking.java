package org.caravanserai.agenda.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.timepicker.TimePicker;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.caravanserai.agenda.AgendaBoard;
import org.caravanserai.agenda.AgendaBoard.BoardPerson;
import org.caravanserai.agenda.AgendaBoard.BoardRoom;
import org.caravanserai.agenda.planning.AgendaPlanning;
import org.caravanserai.agenda.planning.Concern;
import org.caravanserai.agenda.planning.Concern.Emphasis;
import org.caravanserai.agenda.planning.PlanOrder;
import org.caravanserai.agenda.planning.PlanOrder.Aim;
import org.caravanserai.agenda.planning.PlanOrder.Trouble;
import org.caravanserai.agenda.planning.PlanRules;
import org.caravanserai.shell.Fields;
import org.caravanserai.shell.Problems;
import org.caravanserai.shell.Words;
import org.caravanserai.text.Refusal;

/** What the optimiser is asked to do, and by which rules. */
class PlanAsking extends Section {

    private static final long serialVersionUID = 1L;

    private final transient AgendaBoard board;
    private final transient AgendaPlanning planning;
    private final Words words;
    private final transient Runnable begun;
    private final Problems problems = new Problems();
    private final RadioButtonGroup<Aim> aim = new RadioButtonGroup<>();
    private final Div trouble = new Div();
    private final Select<Trouble.Kind> kind = new Select<>();
    private final ComboBox<BoardPerson> person = new ComboBox<>();
    private final Select<BoardRoom> room = new Select<>();
    private final Select<LocalDate> day = new Select<>();
    private final TimePicker dayStart = Fields.time("");
    private final TimePicker dayEnd = Fields.time("");
    private final Select<Integer> grid = new Select<>();
    private final Select<Integer> seconds = new Select<>();
    private final Select<PlanRules.TopicDays> topicDays = new Select<>();
    private final transient Map<Concern, Select<Emphasis>> concerns = new EnumMap<>(Concern.class);

    PlanAsking(AgendaBoard board, AgendaPlanning planning, Words words, Runnable begun) {
        this.board = board;
        this.planning = planning;
        this.words = words;
        this.begun = begun;
        addClassName("optimiser-asking");
        var rules = planning.rules(board.meeting());
        aim.setId("optimiser-aim");
        aim.setLabel(words.get("optimiser.aim"));
        aim.setItems(Aim.values());
        aim.setItemLabelGenerator(each -> words.get("optimiser.aim." + each.name()));
        aim.addValueChangeListener(e -> showTrouble());
        var anyPlaced =
                board.sessions().stream().anyMatch(session -> session.place().isPresent());
        var start = OptimiserView.button("optimiser-start", words.get("optimiser.start"), "arrow-right", this::start);
        start.addThemeVariants(ButtonVariant.PRIMARY);
        add(
                new H2(words.get("optimiser.what")),
                new Paragraph(words.get("optimiser.what.help")),
                problems,
                aim,
                troubleFields(),
                ruleFields(rules),
                start);
        aim.setValue(anyPlaced ? Aim.IMPROVE : Aim.BUILD);
    }

    private Component troubleFields() {
        trouble.addClassName("optimiser-fields");
        kind.setId("optimiser-trouble");
        kind.setLabel(words.get("optimiser.trouble"));
        kind.setItems(Trouble.Kind.values());
        kind.setItemLabelGenerator(each -> words.get("optimiser.trouble." + each.name()));
        kind.setValue(Trouble.Kind.ROOM_LOST);
        kind.addValueChangeListener(e -> showTrouble());
        person.setId("optimiser-person");
        person.setLabel(words.get("optimiser.person"));
        person.setItems(people());
        person.setItemLabelGenerator(each -> words.name(each.name()));
        room.setId("optimiser-room");
        room.setLabel(words.get("agenda.board.room"));
        room.setItems(board.rooms());
        room.setItemLabelGenerator(each -> words.text(each.name()));
        day.setId("optimiser-day");
        day.setLabel(words.get("agenda.board.day"));
        day.setItems(board.days());
        day.setEmptySelectionAllowed(true);
        day.setEmptySelectionCaption(words.get("optimiser.allDays"));
        day.setItemLabelGenerator(each -> each == null ? words.get("optimiser.allDays") : words.day(each));
        trouble.add(kind, person, room, day);
        return trouble;
    }

    private List<BoardPerson> people() {
        var people = new LinkedHashMap<UUID, BoardPerson>();
        board.sessions().forEach(session -> session.people().forEach(each -> people.put(each.key(), each)));
        var sorted = new ArrayList<>(people.values());
        sorted.sort(Comparator.comparing(
                each -> words.name(each.name()),
                com.ibm.icu.text.Collator.getInstance(words.language().icuLocale())));
        return sorted;
    }

    private Component ruleFields(PlanRules rules) {
        dayStart.setId("optimiser-start-of-day");
        dayStart.setLabel(words.get("optimiser.dayStart", words.text(board.city())));
        dayStart.setStep(Duration.ofMinutes(30));
        dayStart.setValue(rules.dayStart());
        dayEnd.setId("optimiser-end-of-day");
        dayEnd.setLabel(words.get("optimiser.dayEnd", words.text(board.city())));
        dayEnd.setStep(Duration.ofMinutes(30));
        dayEnd.setValue(rules.dayEnd());
        grid.setLabel(words.get("optimiser.grid"));
        grid.setItems(PlanRules.GRIDS);
        grid.setItemLabelGenerator(each -> words.get("agenda.board.minutes", each));
        grid.setValue(rules.grid());
        seconds.setId("optimiser-seconds");
        seconds.setLabel(words.get("optimiser.time"));
        seconds.setItems(PlanRules.SECONDS);
        seconds.setItemLabelGenerator(
                each -> each < 60 ? words.get("optimiser.seconds", each) : words.get("optimiser.minutes", each / 60));
        seconds.setValue(rules.seconds());
        topicDays.setLabel(words.get("optimiser.topicDays"));
        topicDays.setItems(PlanRules.TopicDays.values());
        topicDays.setItemLabelGenerator(each -> words.get("optimiser.topicDays." + each.name()));
        topicDays.setValue(rules.topicDays());
        var times = new Div(dayStart, dayEnd, grid, seconds);
        times.addClassName("optimiser-fields");
        var weights = new Div();
        weights.addClassName("optimiser-concerns");
        for (var concern : Concern.values()) {
            var select = new Select<Emphasis>();
            select.setLabel(words.get("optimiser.concern." + concern.name()));
            select.setItems(Emphasis.values());
            select.setItemLabelGenerator(each -> words.get("optimiser.emphasis." + each.name()));
            select.setValue(rules.emphasis(concern));
            select.setHelperText(words.get("optimiser.concern." + concern.name() + ".help"));
            concerns.put(concern, select);
            weights.add(select);
        }
        weights.add(topicDays);
        var details = new Details(
                words.get("optimiser.rules"), new Paragraph(words.get("optimiser.rules.help")), times, weights);
        details.setId("optimiser-rules");
        return details;
    }

    private void showTrouble() {
        trouble.setVisible(aim.getValue() == Aim.REPAIR);
        person.setVisible(kind.getValue() == Trouble.Kind.PERSON_AWAY);
        room.setVisible(kind.getValue() == Trouble.Kind.ROOM_LOST);
    }

    private void start() {
        problems.clear();
        try {
            planning.begin(
                    board.meeting(),
                    new PlanOrder(
                            aim.getValue(),
                            rules(),
                            aim.getValue() == Aim.REPAIR ? Optional.of(whatHappened()) : Optional.empty()));
            begun.run();
        } catch (Refusal refusal) {
            problems.show(
                    refusal,
                    Map.of("dayEnd", dayEnd, "dayStart", dayStart, "room", room, "person", person, "day", day));
        }
    }

    private PlanRules rules() {
        var emphases = new EnumMap<Concern, Emphasis>(Concern.class);
        concerns.forEach((concern, select) -> emphases.put(concern, select.getValue()));
        return new PlanRules(
                Optional.ofNullable(dayStart.getValue())
                        .orElseThrow(() -> Refusal.at("dayStart", "optimiser.hours.missing")),
                Optional.ofNullable(dayEnd.getValue())
                        .orElseThrow(() -> Refusal.at("dayEnd", "optimiser.hours.missing")),
                grid.getValue(),
                seconds.getValue(),
                topicDays.getValue(),
                emphases);
    }

    private Trouble whatHappened() {
        return switch (Objects.requireNonNull(kind.getValue())) {
            case PERSON_AWAY ->
                new Trouble(
                        Trouble.Kind.PERSON_AWAY,
                        Optional.ofNullable(person.getValue())
                                .map(BoardPerson::key)
                                .orElseThrow(() -> Refusal.at("person", "optimiser.trouble.person")),
                        day.getValue());
            case ROOM_LOST ->
                new Trouble(
                        Trouble.Kind.ROOM_LOST,
                        Optional.ofNullable(room.getValue())
                                .map(BoardRoom::key)
                                .orElseThrow(() -> Refusal.at("room", "optimiser.trouble.room")),
                        day.getValue());
            case DAY_CLOSED ->
                new Trouble(
                        Trouble.Kind.DAY_CLOSED,
                        null,
                        Optional.ofNullable(day.getValue())
                                .orElseThrow(() -> Refusal.at("day", "optimiser.trouble.day")));
        };
    }
}
