package org.caravanserai.proposal.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import org.caravanserai.proposal.ProposalDrafting.FormSetting;
import org.caravanserai.proposal.ProposalId;
import org.caravanserai.proposal.ProposalState;
import org.caravanserai.proposal.ProposalSubmission;
import org.caravanserai.proposal.ProposalView;
import org.caravanserai.shell.Notices;
import org.caravanserai.shell.TimeText;
import org.caravanserai.shell.Words;
import org.caravanserai.text.Refusal;

/** Where a proposal stands, until when what can be done, and the steps its proposer can take. */
class ProposalStatePanel extends Section {

    private static final long serialVersionUID = 1L;

    private final Words words;
    private final transient ProposalSubmission submission;
    private final transient Runnable refresh;

    /** {@code open} is whether the proposal can be submitted now; {@code refresh} shows it anew after a step. */
    ProposalStatePanel(
            Words words,
            ProposalSubmission submission,
            ProposalView view,
            FormSetting setting,
            boolean open,
            Runnable refresh) {
        this.words = words;
        this.submission = submission;
        this.refresh = refresh;
        var next = new Paragraph(words.get("proposal.next." + view.state().name()));
        setId("proposal-state");
        addClassName("proposal-panel");
        add(next);
        if (view.state() == ProposalState.REVISING) {
            view.reviseUntil()
                    .ifPresent(until -> add(until(open ? "desk.revise.until" : "desk.revise.over", until, setting)));
        } else {
            setting.call()
                    .ifPresent(call ->
                            add(until(open ? "proposal.openUntil" : "proposal.closes", call.closesAt(), setting)));
        }
        var actions = new Div();
        actions.addClassName("proposal-actions");
        if (view.state() == ProposalState.ACCEPTED) {
            var confirm = new Button(
                    words.get("proposal.confirm"),
                    e -> act(() -> {
                        submission.confirm(view.proposal());
                        Notices.done(words.get("proposal.confirmed"));
                    }));
            confirm.setId("proposal-confirm");
            confirm.addThemeVariants(ButtonVariant.PRIMARY);
            actions.add(confirm);
        }
        if (view.state().next().contains(ProposalState.WITHDRAWN)) {
            var withdraw = new Button(words.get("proposal.withdraw"), e -> withdraw(view.proposal()));
            withdraw.setId("proposal-withdraw");
            actions.add(withdraw);
        }
        if (view.state() == ProposalState.WITHDRAWN) {
            var restore =
                    new Button(words.get("proposal.restore"), e -> act(() -> submission.restore(view.proposal())));
            restore.setId("proposal-restore");
            actions.add(restore);
        }
        add(actions);
    }

    private Component until(String key, Instant instant, FormSetting setting) {
        var line = new Paragraph(new Span(words.get(key) + " "));
        line.add(new TimeText(
                instant, setting.meeting().zone(), words.text(setting.meeting().city())));
        line.addClassName("muted");
        return line;
    }

    private void withdraw(ProposalId proposal) {
        act(() -> {
            submission.withdraw(proposal);
            Notices.done(words.get("proposal.withdrawn"), () -> act(() -> submission.restore(proposal)));
        });
    }

    private void act(Runnable step) {
        try {
            step.run();
        } catch (Refusal refusal) {
            Notices.refused(refusal);
        }
        refresh.run();
    }
}
