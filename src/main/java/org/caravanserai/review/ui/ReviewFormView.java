package org.caravanserai.review.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
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
import org.caravanserai.platform.LiveUpdates;
import org.caravanserai.proposal.ProposalReading;
import org.caravanserai.proposal.ProposalView;
import org.caravanserai.review.reviewing.AskingToWrite;
import org.caravanserai.review.reviewing.Discussing;
import org.caravanserai.review.reviewing.ReviewAccess;
import org.caravanserai.review.reviewing.ReviewDesk;
import org.caravanserai.review.reviewing.ReviewQueue;
import org.caravanserai.review.reviewing.ReviewSheets;
import org.caravanserai.review.reviewing.Reviewing;
import org.caravanserai.shell.MainLayout;
import org.caravanserai.shell.PageHeader;
import org.caravanserai.shell.Words;

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
    private String heading = "";
    private transient Optional<ReviewPane> writing = Optional.empty();

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
        Shortcuts.addShortcutListener(this, () -> writing.ifPresent(ReviewPane::submit), Key.ENTER, KeyModifier.CONTROL)
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
        var pane = new ReviewPane(
                words, reviewing, review, new ReviewStanding(words, reviewing, asking, desk, review, again), again);
        writing = Optional.of(pane);
        return pane;
    }
}
