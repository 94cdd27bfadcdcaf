package org.caravanserai.review.room;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.meeting.SessionType;
import org.caravanserai.meeting.SessionTypes;
import org.caravanserai.meeting.Topic;
import org.caravanserai.meeting.Topics;
import org.caravanserai.platform.Spreadsheets;
import org.caravanserai.review.reviewing.DecisionRoom;
import org.caravanserai.review.reviewing.DecisionRoom.Row;
import org.caravanserai.review.reviewing.Recommendation;
import org.caravanserai.text.Language;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.Messages;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The table of the decision room as a file for spreadsheets, without what a conflict of interest hides. */
@Service
public class RoomExport {

    private final DecisionRoom room;
    private final ProposalTags tags;
    private final Topics topics;
    private final SessionTypes types;
    private final Messages messages;

    RoomExport(DecisionRoom room, ProposalTags tags, Topics topics, SessionTypes types, Messages messages) {
        this.room = room;
        this.tags = tags;
        this.topics = topics;
        this.types = types;
        this.messages = messages;
    }

    /** As comma-separated values. */
    @PreAuthorize("@reviewAccess.leads(#meeting.value)")
    @Transactional(readOnly = true)
    public byte[] csv(MeetingId meeting, RoomFilter filter, RoomOrder order, boolean descending, Language in) {
        return Spreadsheets.csv(heads(in), rows(meeting, filter, order, descending, in));
    }

    /** As an Excel workbook. */
    @PreAuthorize("@reviewAccess.leads(#meeting.value)")
    @Transactional(readOnly = true)
    public byte[] xlsx(MeetingId meeting, RoomFilter filter, RoomOrder order, boolean descending, Language in) {
        return Spreadsheets.xlsx("Decision room", heads(in), rows(meeting, filter, order, descending, in));
    }

    /** All of the decision room as a table. */
    @PreAuthorize("@reviewAccess.leads(#meeting.value)")
    @Transactional(readOnly = true)
    public Spreadsheets.Table table(MeetingId meeting, Language in) {
        return new Spreadsheets.Table(heads(in), rows(meeting, RoomFilter.ALL, RoomOrder.CODE, false, in));
    }

    private List<String> heads(Language in) {
        return Stream.concat(
                        Stream.of(
                                "room.column.rank",
                                "review.column.code",
                                "review.column.title",
                                "review.column.state",
                                "room.column.pending",
                                "room.column.score",
                                "room.column.mean",
                                "room.column.spread",
                                "room.column.reviews",
                                "room.column.missing",
                                "room.column.posts",
                                "room.column.tags",
                                "review.column.topic",
                                "review.column.type",
                                "review.column.language",
                                "review.column.person",
                                "review.column.affiliation",
                                "review.column.country",
                                "room.mark.FIRST_TIME"),
                        Arrays.stream(Recommendation.values()).map(r -> "room.advice." + r.name()))
                .map(key -> messages.get(in, key))
                .toList();
    }

    private List<List<String>> rows(
            MeetingId meeting, RoomFilter filter, RoomOrder order, boolean descending, Language in) {
        var topicNames = topics.findByMeetingOrderByPosition(meeting.value()).stream()
                .collect(Collectors.toMap(Topic::key, Topic::name));
        var typeNames = types.findByMeetingOrderByPosition(meeting.value()).stream()
                .collect(Collectors.toMap(SessionType::key, SessionType::name));
        var tagged = tags.of(meeting);
        var rows = new java.util.ArrayList<List<String>>();
        for (var row : filter.of(room.rows(meeting), tagged, order, descending)) {
            rows.add(cells(row, rows.size() + 1, tagged, topicNames, typeNames, in));
        }
        return rows;
    }

    private List<String> cells(
            Row row,
            int rank,
            Map<UUID, SortedSet<String>> tagged,
            Map<UUID, LocalizedText> topicNames,
            Map<UUID, LocalizedText> typeNames,
            Language in) {
        return Stream.concat(
                        Stream.of(
                                Integer.toString(rank),
                                row.code(),
                                row.title().text(in),
                                messages.get(in, "review.state." + row.state().name()),
                                row.pending()
                                        .map(v -> messages.get(in, "review.verdict." + v))
                                        .orElse(""),
                                number(row.corrected()),
                                number(row.mean()),
                                number(row.spread()),
                                Integer.toString(row.reviews()),
                                Integer.toString(row.missing()),
                                Integer.toString(row.posts()),
                                String.join(
                                        "; ", tagged.getOrDefault(row.proposal().value(), ProposalTags.NONE)),
                                row.topics().stream()
                                        .map(t -> name(topicNames, t, in))
                                        .collect(Collectors.joining("; ")),
                                name(typeNames, row.sessionType(), in),
                                row.talkLanguage(),
                                row.proposer().in(in),
                                row.affiliation(),
                                row.country(),
                                messages.get(in, row.firstTime() ? "room.yes" : "room.no")),
                        Arrays.stream(Recommendation.values())
                                .map(r -> Integer.toString(row.recommendations().getOrDefault(r, 0))))
                .toList();
    }

    private static String number(OptionalDouble value) {
        return value.isEmpty() ? "" : String.format(Locale.ROOT, "%.3f", value.getAsDouble());
    }

    private static String name(Map<UUID, LocalizedText> names, UUID key, Language in) {
        return names.getOrDefault(key, LocalizedText.EMPTY).text(in);
    }
}
