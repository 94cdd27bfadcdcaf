package org.caravanserai.review.room;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.meeting.Topic;
import org.caravanserai.meeting.Topics;
import org.caravanserai.platform.Spreadsheets;
import org.caravanserai.review.reviewing.DecisionRoom;
import org.caravanserai.review.reviewing.ReviewerLoads;
import org.caravanserai.text.Language;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.Messages;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the reviewing of a meeting was like, without what a conflict of interest hides from who reads. */
@Service
public class ReviewReports {

    private final DecisionRoom room;
    private final ReviewerLoads loads;
    private final Topics topics;
    private final Messages messages;

    ReviewReports(DecisionRoom room, ReviewerLoads loads, Topics topics, Messages messages) {
        this.room = room;
        this.loads = loads;
        this.topics = topics;
        this.messages = messages;
    }

    /** One table of the reports. */
    public enum Part {
        LOAD,
        PUNCTUALITY,
        AGREEMENT,
        COUNTRY,
        TOPIC,
        FIRST_TIME
    }

    /**
     * All reports.
     *
     * @param loads who reviews how much and how punctually
     * @param agreement how far they agree
     * @param countries acceptance by the proposers' countries
     * @param topics acceptance by main topics
     * @param firstTime acceptance by whether the proposer takes part for the first time
     */
    public record Report(
            List<ReviewerLoads.Row> loads,
            Agreement agreement,
            List<Acceptance> countries,
            List<Acceptance> topics,
            List<Acceptance> firstTime) {}

    /** All reports of a meeting; the same number of statements whatever there is to tell. */
    @PreAuthorize("@reviewAccess.leads(#meeting.value)")
    @Transactional(readOnly = true)
    public Report read(MeetingId meeting) {
        var rows = room.rows(meeting);
        return new Report(
                loads.list(meeting),
                agreement(meeting),
                Acceptance.by(Balance.COUNTRY, rows),
                Acceptance.by(Balance.TOPIC, rows),
                Acceptance.by(Balance.FIRST_TIME, rows));
    }

    private record Table(List<String> heads, List<List<String>> rows) {}

    /** One report as comma-separated values. */
    @PreAuthorize("@reviewAccess.leads(#meeting.value)")
    @Transactional(readOnly = true)
    public byte[] csv(MeetingId meeting, Part part, Language in) {
        var table = table(meeting, part, in);
        return Spreadsheets.csv(table.heads(), table.rows());
    }

    /** One report as an Excel workbook. */
    @PreAuthorize("@reviewAccess.leads(#meeting.value)")
    @Transactional(readOnly = true)
    public byte[] xlsx(MeetingId meeting, Part part, Language in) {
        var table = table(meeting, part, in);
        return Spreadsheets.xlsx("Report", table.heads(), table.rows());
    }

    private Table table(MeetingId meeting, Part part, Language in) {
        return switch (part) {
            case PUNCTUALITY ->
                new Table(
                        heads(in, "room.load.person", "room.punctual.onTime", "room.load.delayed", "room.load.overdue"),
                        loads.list(meeting).stream()
                                .map(row -> List.of(
                                        row.name().in(in),
                                        Integer.toString(row.submitted() - row.delayed()),
                                        Integer.toString(row.delayed()),
                                        Integer.toString(row.late())))
                                .toList());
            case LOAD ->
                new Table(
                        heads(
                                in,
                                "room.load.person",
                                "room.load.given",
                                "room.load.submitted",
                                "room.load.open",
                                "room.load.overdue",
                                "room.load.delayed",
                                "room.load.declined"),
                        loads.list(meeting).stream().map(row -> load(row, in)).toList());
            case AGREEMENT -> {
                var agreement = agreement(meeting);
                yield new Table(
                        heads(in, "room.alpha", "room.alpha.units", "room.alpha.values"),
                        List.of(List.of(
                                agreement.alpha().isEmpty()
                                        ? ""
                                        : String.format(
                                                Locale.ROOT,
                                                "%.3f",
                                                agreement.alpha().getAsDouble()),
                                Integer.toString(agreement.units()),
                                Integer.toString(agreement.values()))));
            }
            case COUNTRY ->
                acceptance("room.balance.COUNTRY", Acceptance.by(Balance.COUNTRY, room.rows(meeting)), Map.of(), in);
            case TOPIC -> {
                var names = topics.findByMeetingOrderByPosition(meeting.value()).stream()
                        .collect(Collectors.toMap(Topic::key, Topic::name));
                yield acceptance(
                        "room.balance.TOPIC", Acceptance.by(Balance.TOPIC, room.rows(meeting)), named(names, in), in);
            }
            case FIRST_TIME ->
                acceptance(
                        "room.balance.FIRST_TIME",
                        Acceptance.by(Balance.FIRST_TIME, room.rows(meeting)),
                        Map.of(
                                "true",
                                messages.get(in, "room.first.true"),
                                "false",
                                messages.get(in, "room.first.false")),
                        in);
        };
    }

    private Agreement agreement(MeetingId meeting) {
        var byProposal = new LinkedHashMap<UUID, List<Double>>();
        room.scores(meeting)
                .forEach(given -> byProposal
                        .computeIfAbsent(given.proposal(), p -> new ArrayList<>())
                        .add(given.score()));
        return Agreement.of(byProposal.values());
    }

    private Table acceptance(String head, List<Acceptance> rows, Map<String, String> names, Language in) {
        return new Table(
                heads(
                        in,
                        head,
                        "room.accept.handedIn",
                        "room.accept.decided",
                        "room.accept.accepted",
                        "room.accept.rate"),
                rows.stream()
                        .map(row -> List.of(
                                row.value().isEmpty()
                                        ? messages.get(in, "review.country.none")
                                        : names.getOrDefault(row.value(), row.value()),
                                Integer.toString(row.handedIn()),
                                Integer.toString(row.decided()),
                                Integer.toString(row.accepted()),
                                row.decided() == 0 ? "" : Integer.toString(row.percent())))
                        .toList());
    }

    private static List<String> load(ReviewerLoads.Row row, Language in) {
        return Stream.concat(
                        Stream.of(row.name().in(in)),
                        Stream.of(row.given(), row.submitted(), row.open(), row.late(), row.delayed(), row.declined())
                                .map(n -> Integer.toString(n)))
                .toList();
    }

    private static Map<String, String> named(Map<UUID, LocalizedText> names, Language in) {
        return names.entrySet().stream()
                .collect(Collectors.toMap(
                        e -> e.getKey().toString(), e -> e.getValue().text(in)));
    }

    private List<String> heads(Language in, String... keys) {
        return Stream.of(keys).map(key -> messages.get(in, key)).toList();
    }
}
