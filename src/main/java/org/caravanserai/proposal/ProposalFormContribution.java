package org.caravanserai.proposal;

import com.vaadin.flow.component.Component;

/** What another module adds to the form of a proposal, after its files: a part of its own that keeps what is typed itself. */
public interface ProposalFormContribution {

    /** The part for a proposal that the acting person writes. */
    Component part(ProposalId proposal);
}
