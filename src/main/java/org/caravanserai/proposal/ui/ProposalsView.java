package org.caravanserai.proposal.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.virtuallist.VirtualList;
import com.vaadin.flow.data.provider.DataProvider;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.PermitAll;
import org.caravanserai.proposal.Contributor;
import org.caravanserai.proposal.InvitationAnswering;
import org.caravanserai.proposal.MyProposals;
import org.caravanserai.proposal.ProposalState;
import org.caravanserai.shell.EmptyState;
import org.caravanserai.shell.MainLayout;
import org.caravanserai.shell.Notices;
import org.caravanserai.shell.PageHeader;
import org.caravanserai.shell.TimeText;
import org.caravanserai.shell.Words;
import org.caravanserai.text.LocalizedText;

/** A researcher's own proposals: where each stands and what comes next; the calls that are open; who asks for her. */
@Route(value = "proposals", layout = MainLayout.class)
@PermitAll
@StyleSheet("context://styles/proposal.css")
class ProposalsView extends Div implements HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final transient MyProposals mine;
    private final transient InvitationAnswering answering;
    private final Words words = Words.here();

    ProposalsView(MyProposals mine, InvitationAnswering answering) {
        this.mine = mine;
        this.answering = answering;
        addClassNames("view", "proposals");
        show();
    }

    @Override
    public String getPageTitle() {
        return words.get("proposal.mine.title") + " · Caravanserai";
    }

    private void show() {
        removeAll();
        add(new PageHeader(words.get("proposal.mine.title")));
        asked();
        var calls = mine.openCalls();
        calls.forEach(call -> add(panel(call)));
        var count = mine.count();
        if (count == 0) {
            add(new EmptyState(words.get(calls.isEmpty() ? "proposal.mine.empty" : "proposal.mine.begin")));
            return;
        }
        var heading = new H2(words.get("proposal.mine.count", count));
        var list = new VirtualList<MyProposals.MyProposal>();
        list.setId("my-proposals");
        list.addClassName("proposal-list");
        list.setRenderer(new ComponentRenderer<>(this::card));
        list.setDataProvider(DataProvider.fromCallbacks(
                query -> mine.list(query.getOffset(), query.getLimit()).stream(), query -> mine.count()));
        add(new Section(heading, list));
    }

    private void asked() {
        for (var asked : mine.asked()) {
            var confirm = new Button(words.get("proposal.invited.confirm"), e -> {
                answering.confirmAsMe(asked.contributor());
                Notices.done(words.get("proposal.invited.confirmed"));
                show();
            });
            confirm.addThemeVariants(ButtonVariant.PRIMARY);
            var decline = new Button(words.get("proposal.invited.decline"), e -> {
                answering.declineAsMe(asked.contributor());
                Notices.done(words.get("proposal.invited.declined"));
                show();
            });
            var read = link(asked.code(), words.get("proposal.invited.read"));
            var actions = new Div(confirm, decline, read);
            actions.addClassName("proposal-actions");
            var panel = new Section(
                    new Paragraph(words.get(
                            "proposal.invited.sentence",
                            title(asked.title()),
                            asked.meetingName(),
                            words.get("proposal.role." + asked.role().name()))),
                    actions);
            panel.addClassName("proposal-panel");
            add(panel);
        }
    }

    private Component panel(MyProposals.OpenCall call) {
        var propose = new Button(
                words.get("proposal.propose"), e -> UI.getCurrentOrThrow().navigate("proposals/new/" + call.slug()));
        propose.setId("propose-" + call.slug());
        propose.addThemeVariants(ButtonVariant.PRIMARY);
        var line = new Div(new Span(words.get("proposal.closes") + " "));
        line.add(new TimeText(call.closesAt(), call.zone(), words.text(call.city())));
        var text = new Div(words.marked(call.meetingName()), line);
        text.addClassName("proposal-call-words");
        line.addClassName("muted");
        var panel = new Section(text, propose);
        panel.addClassNames("proposal-panel", "proposal-call");
        return panel;
    }

    private Component card(MyProposals.MyProposal proposal) {
        var title = link(proposal.code(), title(proposal.title()));
        title.addClassName("proposal-card-title");
        var facts = new Div(new Span(proposal.code()
                + " · "
                + words.text(proposal.typeName())
                + " · "
                + words.text(proposal.meetingName())
                + proposal.role()
                        .map(role -> " · " + words.get("proposal.role." + role.name()))
                        .orElse("")));
        facts.addClassName("muted");
        var state = new Div(ProposalStates.badge(words, proposal.state()));
        if (proposal.answer().filter(a -> a == Contributor.Answer.INVITED).isPresent()) {
            state.add(ProposalStates.badge(words, Contributor.Answer.INVITED));
        }
        state.addClassName("proposal-card-state");
        var next = new Div(new Span(words.get(
                proposal.changesWaiting()
                                && (proposal.state() == ProposalState.SUBMITTED
                                        || proposal.state() == ProposalState.UNDER_REVIEW)
                        ? "proposal.changesWaiting"
                        : "proposal.next." + proposal.state().name())));
        if (proposal.state() == ProposalState.DRAFT) {
            proposal.closesAt()
                    .ifPresent(closes -> next.add(
                            new Span(" " + words.get("proposal.closes") + " "),
                            new TimeText(closes, proposal.zone(), words.text(proposal.city()))));
        }
        next.addClassName("muted");
        var card = new Div(title, state, facts, next);
        card.addClassName("proposal-card");
        return card;
    }

    private String title(LocalizedText title) {
        return title.isEmpty() ? words.get("proposal.untitled") : words.text(title);
    }

    private static RouterLink link(String code, String text) {
        return new RouterLink(text, ProposalFormView.class, new RouteParameters("code", code));
    }
}
