package org.caravanserai.exchange.sheet;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.caravanserai.mail.MailFilter;
import org.caravanserai.mail.MailLine;
import org.caravanserai.mail.MeetingMail;
import org.caravanserai.meeting.Meetings;
import org.caravanserai.platform.MeetingSheet;
import org.caravanserai.platform.Spreadsheets;
import org.caravanserai.text.Language;
import org.caravanserai.text.Messages;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The log of a meeting's messages to take along: to whom, about what, and what became of them; not what they say. */
@Component
@Order(600)
class MailSheet implements MeetingSheet {

    private static final int MOST = 100_000;

    private final MeetingMail mail;
    private final Meetings meetings;
    private final Messages messages;

    MailSheet(MeetingMail mail, Meetings meetings, Messages messages) {
        this.mail = mail;
        this.meetings = meetings;
        this.messages = messages;
    }

    @Override
    public String name() {
        return "mail";
    }

    @Override
    public Spreadsheets.Table table(UUID meeting, Language in) {
        var zone = meetings.findById(meeting).orElseThrow().zone();
        var rows = mail.find(meeting, MailFilter.ALL, 0, MOST).stream()
                .map(line -> row(line, zone, in))
                .toList();
        var heads = Stream.of(
                        "exchange.column.created",
                        "exchange.column.sent",
                        "mailview.column.recipient",
                        "exchange.column.subject",
                        "mailview.fact.language",
                        "mailview.column.state",
                        "exchange.column.attempts",
                        "exchange.column.error")
                .map(key -> messages.get(in, key))
                .toList();
        return new Spreadsheets.Table(heads, rows);
    }

    private List<String> row(MailLine line, ZoneId zone, Language in) {
        return List.of(
                clock(line.createdAt(), zone),
                Optional.ofNullable(line.sentAt()).map(at -> clock(at, zone)).orElse(""),
                line.recipient(),
                line.subject(),
                line.languageTag(),
                messages.get(in, "mailview.state." + line.state().name()),
                Integer.toString(line.attempts()),
                line.lastError());
    }

    /** Day, time and distance from UTC: a file does not say elsewhere which clock it means. */
    private static String clock(Instant at, ZoneId zone) {
        return at.atZone(zone)
                .toOffsetDateTime()
                .truncatedTo(ChronoUnit.SECONDS)
                .toString()
                .replace('T', ' ');
    }
}
