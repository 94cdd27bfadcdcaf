package org.caravanserai.agenda.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.caravanserai.agenda.AgendaBoard;
import org.caravanserai.agenda.AgendaPlacing;
import org.caravanserai.agenda.PlacingResult;
import org.caravanserai.agenda.planning.Scenarios;
import org.caravanserai.agenda.planning.Scenarios.ScenarioSummary;
import org.caravanserai.shell.Notices;
import org.caravanserai.shell.Problems;
import org.caravanserai.shell.Words;
import org.caravanserai.text.Refusal;

/** The scenarios of a meeting's agenda: made, compared, adopted and deleted. */
class ScenariosPanel extends Div {

    private static final long serialVersionUID = 1L;

    private final transient AgendaBoard board;
    private final transient Scenarios scenarios;
    private final transient AgendaPlacing placing;
    private final transient SpotText spots;
    private final Words words;
    private final Div list = new Div();
    private final Section comparison = new Section();

    ScenariosPanel(AgendaBoard board, Scenarios scenarios, AgendaPlacing placing, SpotText spots, Words words) {
        this.board = board;
        this.scenarios = scenarios;
        this.placing = placing;
        this.spots = spots;
        this.words = words;
        addClassName("optimiser-scenarios");
        comparison.setId("scenario-comparison");
        comparison.setVisible(false);
        add(new Paragraph(words.get("optimiser.scenario.help")), making(), list, comparison);
        showList();
    }

    private Component making() {
        var name = new TextField(words.get("optimiser.scenario.name"));
        name.setId("scenario-name");
        name.setMaxLength(120);
        var problems = new Problems();
        var copy = OptimiserView.button("scenario-copy", words.get("optimiser.scenario.copy"), "copy", () -> {
            problems.clear();
            try {
                scenarios.copy(board.meeting(), name.getValue());
                Notices.done(words.get("optimiser.scenario.kept", name.getValue()));
                name.clear();
                showList();
            } catch (Refusal refusal) {
                problems.show(refusal, Map.of("name", name));
            }
        });
        var line = new Div(name, copy);
        line.addClassName("optimiser-keeping");
        return new Div(problems, line);
    }

    private void showList() {
        list.removeAll();
        comparison.setVisible(false);
        var all = scenarios.list(board.meeting());
        if (all.isEmpty()) {
            list.add(new Paragraph(words.get("optimiser.scenario.none")));
        }
        all.forEach(scenario -> list.add(card(scenario, all)));
    }

    private Component card(ScenarioSummary scenario, List<ScenarioSummary> all) {
        var with = new Select<ScenarioSummary>();
        with.setLabel(words.get("optimiser.scenario.with"));
        with.setItems(all.stream().filter(other -> !other.equals(scenario)).toList());
        with.setEmptySelectionAllowed(true);
        with.setEmptySelectionCaption(words.get("optimiser.scenario.working"));
        with.setItemLabelGenerator(other -> other == null ? words.get("optimiser.scenario.working") : other.name());
        var compare = OptimiserView.button(
                "compare-" + scenario.key(),
                words.get("optimiser.scenario.compare"),
                "search",
                () -> compare(scenario, Optional.ofNullable(with.getValue())));
        var delete = OptimiserView.button(
                "delete-" + scenario.key(), words.get("optimiser.scenario.delete"), "trash", () -> delete(scenario));
        var open = new Anchor(
                "/app/meetings/" + board.slug() + "/agenda/scenarios/" + scenario.key(),
                words.get("optimiser.scenario.open"));
        var actions = new Div(open, with, compare, delete);
        actions.addClassName("optimiser-keeping");
        var card = new Section(
                new H2(scenario.name()),
                new Paragraph(words.get("optimiser.scenario.made", words.ownMoment(scenario.madeAt()))),
                actions);
        card.addClassName("optimiser-scenario");
        return card;
    }

    private void compare(ScenarioSummary scenario, Optional<ScenarioSummary> other) {
        var shown = scenarios.compare(board.meeting(), scenario.key(), other.map(ScenarioSummary::key));
        var second = other.map(ScenarioSummary::name).orElseGet(() -> words.get("optimiser.scenario.working"));
        comparison.removeAll();
        comparison.setVisible(true);
        comparison.add(
                new H2(words.get("optimiser.scenario.between", scenario.name(), second)),
                new CostTable(
                        words,
                        new CostTable.Columns(words.get("optimiser.broken"), second, scenario.name()),
                        shown.second(),
                        shown.first(),
                        shown.weights()));
        if (shown.moves().isEmpty()) {
            comparison.add(new Paragraph(words.get("optimiser.same")));
        } else {
            comparison.add(spots.moves(shown.moves()));
            if (other.isEmpty()) {
                var adopt = OptimiserView.button(
                        "scenario-adopt",
                        words.get("optimiser.adopt", shown.moves().size()),
                        "check",
                        () -> adopt(scenario, shown));
                adopt.addThemeVariants(ButtonVariant.PRIMARY);
                comparison.add(adopt);
            }
        }
        comparison.scrollIntoView();
    }

    private void adopt(ScenarioSummary scenario, Scenarios.Comparison shown) {
        Adopting.adopt(
                words,
                shown.moves(),
                () -> scenarios.adopt(board.meeting(), shown.moves()),
                () -> placing.undo(board.meeting()),
                result -> {
                    if (result instanceof PlacingResult.Done) {
                        comparison.setVisible(false);
                    } else {
                        compare(scenario, Optional.empty());
                    }
                });
    }

    private void delete(ScenarioSummary scenario) {
        scenarios.delete(board.meeting(), scenario.key());
        showList();
        Notices.done(words.get("optimiser.scenario.deleted", scenario.name()), () -> {
            scenarios.restore(board.meeting(), scenario.key());
            showList();
        });
    }
}
