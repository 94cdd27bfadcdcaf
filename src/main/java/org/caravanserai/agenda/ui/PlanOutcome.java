package org.caravanserai.agenda.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.caravanserai.agenda.AgendaBoard;
import org.caravanserai.agenda.AgendaPlacing;
import org.caravanserai.agenda.PlacingResult;
import org.caravanserai.agenda.planning.AgendaPlanning;
import org.caravanserai.agenda.planning.PlanMove;
import org.caravanserai.agenda.planning.PlanPicture;
import org.caravanserai.agenda.planning.PlanStanding;
import org.caravanserai.agenda.planning.PlanStanding.Clash;
import org.caravanserai.agenda.planning.Scenarios;
import org.caravanserai.shell.Notices;
import org.caravanserai.shell.Problems;
import org.caravanserai.shell.StatusBadge;
import org.caravanserai.shell.Tone;
import org.caravanserai.shell.Words;
import org.caravanserai.text.Refusal;

/** How the optimiser's run stands, what would change, and the button that adopts it. */
class PlanOutcome extends Section {

    private static final long serialVersionUID = 1L;

    private final transient AgendaBoard board;
    private final transient AgendaPlanning planning;
    private final transient Scenarios scenarios;
    private final transient AgendaPlacing placing;
    private final transient SpotText spots;
    private final Words words;

    PlanOutcome(
            AgendaBoard board,
            AgendaPlanning planning,
            Scenarios scenarios,
            AgendaPlacing placing,
            SpotText spots,
            Words words) {
        this.board = board;
        this.planning = planning;
        this.scenarios = scenarios;
        this.placing = placing;
        this.spots = spots;
        this.words = words;
        setId("optimiser-outcome");
        addClassName("optimiser-outcome");
    }

    /** Shows how it stands now. */
    void show() {
        removeAll();
        var standing = planning.look(board.meeting());
        setVisible(!(standing instanceof PlanStanding.None));
        switch (standing) {
            case PlanStanding.None() -> {
                // Nothing was asked for: the form above says what can be.
            }
            case PlanStanding.Running(var picture, var since, var elapsed) -> running(picture, since, elapsed);
            case PlanStanding.Ready ready -> ready(ready);
            case PlanStanding.Interrupted interrupted -> interrupted(interrupted);
            case PlanStanding.Repaired repaired -> repaired(repaired);
            case PlanStanding.NoRepair none -> {
                add(new H2(words.get("optimiser.noRepair")), new Paragraph(words.get("optimiser.noRepair.help")));
                clashes(none.clashes());
                add(actions());
            }
            case PlanStanding.Failed() -> add(new H2(words.get("optimiser.failed")), actions());
        }
    }

    private void running(PlanPicture picture, Instant since, Duration elapsed) {
        var heading = new H2(words.get("optimiser.working"));
        var most = picture.order().rules().seconds();
        var bar = new ProgressBar(0, most, 0);
        if (picture.order().trouble().isPresent()) {
            bar.setIndeterminate(true);
        } else {
            bar.setValue(Math.clamp(elapsed.toSeconds(), 0, most));
        }
        bar.getElement().setAttribute("aria-label", words.get("optimiser.working"));
        var stop = OptimiserView.button("optimiser-stop", words.get("optimiser.stop"), "check", () -> {
            planning.stop(board.meeting());
            show();
        });
        add(
                heading,
                bar,
                new Paragraph(words.get("optimiser.since", words.ownTime(since))),
                quality(picture),
                costs(picture),
                new Paragraph(words.get("optimiser.safe")),
                stop);
    }

    private Component quality(PlanPicture picture) {
        var line = new Div();
        line.addClassName("optimiser-quality");
        line.getElement().setAttribute("role", "status");
        line.add(
                picture.hard() == 0
                        ? new StatusBadge(words.get("optimiser.noHard"), Tone.DONE)
                        : new StatusBadge(words.get("optimiser.hard", picture.hardBreaks()), Tone.DANGER));
        var gap = new Div();
        gap.addClassName("optimiser-gap");
        gap.setText(
                picture.gap() == 0 ? words.get("optimiser.best") : words.get("optimiser.gap", percent(picture.gap())));
        line.add(gap);
        line.add(new Paragraph(words.get(
                "optimiser.numbers",
                words.number(picture.best().total() - picture.hard()),
                words.number(Math.min(picture.bound(), picture.best().total())))));
        return line;
    }

    private String percent(double part) {
        var format = com.ibm.icu.text.NumberFormat.getPercentInstance(
                words.language().icuLocale());
        format.setMaximumFractionDigits(1);
        return format.format(part);
    }

    private Component costs(PlanPicture picture) {
        return new CostTable(
                words,
                new CostTable.Columns(
                        words.get("optimiser.broken"), words.get("optimiser.now"), words.get("optimiser.then")),
                picture.before(),
                picture.best(),
                picture.weights());
    }

