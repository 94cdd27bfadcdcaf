package org.caravanserai.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;

/** Home is "what next": the few things that wait for the acting person; below, the places she can go to. */
@Route(value = "", layout = MainLayout.class)
@PermitAll
class HomeView extends Div implements HasDynamicTitle {

    private static final long serialVersionUID = 1L;
    private static final int MOST = 5;

    private final Words words = Words.here();

    HomeView(ObjectProvider<NextStepContribution> contributions, ObjectProvider<MenuContribution> menu) {
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
        var places = menu.orderedStream()
                .flatMap(c -> c.items().stream())
                .sorted(Comparator.comparingInt(MenuItem::order))
                .toList();
        if (!places.isEmpty()) {
            add(places(places));
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
        var button = new Button(step.buttonLabel(), e -> UI.getCurrentOrThrow().navigate(step.path()));
        if (first) {
            button.addThemeVariants(ButtonVariant.PRIMARY);
        }
        var item = new ListItem(text, button);
        item.addClassName("next-step");
        return item;
    }

    private Component places(List<MenuItem> places) {
        var list = new UnorderedList();
        list.addClassName("places");
        for (var place : places) {
            var label = new Span(place.label());
            label.addClassName("place-label");
            var link = new Anchor("/app/" + place.path(), Icons.of(place.icon()), label);
            link.addClassName("place");
            if (!place.group().isEmpty()) {
                var group = new Span(place.group());
                group.addClassName("place-group");
                link.add(group);
            }
            list.add(new ListItem(link));
        }
        return new Section(new H2(words.get("shell.home.places")), list);
    }
}
