package org.caravanserai.proposal.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.stream.Collectors;
import org.caravanserai.proposal.ProposalDrafting;
import org.caravanserai.shell.EmptyState;
import org.caravanserai.shell.MainLayout;
import org.caravanserai.shell.PageHeader;
import org.caravanserai.shell.Words;
import org.caravanserai.text.Refusal;

/** Begins a proposal to a meeting and goes on to its form; says why where the call does not take it. */
@Route(value = "proposals/new/:slug", layout = MainLayout.class)
@PermitAll
@StyleSheet("context://styles/proposal.css")
class NewProposalView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final transient ProposalDrafting drafting;
    private final Words words = Words.here();

    NewProposalView(ProposalDrafting drafting) {
        this.drafting = drafting;
        addClassName("view");
        add(new PageHeader(words.get("proposal.propose")));
    }

    @Override
    public String getPageTitle() {
        return words.get("proposal.propose") + " · Caravanserai";
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var slug = event.getRouteParameters().get("slug").orElse("");
        var late = event.getLocation()
                .getQueryParameters()
                .getParameters()
                .getOrDefault("late", List.of(""))
                .getFirst();
        try {
            var meeting = drafting.meetingAt(slug).orElseThrow(() -> Refusal.of("proposal.start.nowhere"));
            var code = drafting.open(drafting.start(meeting, late)).code();
            event.forwardTo(ProposalFormView.class, new RouteParameters("code", code));
        } catch (Refusal refusal) {
            add(new EmptyState(
                    refusal.problems().stream().map(words::get).collect(Collectors.joining(" ")),
                    new Anchor("/app/proposals", words.get("proposal.mine.title"))));
        }
    }
}
