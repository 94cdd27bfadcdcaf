package org.caravanserai.review;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.meeting.Meetings;
import org.caravanserai.meeting.SessionType;
import org.caravanserai.meeting.SessionTypes;
import org.caravanserai.meeting.Topic;
import org.caravanserai.meeting.Topics;
import org.caravanserai.text.Language;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.Messages;
import org.dhatim.fastexcel.Workbook;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The committee's list as a file for spreadsheets. Text that a spreadsheet would take for a formula is put behind an
 * apostrophe (OWASP, CSV injection); CSV begins with a byte order mark, without which Excel garbles what is not Latin.
 */
@Service
public class ProposalExport {

    private static final int MOST = 20_000;
    private static final String DANGEROUS = "=+-@\t\r\n|%\uFF1D\uFF0B\uFF0D\uFF20";

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
        var bytes = new ByteArrayOutputStream();
        try (var writer = new OutputStreamWriter(bytes, StandardCharsets.UTF_8)) {
            writer.write('\uFEFF');
            try (var csv = new CSVPrinter(writer, CSVFormat.EXCEL)) {
                csv.printRecord(heads(in));
                for (var row : rows(meeting, filter, order, descending, in)) {
                    csv.printRecord(row);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** As an Excel workbook. */
    @PreAuthorize("@access.in(#meeting.value, 'ORGANISER', 'CHAIR')")
    @Transactional(readOnly = true)
    public byte[] xlsx(MeetingId meeting, ProposalFilter filter, ProposalOrder order, boolean descending, Language in) {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "Caravanserai", "1.0")) {
            var sheet = workbook.newWorksheet("Proposals");
            var heads = heads(in);
            for (int column = 0; column < heads.size(); column++) {
                sheet.value(0, column, heads.get(column));
            }
            sheet.range(0, 0, 0, heads.size() - 1).style().bold().set();
            sheet.freezePane(0, 1);
            int line = 1;
            for (var row : rows(meeting, filter, order, descending, in)) {
                for (int column = 0; column < row.size(); column++) {
                    sheet.value(line, column, row.get(column));
                }
                line++;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Text as a spreadsheet shows it and never runs it. */
    static String safe(String text) {
        return !text.isEmpty() && DANGEROUS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
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
                    .map(ProposalExport::safe)
                    .toList());
        }
        return rows;
    }

    private static String name(Map<UUID, LocalizedText> names, UUID key, Language in) {
        return names.getOrDefault(key, LocalizedText.EMPTY).text(in);
    }
}