    private void ready(PlanStanding.Ready ready) {
        var moves = planning.difference(board.meeting());
        add(
                new H2(words.get("optimiser.ready")),
                new Paragraph(words.get("optimiser.took", seconds(ready.took()))),
                quality(ready.picture()),
                costs(ready.picture()));
        clashes(ready.clashes());
        ready.leftOut().forEach(problem -> add(new Paragraph(words.get(problem))));
        difference(moves);
    }

    private void interrupted(PlanStanding.Interrupted interrupted) {
        add(
                new H2(words.get("optimiser.interrupted")),
                new Paragraph(words.get(
                        interrupted.found() ? "optimiser.interrupted.kept" : "optimiser.interrupted.nothing",
                        words.ownTime(interrupted.since()))));
        if (interrupted.found()) {
            add(quality(interrupted.picture()), costs(interrupted.picture()));
            difference(planning.difference(board.meeting()));
        } else {
            add(actions());
        }
    }

    private void repaired(PlanStanding.Repaired repaired) {
        var moves = planning.difference(board.meeting());
        add(
                new H2(words.get("optimiser.repaired", repaired.moves())),
                new StatusBadge(
                        words.get(repaired.proven() ? "optimiser.fewest" : "optimiser.notProven"),
                        repaired.proven() ? Tone.DONE : Tone.WAITING),
                new Paragraph(words.get("optimiser.repaired.help")),
                new Paragraph(words.get("optimiser.took", seconds(repaired.took()))));
        difference(moves);
    }

    private String seconds(Duration took) {
        var format = com.ibm.icu.text.NumberFormat.getInstance(words.language().icuLocale());
        format.setMaximumFractionDigits(1);
        return format.format(took.toMillis() / 1000.0);
    }

    private void clashes(List<Clash> clashes) {
        if (clashes.isEmpty()) {
            return;
        }
        var list = new UnorderedList();
        clashes.forEach(clash -> list.add(new ListItem(sentence(clash))));
        var box = new Div(new Paragraph(words.get("optimiser.clashes")), list);
        box.addClassName("optimiser-clashes");
        add(box);
    }

    private String sentence(Clash clash) {
        return switch (clash) {
            case Clash.Takes(var session) -> words.get("optimiser.clash.takes", words.text(session));
            case Clash.Stays(var session) -> words.get("optimiser.clash.stays", words.text(session));
            case Clash.Suits(var session) -> words.get("optimiser.clash.suits", words.text(session));
            case Clash.OneInRoom(var room) -> words.get("optimiser.clash.room", words.text(room));
            case Clash.OneForPerson(var person) -> words.get("optimiser.clash.person", words.name(person));
            case Clash.FreeBetween(var room) -> words.get("optimiser.clash.between", words.text(room));
            case Clash.OnTheWay(var person) -> words.get("optimiser.clash.way", words.name(person));
            case Clash.OneOfTopic(var topic) -> words.get("optimiser.clash.topic", words.text(topic));
            case Clash.Apart(var one, var other) ->
                words.get("optimiser.clash.apart", words.text(one), words.text(other));
            case Clash.InOrder(var first, var second) ->
                words.get("optimiser.clash.order", words.text(first), words.text(second));
        };
    }

    private void difference(List<PlanMove> moves) {
        if (moves.isEmpty()) {
            add(new Paragraph(words.get("optimiser.same")), actions());
            return;
        }
        var adopt = OptimiserView.button(
                "optimiser-adopt", words.get("optimiser.adopt", moves.size()), "check", () -> adopt(moves));
        adopt.addThemeVariants(ButtonVariant.PRIMARY);
        add(new H2(words.get("optimiser.difference")), spots.moves(moves), keeping(), actions(adopt));
    }

    private Component keeping() {
        var name = new TextField(words.get("optimiser.scenario.name"));
        name.setId("optimiser-scenario-name");
        name.setMaxLength(120);
        var problems = new Problems();
        var keep = OptimiserView.button("optimiser-keep", words.get("optimiser.scenario.keep"), "copy", () -> {
            problems.clear();
            try {
                scenarios.keepPlan(board.meeting(), name.getValue());
                Notices.done(words.get("optimiser.scenario.kept", name.getValue()));
                name.clear();
            } catch (Refusal refusal) {
                problems.show(refusal, Map.of("name", name));
            }
        });
        var line = new Div(name, keep);
        line.addClassName("optimiser-keeping");
        return new Div(problems, line);
    }

    private Component actions(Component... first) {
        var line = new Div(first);
        line.addClassName("optimiser-actions");
        line.add(OptimiserView.button("optimiser-forget", words.get("optimiser.forget"), "close", () -> {
            planning.forget(board.meeting());
            show();
        }));
        return line;
    }

    private void adopt(List<PlanMove> moves) {
        Adopting.adopt(
                words,
                moves,
                () -> planning.adopt(board.meeting(), moves),
                () -> placing.undo(board.meeting()),
                this::adopted);
    }

    private void adopted(PlacingResult result) {
        if (result instanceof PlacingResult.Done) {
            planning.forget(board.meeting());
        }
        show();
    }
}
