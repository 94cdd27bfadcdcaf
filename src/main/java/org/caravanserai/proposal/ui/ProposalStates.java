package org.caravanserai.proposal.ui;

import org.caravanserai.proposal.Contributor;
import org.caravanserai.proposal.ProposalState;
import org.caravanserai.shell.StatusBadge;
import org.caravanserai.shell.Tone;
import org.caravanserai.shell.Words;

/** The badges of proposals and of those who were asked to be named: the same everywhere. */
public final class ProposalStates {

    private ProposalStates() {}

    /** Where a proposal stands, with what comes next on hover and focus. */
    public static StatusBadge badge(Words words, ProposalState state) {
        return new StatusBadge(
                words.get("proposal.state." + state.name()), tone(state), words.get("proposal.next." + state.name()));
    }

    /** What someone said to being named. */
    public static StatusBadge badge(Words words, Contributor.Answer answer) {
        return new StatusBadge(
                words.get("proposal.answered." + answer.name()),
                switch (answer) {
                    case INVITED -> Tone.WAITING;
                    case CONFIRMED -> Tone.DONE;
                    case DECLINED -> Tone.DANGER;
                });
    }

    private static Tone tone(ProposalState state) {
        return switch (state) {
            case DRAFT, WITHDRAWN -> Tone.NEUTRAL;
            case SUBMITTED, UNDER_REVIEW -> Tone.ACTIVE;
            case ACCEPTED, CONFIRMED -> Tone.DONE;
            case WAITING, REVISING -> Tone.WAITING;
            case DECLINED, CANCELLED -> Tone.DANGER;
        };
    }
}
