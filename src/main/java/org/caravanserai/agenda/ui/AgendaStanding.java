package org.caravanserai.agenda.ui;

import java.util.List;
import java.util.stream.Stream;
import org.caravanserai.agenda.AgendaFigures;
import org.caravanserai.shell.Standing;
import org.caravanserai.shell.StandingContribution;
import org.caravanserai.shell.Words;
import org.springframework.stereotype.Component;

/** Tells organisers at home how far their agendas are. */
@Component
class AgendaStanding implements StandingContribution {

    private static final int ORDER = 20;

    private final AgendaFigures figures;

    AgendaStanding(AgendaFigures figures) {
        this.figures = figures;
    }

    @Override
    public List<Standing> standings() {
        var words = Words.here();
        return figures.mine().stream()
                .flatMap(of -> {
                    var group = "meetings/" + of.slug() + "/";
                    var board = group + "agenda";
                    return Stream.of(
                            new Standing(
                                    group,
                                    words.number(of.placed()),
                                    words.get("agenda.standing.placed"),
                                    board,
                                    ORDER),
                            new Standing(
                                    group,
                                    words.number(of.sessions() - of.placed()),
                                    words.get("agenda.standing.waiting"),
                                    board,
                                    ORDER + 1),
                            new Standing(
                                    group,
                                    words.number(of.conflicts()),
                                    words.get("agenda.standing.conflicts"),
                                    board,
                                    ORDER + 2),
                            new Standing(
                                    group,
                                    words.number(of.releases()),
                                    words.get("release.title"),
                                    group + "releases",
                                    ORDER + 3));
                })
                .toList();
    }
}
