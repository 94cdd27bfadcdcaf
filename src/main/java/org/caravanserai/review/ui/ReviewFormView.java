package org.caravanserai.review.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParam;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.caravanserai.platform.LiveUpdates;
import org.caravanserai.proposal.ProposalReading;
import org.caravanserai.proposal.ProposalView;
import org.caravanserai.review.reviewing.AskingToWrite;
import org.caravanserai.review.reviewing.AssignmentState;
import org.caravanserai.review.reviewing.Discussing;
import org.caravanserai.review.reviewing.ReviewAccess;
import org.caravanserai.review.reviewing.ReviewDesk;
import org.caravanserai.review.reviewing.ReviewForm;
import org.caravanserai.review.reviewing.ReviewQueue;
import org.caravanserai.review.reviewing.ReviewSheets;
import org.caravanserai.review.reviewing.Reviewing;
import org.caravanserai.shell.MainLayout;
import org.caravanserai.shell.Notices;
import org.caravanserai.shell.PageHeader;
import org.caravanserai.shell.Problems;
import org.caravanserai.shell.SavedLine;
import org.caravanserai.shell.TimeText;
import org.caravanserai.shell.Words;
import org.caravanserai.text.Refusal;

/**
 * A proposal and the form of its review side by side, saved as it is typed; below, what others wrote and say, for whom that
 * is. Who leads the reviewing and reviews nothing herself reads along.
 */
