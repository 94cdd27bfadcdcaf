package org.caravanserai.review.ui;

import java.util.List;
import java.util.stream.Stream;
import org.caravanserai.review.CommitteeFigures;
import org.caravanserai.shell.Standing;
import org.caravanserai.shell.StandingContribution;
import org.caravanserai.shell.Words;
import org.springframework.stereotype.Component;

/** Tells those who decide at home how many proposals there are and how far the committee has come. */
@Component
class CommitteeStanding implements StandingContribution {

    private static final int ORDER = 10;

    private final CommitteeFigures figures;

    CommitteeStanding(CommitteeFigures figures) {
        this.figures = figures;
    }

    @Override
    public List<Standing> standings() {
        var words = Words.here();
        return figures.mine().stream()
                .flatMap(of -> {
                    var group = "meetings/" + of.slug() + "/";
                    var list = group + "proposals";
                    return Stream.of(
                            new Standing(group, words.number(of.handedIn()), words.get("review.title"), list, ORDER),
                            new Standing(
                                    group,
                                    words.number(of.undecided()),
                                    words.get("review.standing.decide"),
                                    list + "?state=SUBMITTED&state=UNDER_REVIEW",
                                    ORDER + 1),
                            new Standing(
                                    group,
                                    words.number(of.confirmed()),
                                    words.get("review.state.CONFIRMED"),
                                    list + "?state=CONFIRMED",
                                    ORDER + 2));
                })
                .toList();
    }
}
