package org.caravanserai.review.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.PermitAll;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.caravanserai.review.reviewing.AssignmentState;
import org.caravanserai.review.reviewing.ReviewDesk;
import org.caravanserai.review.reviewing.ReviewQueue;
import org.caravanserai.review.reviewing.Reviewing;
import org.caravanserai.shell.EmptyState;
import org.caravanserai.shell.Hue;
import org.caravanserai.shell.MainLayout;
import org.caravanserai.shell.Notices;
import org.caravanserai.shell.PageHeader;
import org.caravanserai.shell.PersonText;
import org.caravanserai.shell.TimeText;
import org.caravanserai.shell.Words;
import org.caravanserai.text.Refusal;

/** What a reviewer has to review for a meeting, the most urgent first, and how far she has come. */
@Route(value = "reviewing/:slug", layout = MainLayout.class)
@PermitAll
@StyleSheet("context://styles/review.css")
@StyleSheet("context://styles/desk.css")
class ReviewingView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final transient ReviewDesk desks;
    private final transient ReviewQueue queue;
    private final transient Reviewing reviewing;
    private final Words words = Words.here();

    ReviewingView(ReviewDesk desks, ReviewQueue queue, Reviewing reviewing) {
        this.desks = desks;
        this.queue = queue;
        this.reviewing = reviewing;
        addClassNames("view", "desk-view");
    }

    @Override
    public String getPageTitle() {
        return words.get("desk.title") + " · Caravanserai";
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        desks.find(event.getRouteParameters().get("slug").orElse(""))
                .ifPresentOrElse(this::show, () -> event.rerouteToError(NotFoundException.class));
    }

    /** In the order in which they are written: what is missing first, by when it is due. */
    static List<ReviewQueue.Item> inOrder(List<ReviewQueue.Item> items) {
        return items.stream()
                .sorted(Comparator.comparing((ReviewQueue.Item i) -> i.done() || !ReviewingWords.isReviewed(i))
                        .thenComparing(i -> i.due().orElse(Instant.MAX))
                        .thenComparing(ReviewQueue.Item::code))
                .toList();
    }

    private void show(ReviewDesk.Desk desk) {
        removeAll();
        var items = inOrder(queue.mine(desk.meeting()));
        add(new PageHeader(words.get("desk.title")).with(words.text(desk.name())));
        if (items.isEmpty()) {
            add(new EmptyState(words.get("desk.empty")));
            return;
        }
        add(progress(items));
        var missing = items.stream()
                .filter(i -> !i.done() && ReviewingWords.isReviewed(i))
                .toList();
        var rest = items.stream().filter(i -> !missing.contains(i)).toList();
        list("desk.missing", missing, desk).ifPresent(this::add);
        list("desk.finished", rest, desk).ifPresent(this::add);
    }

    private Component progress(List<ReviewQueue.Item> items) {
        var done = items.stream().filter(ReviewQueue.Item::done).count();
        var sentence = words.get("desk.progress", done, items.size());
        var bar = new ProgressBar(0, items.size(), done);
        bar.getElement().setAttribute("aria-label", sentence);
        var said = new Span(sentence);
        said.setId("desk-progress");
        var line = new Div(said, bar);
        line.addClassName("desk-progress");
        return line;
    }

    private Optional<Component> list(String heading, List<ReviewQueue.Item> items, ReviewDesk.Desk desk) {
        if (items.isEmpty()) {
            return Optional.empty();
        }
        var section = new Section(new H2(words.get(heading, items.size())));
        section.addClassName("desk-list");
        items.forEach(item -> section.add(card(item, desk)));
        return Optional.of(section);
    }

    private Component card(ReviewQueue.Item item, ReviewDesk.Desk desk) {
        var title = new RouterLink("", ReviewFormView.class, ReviewFormView.at(desk.slug(), item.code()));
        title.add(words.marked(item.title()));
        title.addClassName("desk-card-title");
        var code = new Span(item.code());
        code.addClassName("review-code");
        var facts = new Div(ReviewingWords.badge(words, item), code);
        facts.addClassName("review-facts");
        item.topics().stream()
                .flatMap(key -> Optional.ofNullable(desk.topics().get(key)).stream())
                .forEach(topic -> {
                    var name = new Span(words.marked(topic.name()));
                    name.addClassNames("review-topic", Hue.of(topic.hue()));
                    facts.add(name);
                });
        Optional.ofNullable(desk.types().get(item.sessionType())).ifPresent(type -> facts.add(words.marked(type)));
        facts.add(new Span(ReviewWords.language(words, item.talkLanguage())));
        var card = new Article(title, facts);
        card.addClassName("desk-card");
        item.proposer().ifPresent(name -> card.add(new PersonText(name, "")));
        if (!item.own()) {
            card.add(new Span(words.get("desk.writing")));
        }
        if (!item.done() && ReviewingWords.isReviewed(item)) {
            item.due().ifPresent(due -> {
                var line = new Div(
                        new Span(words.get("desk.due") + " "), new TimeText(due, desk.zone(), words.text(desk.city())));
                line.addClassName("desk-due");
                card.add(line);
            });
            if (item.own() && item.state() == AssignmentState.ASSIGNED) {
                card.add(answer(item, desk));
            }
        }
        return card;
    }

    private Component answer(ReviewQueue.Item item, ReviewDesk.Desk desk) {
        var accept = new Button(words.get("desk.accept"), e -> {
            try {
                reviewing.accept(item.assignment());
                Notices.done(words.get("desk.accepted"));
            } catch (Refusal refusal) {
                Notices.refused(refusal);
            }
            show(desk);
        });
        accept.setId("accept-" + item.code());
        accept.addThemeVariants(ButtonVariant.PRIMARY);
        var decline = new Button(
                words.get("desk.decline.open"),
                e -> new DeclineDialog(words, reviewing, item.assignment(), () -> show(desk)).open());
        decline.setId("decline-" + item.code());
        for (var button : List.of(accept, decline)) {
            button.setAriaLabel(button.getText() + ": " + words.text(item.title()));
        }
        var line = new Div(accept, decline);
        line.addClassName("review-actions");
        return line;
    }
}
