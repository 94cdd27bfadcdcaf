package org.caravanserai.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;

/** Home is "what next": the few things that wait for the acting person; below, how things stand. */
@Route(value = "", layout = MainLayout.class)
@PermitAll
class HomeView extends Div implements HasDynamicTitle {

    private static final long serialVersionUID = 1L;
    private static final int MOST = 5;

    private final Words words = Words.here();

    HomeView(
            ObjectProvider<NextStepContribution> contributions,
            ObjectProvider<MenuContribution> menu,
            ObjectProvider<StandingContribution> standings) {
        addClassNames("view", "home");
        add(new PageHeader(words.get("shell.home.title")));
        var steps = contributions
                .orderedStream()
                .flatMap(c -> c.steps().stream())
                .sorted(Comparator.comparingInt(NextStep::urgency)
                        .reversed()
                        .thenComparing(step -> Objects.requireNonNullElse(step.due(), Instant.MAX)))
                .toList();
        add(steps.isEmpty() ? nothing() : list(steps));
        var items = menu.orderedStream()
                .flatMap(c -> c.items().stream())
                .sorted(Comparator.comparingInt(MenuItem::order))
                .toList();
        var groups = menu.orderedStream().flatMap(c -> c.groups().stream()).toList();
        var figures = standings
                .orderedStream()
                .flatMap(c -> c.standings().stream())
                .sorted(Comparator.comparingInt(Standing::order))
                .toList();
        if (!figures.isEmpty() || !groups.isEmpty()) {
            add(standing(figures, groups, items));
        }
    }

    @Override
    public String getPageTitle() {
        return words.get("shell.home.title") + " · Caravanserai";
    }

    private Component nothing() {
        var meetings = new Anchor("/", words.get("shell.home.meetings"));
        meetings.setRouterIgnore(true);
        return new EmptyState(words.get("shell.home.nothing"), meetings);
    }

    private Component list(List<NextStep> steps) {
        var list = new OrderedList();
        list.addClassName("next-steps");
        for (int i = 0; i < Math.min(steps.size(), MOST); i++) {
            list.add(step(steps.get(i), i == 0));
        }
        var section = new Section(list);
        if (steps.size() > MOST) {
            section.add(new Paragraph(words.get("shell.home.more", steps.size() - MOST)));
        }
        return section;
    }

    private Component step(NextStep step, boolean first) {
        var text = new Div(new Paragraph(step.sentence()));
        text.addClassName("next-step-words");
        var due = step.due();
        var zone = step.zone();
        if (due != null && zone != null) {
            var city = Objects.requireNonNullElse(step.city(), zone.getId());
            var line = new Div(Icons.of("clock"), new TimeText(due, zone, city));
            line.addClassName("next-step-due");
            text.add(line);
        }
        var button = new Button(step.buttonLabel(), e -> {
            var place = new Location(step.path());
            UI.getCurrentOrThrow().navigate(place.getPath(), place.getQueryParameters());
        });
        if (first) {
            button.addThemeVariants(ButtonVariant.PRIMARY);
        }
        var item = new ListItem(text, button);
        item.addClassName("next-step");
        return item;
    }

    private Component standing(List<Standing> all, List<MenuGroup> groups, List<MenuItem> items) {
        var section = new Section(new H2(words.get("shell.home.standing")));
        section.addClassName("standings");
        var own = all.stream().filter(of -> of.group().isEmpty()).toList();
        if (!own.isEmpty()) {
            var heading = items.stream()
                    .filter(item -> item.path().equals(own.getFirst().path()))
                    .map(MenuItem::label)
                    .findFirst()
                    .orElse("");
            section.add(panel(heading, "", own, List.of()));
        }
        for (var group : groups) {
            var figures =
                    all.stream().filter(of -> of.group().equals(group.path())).toList();
            var places = items.stream().filter(group::has).toList();
            if (!figures.isEmpty() || !places.isEmpty()) {
                section.add(panel(group.name(), group.line(), figures, places));
            }
        }
        return section;
    }

    private static Component panel(String name, String line, List<Standing> figures, List<MenuItem> places) {
        var panel = new Article();
        panel.addClassName("standing");
        if (!name.isEmpty()) {
            panel.add(new H3(name));
        }
        if (!line.isEmpty()) {
            var under = new Paragraph(line);
            under.addClassName("muted");
            panel.add(under);
        }
        if (!figures.isEmpty()) {
            var numbers = new UnorderedList();
            numbers.addClassName("figures");
            figures.forEach(figure -> numbers.add(new ListItem(figure(figure))));
            panel.add(numbers);
        }
        if (!places.isEmpty()) {
            var links = new UnorderedList();
            links.addClassName("places");
            places.forEach(place -> links.add(new ListItem(new Anchor("/app/" + place.path(), place.label()))));
            panel.add(links);
        }
        return panel;
    }

    private static Component figure(Standing of) {
        var value = new Span(of.value());
        value.addClassName("figure-value");
        var label = new Span(of.label());
        label.addClassName("figure-label");
        var link = new Anchor("/app/" + of.path(), value, new Text(" "), label);
        link.addClassName("figure");
        return link;
    }
}
