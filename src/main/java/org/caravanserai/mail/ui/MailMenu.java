package org.caravanserai.mail.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.caravanserai.mail.MailFilter;
import org.caravanserai.mail.MailSupervision;
import org.caravanserai.mail.MeetingMail;
import org.caravanserai.mail.OutboxMessage;
import org.caravanserai.people.Access;
import org.caravanserai.shell.MenuContribution;
import org.caravanserai.shell.MenuItem;
import org.caravanserai.shell.NextStep;
import org.caravanserai.shell.NextStepContribution;
import org.caravanserai.shell.Words;
import org.springframework.stereotype.Component;

/** Leads everyone to her messages, and those who answer for delivery to what failed. */
@Component
class MailMenu implements MenuContribution, NextStepContribution {

    private static final int MAILBOX = 40;
    private static final int ADMINISTRATION = 82;
    private static final int MEETING = 120;
    private static final int FAILED = 70;

    private final MeetingMail meetings;
    private final MailSupervision supervision;
    private final Access access;

    MailMenu(MeetingMail meetings, MailSupervision supervision, Access access) {
        this.meetings = meetings;
        this.supervision = supervision;
        this.access = access;
    }

    @Override
    public List<MenuItem> items() {
        var items = new ArrayList<MenuItem>();
        if (access.me().isEmpty()) {
            return items;
        }
        var words = Words.here();
        items.add(new MenuItem("", words.get("mailview.mailbox.title"), "mailbox", "mail", MAILBOX));
        if (access.administrator()) {
            items.add(new MenuItem("", words.get("mailview.outbox.title"), "admin/mail", "mail", ADMINISTRATION));
        }
        meetings.mine()
                .forEach(meeting -> items.add(new MenuItem(
                        words.text(meeting.name()),
                        words.get("mailview.meeting.title"),
                        "meetings/" + meeting.slug() + "/mail",
                        "mail",
                        MEETING)));
        return items;
    }

    @Override
    public List<NextStep> steps() {
        var steps = new ArrayList<NextStep>();
        if (access.me().isEmpty()) {
            return steps;
        }
        var words = Words.here();
        for (var failing : meetings.failing()) {
            steps.add(NextStep.undated(
                    words.get(
                            "mailview.next.meeting",
                            failing.messages(),
                            words.text(failing.meeting().name())),
                    words.get("mailview.next.open"),
                    "meetings/" + failing.meeting().slug() + "/mail?state=FAILED",
                    FAILED));
        }
        if (access.administrator()) {
            var failed = supervision.count(new MailFilter(Optional.of(OutboxMessage.State.FAILED), "", ""));
            if (failed > 0) {
                steps.add(NextStep.undated(
                        words.get("mailview.failed", failed),
                        words.get("mailview.next.open"),
                        "admin/mail?state=FAILED",
                        FAILED));
            }
        }
        return steps;
    }
}