@Route(value = "reviewing/:slug/:code", layout = MainLayout.class)
@PermitAll
@StyleSheet("context://styles/review.css")
@StyleSheet("context://styles/desk.css")
class ReviewFormView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final transient ReviewDesk desks;
    private final transient ReviewQueue queue;
    private final transient Reviewing reviewing;
    private final transient AskingToWrite asking;
    private final transient ReviewSheets sheets;
    private final transient Discussing discussing;
    private final transient ReviewAccess access;
    private final transient ProposalReading reading;
    private final transient LiveUpdates updates;
    private final Words words = Words.here();
    private final SavedLine saved = new SavedLine();
    private final Problems problems = new Problems();
    private final Div choosing = new Div();
    private String heading = "";
    private transient Optional<Writing> writing = Optional.empty();

    /** What is being written, and the version that the typing began with. */
    private static final class Writing {
        private final Reviewing.OpenReview review;
        private final ReviewFields fields;
        private final Runnable again;
        private long version;

        Writing(Reviewing.OpenReview review, ReviewFields fields, Runnable again) {
            this.review = review;
            this.fields = fields;
            this.again = again;
            this.version = review.version();
        }
    }

    ReviewFormView(
            ReviewDesk desks,
            ReviewQueue queue,
            Reviewing reviewing,
            AskingToWrite asking,
            ReviewSheets sheets,
            Discussing discussing,
            ReviewAccess access,
            ProposalReading reading,
            LiveUpdates updates) {
        this.desks = desks;
        this.queue = queue;
        this.reviewing = reviewing;
        this.asking = asking;
        this.sheets = sheets;
        this.discussing = discussing;
        this.access = access;
        this.reading = reading;
        this.updates = updates;
        addClassNames("view", "desk-form-view");
        Shortcuts.addShortcutListener(this, this::submit, Key.ENTER, KeyModifier.CONTROL)
                .resetFocusOnActiveElement();
    }

    /** The address of a review. */
    static RouteParameters at(String slug, String code) {
        return new RouteParameters(new RouteParam("slug", slug), new RouteParam("code", code));
    }

    @Override
    public String getPageTitle() {
        return heading + " · Caravanserai";
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var slug = event.getRouteParameters().get("slug").orElse("");
        var code = event.getRouteParameters().get("code").orElse("");
        if (desks.find(slug).filter(desk -> show(desk, code)).isEmpty()) {
            event.rerouteToError(NotFoundException.class);
        }
    }

    private boolean show(ReviewDesk.Desk desk, String code) {
        removeAll();
        writing = Optional.empty();
        var items = ReviewingView.inOrder(queue.mine(desk.meeting()));
        // Her own before one that she writes for another.
        var item = items.stream()
                .filter(i -> i.code().equals(code))
                .min((one, two) -> Boolean.compare(two.own(), one.own()));
        var found = reading.find(code)
                .map(f -> reading.view(f.proposal()))
                .filter(view -> view.meeting().id().equals(desk.meeting()))
                .filter(view -> item.isPresent() || access.chairs(view.proposal()));
        found.ifPresent(view -> show(desk, view, items, item));
        return found.isPresent();
    }

    private void show(
            ReviewDesk.Desk desk, ProposalView view, List<ReviewQueue.Item> items, Optional<ReviewQueue.Item> item) {
        heading = words.text(view.title());
        add(header(desk, view, items, item));
        var detail = new ProposalDetail(reading, view);
        item.ifPresentOrElse(
                mine -> {
                    var split = new Div(detail, form(desk, mine));
                    split.addClassName("desk-split");
                    add(split);
                },
                () -> add(detail));
        if (access.seesReviews(view.proposal())) {
            add(new OtherReviews(words, sheets.of(view.proposal())));
            add(new DiscussionPanel(words, discussing, updates, view));
        } else if (item.filter(i -> i.own() && !i.done()).isPresent()) {
            var later = new Paragraph(words.get("desk.others.later"));
            later.setId("others-later");
            later.addClassName("desk-muted");
            add(later);
        }
    }

    private Component header(
            ReviewDesk.Desk desk, ProposalView view, List<ReviewQueue.Item> items, Optional<ReviewQueue.Item> item) {
        var line = new Div(ReviewWords.badge(words, view.state()), new Span(view.code()));
        line.addClassName("review-facts");
        var header = new PageHeader(heading).with(line);
        var steps = new Div();
        steps.addClassName("desk-steps");
        var all =
                new RouterLink(words.get("desk.title"), ReviewingView.class, new RouteParameters("slug", desk.slug()));
        steps.add(all);
        item.ifPresent(mine -> {
            var at = items.indexOf(mine);
            steps.add(new Span(words.get(
                    "desk.progress",
                    items.stream().filter(ReviewQueue.Item::done).count(),
                    items.size())));
            if (at > 0) {
                steps.add(step("desk.previous", "review-previous", desk, items.get(at - 1)));
            }
            if (at < items.size() - 1) {
                steps.add(step("desk.following", "review-next", desk, items.get(at + 1)));
            }
        });
        return new Div(header, steps);
    }

    private Component step(String key, String id, ReviewDesk.Desk desk, ReviewQueue.Item to) {
        var link = new RouterLink(words.get(key), ReviewFormView.class, at(desk.slug(), to.code()));
        link.setId(id);
        link.getElement().setAttribute("title", words.text(to.title()));
        return link;
    }

    private Component form(ReviewDesk.Desk desk, ReviewQueue.Item item) {
        var review = reviewing.open(item.assignment());
        Runnable again = () -> {
            if (!show(desk, item.code())) {
                UI.getCurrentOrThrow().navigate(ReviewingView.class, new RouteParameters("slug", desk.slug()));
            }
        };
        var fields = new ReviewFields(words, review.criteria(), this::save);
        fields.show(review.form());
        fields.setReadOnly(!review.open());
        var now = new Writing(review, fields, again);
        writing = Optional.of(now);
        choosing.removeAll();
        problems.clear();
        saved.setId("review-saved");
        review.savedAt().ifPresent(saved::saved);
        var pane =
                new Section(new H2(words.get("desk.form")), standing(desk, review, again), choosing, problems, fields);
        pane.addClassName("desk-form");
        if (review.open()) {
            pane.add(end(review));
        }
        review.aside()
                .filter(aside -> !aside.equals(review.form()))
                .ifPresent(aside -> choose(
                        now,
                        aside,
                        review.form(),
                        review.version(),
                        review.savedBy().map(words::name).orElse(words.get("proposal.stale.somebody"))));
        return pane;
    }

    private Component end(Reviewing.OpenReview review) {
        var end = new Div();
        end.addClassName("desk-end");
        if (review.own()) {
            var submit = new Button(
                    words.get(review.submittedAt().isPresent() ? "desk.submit.again" : "desk.submit"), e -> submit());
            submit.setId("review-submit");
            submit.addThemeVariants(ButtonVariant.PRIMARY);
            end.add(submit);
        }
        end.add(saved);
        var keys = new Paragraph(words.get("desk.keys"));
        keys.addClassName("desk-muted");
        return new Div(end, keys);
    }

    private Component standing(ReviewDesk.Desk desk, Reviewing.OpenReview review, Runnable again) {
        var panel = new Div();
        panel.addClassName("desk-panel");
        review.submittedAt().ifPresent(at -> panel.add(time("desk.submittedAt", at, desk)));
        if (review.round() > 1) {
            panel.add(new Paragraph(words.get("desk.round", review.round())));
        }
        review.due().ifPresent(due -> panel.add(time(review.open() ? "desk.due" : "desk.wasDue", due, desk)));
        if (!review.open()) {
            panel.add(new Paragraph(words.get("desk.closed")));
        } else if (!review.own()) {
            panel.add(new Paragraph(words.get("desk.writing")));
        } else {
            panel.add(answers(desk, review, again));
            review.subReviewer()
                    .ifPresentOrElse(
                            name -> panel.add(writer(review, words.name(name), again)),
                            () -> panel.add(new SubReviewer(words, asking, reviewing, review.assignment(), again)));
        }
        return panel;
    }

    private Component time(String key, java.time.Instant at, ReviewDesk.Desk desk) {
        return new Paragraph(new Span(words.get(key) + " "), new TimeText(at, desk.zone(), words.text(desk.city())));
    }

    private Component answers(ReviewDesk.Desk desk, Reviewing.OpenReview review, Runnable again) {
        var actions = new Div();
        actions.addClassName("review-actions");
        if (review.state() == AssignmentState.ASSIGNED) {
            var accept = new Button(words.get("desk.accept"), e -> {
                act(() -> reviewing.accept(review.assignment()));
                again.run();
            });
            accept.setId("review-accept");
            actions.add(accept);
        }
        if (review.state() != AssignmentState.SUBMITTED) {
            var decline = new Button(
                    words.get("desk.decline.open"),
                    e -> new DeclineDialog(
                                    words,
                                    reviewing,
                                    review.assignment(),
                                    () -> UI.getCurrentOrThrow()
                                            .navigate(ReviewingView.class, new RouteParameters("slug", desk.slug())))
                            .open());
            decline.setId("review-decline");
            decline.addThemeVariants(ButtonVariant.TERTIARY);
            actions.add(decline);
        }
        return actions;
    }

    private Component writer(Reviewing.OpenReview review, String name, Runnable again) {
        var alone = new Button(words.get("desk.sub.alone"), e -> {
            act(() -> reviewing.writeAlone(review.assignment()));
            again.run();
        });
        alone.setId("sub-alone");
        alone.addThemeVariants(ButtonVariant.TERTIARY);
        return new Div(new Span(words.get("desk.sub.writes", name)), alone);
    }

    private void save() {
        writing.ifPresent(now -> {
            if (choosing.getChildren().findAny().isPresent()) {
                saved.notSaved(words.get("proposal.stale.first"));
                return;
            }
            try {
                heard(now, reviewing.save(now.review.assignment(), now.version, now.fields.typed()));
            } catch (Refusal refusal) {
                saved.notSaved(refusal.problems().stream().map(words::get).collect(Collectors.joining(" ")));
            }
        });
    }

    private boolean heard(Writing now, Reviewing.SaveResult result) {
        return switch (result) {
            case Reviewing.Saved kept -> {
                now.version = kept.version();
                saved.saved(kept.at());
                yield true;
            }
            case Reviewing.StaleReview stale -> {
                saved.notSaved(words.get("proposal.stale.first"));
                choose(
                        now,
                        stale.mine(),
                        stale.theirs(),
                        stale.version(),
                        stale.who().map(words::name).orElse(words.get("proposal.stale.somebody")));
                yield false;
            }
        };
    }

    private void choose(Writing now, ReviewForm mine, ReviewForm theirs, long version, String who) {
        choosing.removeAll();
        choosing.add(new ReviewStale(words, now.review.criteria(), who, mine, theirs, chosen -> {
            choosing.removeAll();
            now.version = version;
            now.fields.show(chosen);
            save();
        }));
        choosing.scrollIntoView();
    }

    private void submit() {
        writing.filter(now -> now.review.open() && now.review.own()).ifPresent(now -> {
            problems.clear();
            if (choosing.getChildren().findAny().isPresent()) {
                choosing.scrollIntoView();
                return;
            }
            try {
                if (heard(now, reviewing.submit(now.review.assignment(), now.version, now.fields.typed()))) {
                    Notices.done(words.get("desk.submitted"));
                    now.again.run();
                }
            } catch (Refusal refusal) {
                // What was typed is kept even so; the next save continues from there.
                now.version = reviewing.open(now.review.assignment()).version();
                problems.show(refusal, now.fields.fields());
            }
        });
    }

    private static void act(Runnable step) {
        try {
            step.run();
        } catch (Refusal refusal) {
            Notices.refused(refusal);
        }
    }
}
