package org.caravanserai.proposal.ui;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import org.caravanserai.people.Access;
import org.caravanserai.people.OwnMenu;
import org.caravanserai.proposal.MyProposals;
import org.caravanserai.proposal.ProposalState;
import org.caravanserai.shell.MenuItem;
import org.caravanserai.shell.NextStep;
import org.caravanserai.shell.Standing;
import org.caravanserai.shell.StandingContribution;
import org.caravanserai.shell.Words;
import org.caravanserai.text.LocalizedText;
import org.springframework.stereotype.Component;

/** What proposing adds to a researcher's menu, and what of it waits for her. */
@Component
class ProposingMenu extends OwnMenu implements StandingContribution {

    private static final int LOOK_AT = 50;
    private static final int TO_CONFIRM = 90;
    private static final int TO_ANSWER = 80;
    private static final int TO_FINISH = 60;
    private static final int TO_PROPOSE = 20;

    private final MyProposals mine;
    private final Access access;

    ProposingMenu(MyProposals mine, Access access) {
        super(access);
        this.mine = mine;
        this.access = access;
    }

    @Override
    protected MenuItem place(Words words) {
        return new MenuItem("", words.get("proposal.mine.title"), "proposals", "proposal", 20);
    }

    @Override
    protected List<NextStep> waiting(Words words) {
        var steps = new ArrayList<NextStep>();
        for (var asked : mine.asked()) {
            steps.add(NextStep.undated(
                    words.get(
                            "proposal.invited.sentence",
                            title(words, asked.title()),
                            asked.meetingName(),
                            words.get("proposal.role." + asked.role().name())),
                    words.get("proposal.step.answer"),
                    "proposals",
                    TO_ANSWER));
        }
        var proposals = mine.list(0, LOOK_AT);
        for (var proposal : proposals) {
            if (proposal.state() == ProposalState.ACCEPTED) {
                steps.add(NextStep.undated(
                        words.get("proposal.step.accepted", title(words, proposal.title())),
                        words.get("proposal.confirm"),
                        "proposals/" + proposal.code(),
                        TO_CONFIRM));
            } else if (proposal.state() == ProposalState.DRAFT) {
                steps.add(new NextStep(
                        words.get("proposal.step.draft", title(words, proposal.title())),
                        proposal.closesAt().orElse(null),
                        proposal.zone(),
                        words.text(proposal.city()),
                        words.get("proposal.step.finish"),
                        "proposals/" + proposal.code(),
                        TO_FINISH));
            }
        }
        if (proposals.isEmpty()) {
            for (var call : mine.openCalls()) {
                steps.add(new NextStep(
                        words.get("proposal.step.call", call.meetingName()),
                        call.closesAt(),
                        call.zone(),
                        words.text(call.city()),
                        words.get("proposal.propose"),
                        "proposals/new/" + call.slug(),
                        TO_PROPOSE));
            }
        }
        return steps;
    }

    @Override
    public List<Standing> standings() {
        if (access.me().isEmpty()) {
            return List.of();
        }
        var words = Words.here();
        var counts = new EnumMap<ProposalState, Integer>(ProposalState.class);
        mine.list(0, LOOK_AT).forEach(proposal -> counts.merge(proposal.state(), 1, Integer::sum));
        return counts.entrySet().stream()
                .map(of -> new Standing(
                        "",
                        words.number(of.getValue()),
                        words.get("proposal.state." + of.getKey().name()),
                        "proposals",
                        of.getKey().ordinal()))
                .toList();
    }

    private static String title(Words words, LocalizedText title) {
        return title.isEmpty() ? words.get("proposal.untitled") : words.text(title);
    }
}
