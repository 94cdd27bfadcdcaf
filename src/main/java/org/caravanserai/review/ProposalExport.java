package org.caravanserai.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.meeting.Meetings;
import org.caravanserai.meeting.SessionType;
import org.caravanserai.meeting.SessionTypes;
import org.caravanserai.meeting.Topic;
import org.caravanserai.meeting.Topics;
import org.caravanserai.platform.Spreadsheets;
import org.caravanserai.text.Language;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.Messages;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The committee's list as a file for spreadsheets, in which no text is ever a formula. */
@Service
public class ProposalExport {

    private static final int MOST = 20_000;

    private final ProposalFinder finder;
    private final Topics topics;
    private final SessionTypes types;
    private final Meetings meetings;
    private final Messages messages;

    ProposalExport(ProposalFinder finder, Topics topics, SessionTypes types, Meetings meetings, Messages messages) {
        this.finder = finder;
        this.topics = topics;
        this.types = types;
        this.meetings = meetings;
        this.messages = messages;
    }

    /** As comma-separated values, UTF-8 with a byte order mark. */
    @PreAuthorize("@access.in(#meeting.value, 'ORGANISER', 'CHAIR')")
    @Transactional(readOnly = true)
    public byte[] csv(MeetingId meeting, ProposalFilter filter, ProposalOrder order, boolean descending, Language in) {
        return Spreadsheets.csv(heads(in), rows(meeting, filter, order, descending, in));
    }

    /** As an Excel workbook. */
    @PreAuthorize("@access.in(#meeting.value, 'ORGANISER', 'CHAIR')")
    @Transactional(readOnly = true)
    public byte[] xlsx(MeetingId meeting, ProposalFilter filter, ProposalOrder order, boolean descending, Language in) {
        return Spreadsheets.xlsx("Proposals", heads(in), rows(meeting, filter, order, descending, in));
    }

    /** All of the committee's list as a table. */
    @PreAuthorize("@access.in(#meeting.value, 'ORGANISER', 'CHAIR')")
    @Transactional(readOnly = true)
    public Spreadsheets.Table table(MeetingId meeting, Language in) {
        return new Spreadsheets.Table(heads(in), rows(meeting, ProposalFilter.ALL, ProposalOrder.CODE, false, in));
    }

    private List<String> heads(Language in) {
        return List.of(
                messages.get(in, "review.column.code"),
                messages.get(in, "review.column.title"),
                messages.get(in, "review.column.state"),
                messages.get(in, "review.column.topic"),
                messages.get(in, "review.column.type"),
                messages.get(in, "review.column.minutes"),
                messages.get(in, "review.column.language"),
                messages.get(in, "review.column.person"),
                messages.get(in, "review.column.affiliation"),
                messages.get(in, "review.column.country"),
                messages.get(in, "review.column.submitted"));
    }

    private List<List<String>> rows(
            MeetingId meeting, ProposalFilter filter, ProposalOrder order, boolean descending, Language in) {
        var zone = meetings.findById(meeting.value()).orElseThrow().zone();
        var topicNames = topics.findByMeetingOrderByPosition(meeting.value()).stream()
                .collect(Collectors.toMap(Topic::key, Topic::name));
        var typeNames = types.findByMeetingOrderByPosition(meeting.value()).stream()
                .collect(Collectors.toMap(SessionType::key, SessionType::name));
        var rows = new ArrayList<List<String>>();
        for (var row : finder.find(meeting, filter, order, descending, 0, MOST)) {
            rows.add(java.util.stream.Stream.of(
                            row.code(),
                            row.title().text(in),
                            messages.get(in, "review.state." + row.state().name()),
                            row.topics().stream()
                                    .map(t -> name(topicNames, t, in))
                                    .collect(Collectors.joining("; ")),
                            name(typeNames, row.type(), in),
                            Integer.toString(row.minutes()),
                            row.talkLanguage(),
                            row.proposer().in(in),
                            row.affiliation(),
                            row.country(),
                            row.submittedAt()
                                    .map(at -> at.atZone(zone)
                                            .toLocalDateTime()
                                            .truncatedTo(java.time.temporal.ChronoUnit.MINUTES)
                                            .toString()
                                            .replace('T', ' '))
                                    .orElse(""))
                    .toList());
        }
        return rows;
    }

    private static String name(Map<UUID, LocalizedText> names, UUID key, Language in) {
        return names.getOrDefault(key, LocalizedText.EMPTY).text(in);
    }
}
