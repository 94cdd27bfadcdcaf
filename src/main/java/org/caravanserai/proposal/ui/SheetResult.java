package org.caravanserai.proposal.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.virtuallist.VirtualList;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.caravanserai.people.Countries;
import org.caravanserai.people.PersonId;
import org.caravanserai.proposal.ProposalImport.Candidate;
import org.caravanserai.proposal.ProposalImport.Choices;
import org.caravanserai.proposal.ProposalImport.DryRun;
import org.caravanserai.proposal.ProposalImport.Offer;
import org.caravanserai.proposal.SheetUpload;
import org.caravanserai.proposal.sheet.SheetProblem;
import org.caravanserai.proposal.sheet.SheetProblem.Weight;
import org.caravanserai.shell.StatusBadge;
import org.caravanserai.shell.Tone;
import org.caravanserai.shell.Words;

/** What taking a sheet in would do: counts, every problem, people who may be known, and the button that does it. */
class SheetResult extends Section {

    private static final long serialVersionUID = 1L;
    private static final int MOST_OFFERS = 100;
    private static final int MOST_ROWS = 8;

    private final transient SheetUpload.Waiting waiting;
    private final transient DryRun run;
    private final transient TargetWords targets;
    private final Words words;
    private final Checkbox leaveOut = new Checkbox();
    private final Button take = new Button();
    private final transient Map<String, PersonId> same = new HashMap<>();

    /** @param taken is told the organiser's choices when she takes the sheet in */
    SheetResult(SheetUpload.Waiting waiting, DryRun run, Words words, Consumer<Choices> taken) {
        this.waiting = waiting;
        this.run = run;
        this.words = words;
        this.targets = new TargetWords(words, waiting.surroundings());
        setId("sheet-result");
        getElement().setAttribute("tabindex", "-1");
        add(new H2(words.get("sheet.section.result")), counts(), problems());
        if (!run.offers().isEmpty()) {
            add(offers());
        }
        leaveOut.setId("sheet-leave-out");
        leaveOut.setLabel(words.get("sheet.leaveOut", run.knownRows().size()));
        leaveOut.setVisible(!run.knownRows().isEmpty());
        leaveOut.addValueChangeListener(e -> offerTaking());
        take.setId("sheet-take");
        take.addThemeVariants(ButtonVariant.PRIMARY);
        take.setDisableOnClick(true);
        take.addClickListener(e -> taken.accept(new Choices(leaveOut.getValue(), Map.copyOf(same))));
        offerTaking();
        add(new Div(leaveOut), new Paragraph(words.get("sheet.result.noMail")), take);
    }

    private void offerTaking() {
        take.setText(words.get("sheet.take", run.made(leaveOut.getValue())));
        take.setEnabled(run.possible(leaveOut.getValue()));
    }

    private Component counts() {
        var counts = new Div(
                new Paragraph(words.get("sheet.result.made", run.rows())),
                new Paragraph(words.get("sheet.result.people", run.newPeople(), run.knownPeople())));
        if (run.withoutPeople() > 0) {
            counts.add(new Paragraph(words.get("sheet.result.nobody", run.withoutPeople())));
        }
        var states = new Div();
        states.addClassName("sheet-counts");
        run.byState()
                .forEach((state, count) ->
                        states.add(new Span(ProposalStates.badge(words, state), new Span(" " + count))));
        run.byType()
                .forEach((type, count) -> waiting.surroundings()
                        .type(type)
                        .ifPresent(t -> states.add(new Span(words.text(t.name()) + " " + count))));
        counts.add(states);
        return counts;
    }

