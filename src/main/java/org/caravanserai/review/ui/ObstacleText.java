package org.caravanserai.review.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.caravanserai.review.assigning.AssignmentObstacle;
import org.caravanserai.review.assigning.AssignmentObstacle.Allowance;
import org.caravanserai.review.assigning.AssignmentObstacle.Shortage;
import org.caravanserai.shell.Words;

/** Says in words why there is no assignment, and the least that would have to give way. */
class ObstacleText extends Div {

    private static final long serialVersionUID = 1L;
    private static final int MOST_NAMED = 6;

    private final transient Words words;

    ObstacleText(Words words, AssignmentObstacle obstacle) {
        this.words = words;
        setId("assignment-obstacle");
        addClassNames("review-note", "review-refused");
        add(new H2(words.get("assigning.blocked")));
        var shortages = new UnorderedList();
        obstacle.shortages().forEach(s -> shortages.add(new ListItem(sentence(s))));
        if (!obstacle.shortages().isEmpty()) {
            add(shortages);
        }
        add(new Paragraph(words.get(obstacle.proved() ? "assigning.relax.least" : "assigning.relax.found")));
        var allowances = new UnorderedList();
        obstacle.allowances().forEach(a -> allowances.add(new ListItem(sentence(a))));
        add(allowances);
        if (!obstacle.allowable()) {
            add(new Paragraph(words.get("assigning.relax.groups")));
        }
    }

    private String sentence(Shortage shortage) {
        var proposals = some(shortage.proposals(), p -> words.text(p.title()));
        var reviewers = some(shortage.reviewers(), words::name);
        if (shortage.ofWork()) {
            return words.get("assigning.short.work", reviewers, shortage.needed(), shortage.available());
        }
        var group = shortage.group()
                .map(g -> words.get("assigning.group." + g.name()))
                .orElse(words.get("assigning.group.all"));
        return shortage.reviewers().isEmpty()
                ? words.get("assigning.short.nobody", proposals, shortage.needed(), shortage.available(), group)
                : words.get(
                        "assigning.short.limits", proposals, shortage.needed(), shortage.available(), group, reviewers);
    }

    private String sentence(Allowance allowance) {
        return switch (allowance) {
            case Allowance.FewerReviews(var work, var by) ->
                words.get("assigning.relax.fewer", words.text(work.title()), by);
            case Allowance.MoreLoad(var name, var by) -> words.get("assigning.relax.more", words.name(name), by);
            case Allowance.LowerLeast(var name, var by) -> words.get("assigning.relax.lower", words.name(name), by);
            case Allowance.FewerOfGroup(var work, var group, var by) ->
                words.get(
                        "assigning.relax.group",
                        words.text(work.title()),
                        words.get("assigning.group." + group.name()),
                        by);
        };
    }

    private <T> String some(List<T> all, Function<T, String> text) {
        var named = all.stream().limit(MOST_NAMED).map(text).collect(Collectors.joining(", "));
        return all.size() > MOST_NAMED ? words.get("assigning.andMore", named, all.size() - MOST_NAMED) : named;
    }
}
