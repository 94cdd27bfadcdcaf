package org.caravanserai.review.ui;

import com.vaadin.flow.component.Component;
import org.caravanserai.people.PeopleFinding;
import org.caravanserai.proposal.ProposalFormContribution;
import org.caravanserai.proposal.ProposalId;
import org.caravanserai.review.reviewing.AuthorConflicts;
import org.caravanserai.shell.Words;

/** Lets contributors name, in the form of their proposal, who should not judge it. */
@org.springframework.stereotype.Component
class AuthorConflictsPart implements ProposalFormContribution {

    private final AuthorConflicts conflicts;
    private final PeopleFinding people;

    AuthorConflictsPart(AuthorConflicts conflicts, PeopleFinding people) {
        this.conflicts = conflicts;
        this.people = people;
    }

    @Override
    public Component part(ProposalId proposal) {
        return new AuthorConflictsSection(Words.here(), proposal, conflicts, people);
    }
}