    private Component problems() {
        if (run.problems().isEmpty()) {
            return new StatusBadge(words.get("sheet.result.none"), Tone.DONE);
        }
        var byWeight = run.problems().stream()
                .collect(Collectors.groupingBy(p -> p.kind().weight(), Collectors.counting()));
        var counts = new Div();
        counts.addClassName("sheet-counts");
        for (var weight : Weight.values()) {
            var count = byWeight.getOrDefault(weight, 0L);
            if (count > 0) {
                counts.add(new StatusBadge(words.get("sheet.weight." + weight.name(), count), tone(weight)));
            }
        }
        var list = new VirtualList<SheetProblem>();
        list.setId("sheet-problems");
        list.addClassName("sheet-problems");
        list.setRenderer(new ComponentRenderer<>(this::problem));
        list.setItems(run.problems());
        var show = new Select<String>();
        show.setId("sheet-show");
        show.setLabel(words.get("sheet.show"));
        var kinds = new java.util.ArrayList<>(List.of(""));
        run.problems().stream().map(p -> p.kind().name()).distinct().sorted().forEach(kinds::add);
        show.setItems(kinds);
        show.setItemLabelGenerator(kind ->
                kind.isEmpty() ? words.get("sheet.show.all", run.problems().size()) : words.get("sheet.kind." + kind));
        show.setValue("");
        show.addValueChangeListener(e -> list.setItems(run.problems().stream()
                .filter(p -> e.getValue().isEmpty() || p.kind().name().equals(e.getValue()))
                .toList()));
        return new Div(counts, show, list);
    }

    private Component problem(SheetProblem problem) {
        var place = new Span(
                problem.column() == SheetProblem.WHOLE_ROW
                        ? words.get("sheet.place", problem.row())
                        : words.get(
                                "sheet.place.column",
                                problem.row(),
                                TargetWords.letters(problem.column()),
                                targets.column(waiting.table(), problem.column())));
        place.addClassName("sheet-place");
        var arguments = problem.arguments().stream()
                .map(a -> a instanceof String text && text.length() > 120 ? text.substring(0, 120) + "…" : a)
                .toArray();
        var line = new Div(
                new StatusBadge(
                        words.get("sheet.kind." + problem.kind().name()),
                        tone(problem.kind().weight())),
                place,
                new Div(words.get("sheet.problem." + problem.kind().name(), arguments)));
        line.addClassName("sheet-problem");
        return line;
    }

    private static Tone tone(Weight weight) {
        return switch (weight) {
            case STOPS -> Tone.DANGER;
            case KNOWN -> Tone.WAITING;
            case NOTE -> Tone.NEUTRAL;
        };
    }

    private Component offers() {
        var body = new Div(new Paragraph(words.get("sheet.offers.help")));
        run.offers().stream().limit(MOST_OFFERS).forEach(offer -> body.add(offer(offer)));
        if (run.offers().size() > MOST_OFFERS) {
            body.add(new Paragraph(words.get("sheet.offers.more", run.offers().size() - MOST_OFFERS)));
        }
        var details = new Details(words.get("sheet.offers", run.offers().size()), body);
        details.setId("sheet-offers");
        return details;
    }

    private Component offer(Offer offer) {
        var name = words.name(offer.name());
        var who = new Select<Candidate>();
        who.setLabel(words.get("sheet.offer.who", name));
        who.setHelperText(String.join(
                " · ",
                java.util.stream.Stream.of(
                                offer.affiliation(),
                                words.get(
                                        "sheet.offer.rows",
                                        offer.rows().stream()
                                                        .limit(MOST_ROWS)
                                                        .map(String::valueOf)
                                                        .collect(Collectors.joining(", "))
                                                + (offer.rows().size() > MOST_ROWS ? ", …" : "")))
                        .filter(s -> !s.isEmpty())
                        .toList()));
        who.setEmptySelectionAllowed(true);
        who.setEmptySelectionCaption(words.get("sheet.offer.new"));
        who.setItems(offer.candidates());
        who.setItemLabelGenerator(candidate -> candidate == null ? words.get("sheet.offer.new") : label(candidate));
        who.addClassName("sheet-offer");
        who.addValueChangeListener(e -> {
            if (e.getValue() == null) {
                same.remove(offer.key());
            } else {
                same.put(offer.key(), e.getValue().person());
            }
        });
        return who;
    }

    private String label(Candidate candidate) {
        return String.join(
                " · ",
                java.util.stream.Stream.of(
                                words.name(candidate.name()),
                                candidate.affiliation(),
                                Countries.name(words.language(), candidate.country()))
                        .filter(s -> !s.isEmpty())
                        .toList());
    }
}
