package org.caravanserai.proposal;

import com.vaadin.flow.component.Component;
import java.util.Optional;

/** What another module has to tell the contributors of a proposal at the head of its page. */
public interface ProposalNotice {

    /** The words about a proposal that the acting person writes, in her language; empty when there is nothing to tell. */
    Optional<Component> of(ProposalView proposal);
}
