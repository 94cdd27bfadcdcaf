package org.caravanserai.programme.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import java.util.Optional;
import org.caravanserai.programme.HandoutSharing;
import org.caravanserai.proposal.ProposalNotice;
import org.caravanserai.proposal.ProposalView;
import org.caravanserai.shell.Words;

/** Lets speakers of an accepted proposal give slides and papers to readers. */
@org.springframework.stereotype.Component
class HandoutsNotice implements ProposalNotice {

    private final HandoutSharing sharing;

    HandoutsNotice(HandoutSharing sharing) {
        this.sharing = sharing;
    }

    @Override
    public Optional<Component> of(ProposalView proposal) {
        if (!proposal.state().isAccepted()) {
            return Optional.empty();
        }
        var words = Words.here();
        var panel = new Section(
                new H2(words.get("programme.handout.title")), new HandoutsEditor(sharing, proposal.proposal(), words));
        panel.addClassName("proposal-panel");
        panel.setId("handouts");
        return Optional.of(panel);
    }
}
