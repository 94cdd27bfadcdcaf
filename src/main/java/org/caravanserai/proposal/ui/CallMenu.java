package org.caravanserai.proposal.ui;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.caravanserai.people.Access;
import org.caravanserai.proposal.CallOutlook;
import org.caravanserai.proposal.CallState;
import org.caravanserai.shell.MenuContribution;
import org.caravanserai.shell.MenuItem;
import org.caravanserai.shell.NextStep;
import org.caravanserai.shell.NextStepContribution;
import org.caravanserai.shell.Words;
import org.springframework.stereotype.Component;

/** Where organisers find the calls of their meetings, and which of them wait for something. */
@Component
class CallMenu implements MenuContribution, NextStepContribution {

    private static final int MOST_MEETINGS = 20;
    private static final int CLOSES_SOON = 70;
    private static final int TO_MAKE = 40;
    private static final Duration SOON = Duration.ofDays(14);

    private final CallOutlook outlook;
    private final Access access;
    private final Clock clock;

    CallMenu(CallOutlook outlook, Access access, Clock clock) {
        this.outlook = outlook;
        this.access = access;
        this.clock = clock;
    }

    @Override
    public List<MenuItem> items() {
        if (access.me().isEmpty()) {
            return List.of();
        }
        var words = Words.here();
        return outlook.organised().stream()
                .limit(MOST_MEETINGS)
                .flatMap(of -> java.util.stream.Stream.of(
                        new MenuItem(
                                words.text(of.meeting().name()),
                                words.get("call.view.title"),
                                path(of),
                                "proposal",
                                105),
                        new MenuItem(
                                words.text(of.meeting().name()),
                                words.get("sheet.title"),
                                "meetings/" + of.meeting().slug() + "/import",
                                "upload",
                                108)))
                .toList();
    }

    @Override
    public List<NextStep> steps() {
        if (access.me().isEmpty()) {
            return List.of();
        }
        var words = Words.here();
        var steps = new ArrayList<NextStep>();
        for (var of : outlook.organised()) {
            var name = words.text(of.meeting().name());
            if (of.state().isEmpty() && !of.over()) {
                steps.add(NextStep.undated(
                        words.get("call.step.none", name), words.get("call.view.begin"), path(of), TO_MAKE));
            }
            of.closesAt()
                    .filter(at -> of.state().equals(java.util.Optional.of(CallState.OPEN)) && soon(at))
                    .ifPresent(at -> steps.add(new NextStep(
                            words.get("call.step.closes", name),
                            at,
                            ZoneId.of(of.meeting().zone()),
                            words.text(of.meeting().city()),
                            words.get("call.step.look"),
                            path(of),
                            CLOSES_SOON)));
        }
        return steps;
    }

    private boolean soon(Instant at) {
        return at.isBefore(clock.instant().plus(SOON));
    }

    private static String path(CallOutlook.Outlook of) {
        return "meetings/" + of.meeting().slug() + "/call";
    }
}
