package org.caravanserai.partnering.introduction;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.partnering.card.CardModeration;
import org.caravanserai.partnering.directory.Exclusion;
import org.caravanserai.people.Access;
import org.caravanserai.people.PersonNameColumns;
import org.caravanserai.people.Role;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.PersonName;
import org.caravanserai.text.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where organisers and administrators deal with what was reported about the partner finding of a meeting. */
@Service
@PreAuthorize("@partnering.keepsOrder(#meeting)")
public class ReportDesk {

    private static final String ROWS = "select r.id, r.words, r.quoted, r.note, r.told_at, r.settled_at, r.card,"
            + " (select c.state from partner_card c where c.id = r.card),"
            + " (select count(*) from partnering_bar b where b.meeting = r.meeting and b.person = r.reported), "
            + PersonNameColumns.of("p") + ", " + PersonNameColumns.of("q")
            + " from partner_report r join person p on p.id = r.reporter join person q on q.id = r.reported"
            + " where r.meeting = ? order by case when r.settled_at is null then 0 else 1 end, r.told_at desc, r.id"
            + " limit 200";

    private static final int FIRST_OF_REPORTER = 10;

    private final PartnerReports reports;
    private final CardModeration cards;
    private final Exclusion exclusion;
    private final Access access;
    private final JdbcClient jdbc;
    private final Clock clock;

    ReportDesk(
            PartnerReports reports,
            CardModeration cards,
            Exclusion exclusion,
            Access access,
            JdbcClient jdbc,
            Clock clock) {
        this.access = access;
        this.reports = reports;
        this.cards = cards;
        this.exclusion = exclusion;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Something that was reported.
     *
     * @param quoted what was to be read then
     * @param note what was done about it
     * @param settledAt when it was dealt with; empty while it waits
     * @param card whether the card stands or was taken down; empty if it is about none, or it is gone
     * @param excluded whether the reported person is excluded from partner finding
     */
    public record Line(
            UUID key,
            PersonName reporter,
            PersonName reported,
            String words,
            String quoted,
            String note,
            Instant toldAt,
            Optional<Instant> settledAt,
            Optional<CardStanding> card,
            boolean excluded) {}

    /** How many reports wait at a meeting. */
    public record Waiting(String slug, LocalizedText meeting, int reports) {}

    /** Whether a reported card can be seen. */
    public enum CardStanding {
        STANDS,
        TAKEN_DOWN
    }

    /** What was reported: what waits comes first, then the latest; one statement. */
    @Transactional(readOnly = true)
    public List<Line> list(MeetingId meeting) {
        return jdbc.sql(ROWS)
                .param(meeting.value())
                .query((row, i) -> line(row))
                .list();
    }

    /** Where something waits at the meetings that the acting person organises; one statement. */
    @PreAuthorize("@access.signedIn()")
    @Transactional(readOnly = true)
    public List<Waiting> waiting() {
        var organised = access.meetingsAs(Role.ORGANISER);
        return organised.isEmpty()
                ? List.of()
                : jdbc.sql("select m.slug, m.name, count(*) from partner_report r join meeting m on m.id = r.meeting"
                                + " where r.settled_at is null and m.id in (:meetings) group by m.slug, m.name"
                                + " order by m.slug")
                        .param("meetings", organised)
                        .query((row, i) ->
                                new Waiting(row.getString(1), LocalizedText.fromJson(row.getString(2)), row.getInt(3)))
                        .list();
    }

    /**
     * Marks a report as dealt with.
     *
     * @param note what was done; may be empty
     * @throws Refusal if the note is too long
     */
    @Transactional
    public void settle(MeetingId meeting, UUID report, String note) {
        of(meeting, report).settle(note, clock);
    }

    /** Takes that back. */
    @Transactional
    public void reopen(MeetingId meeting, UUID report) {
        of(meeting, report).reopen();
    }

    /** Takes the reported card down. */
    @Transactional
    public void takeDown(MeetingId meeting, UUID report) {
        of(meeting, report).card().ifPresent(card -> cards.takeDown(meeting, card));
    }

    /** Puts the reported card back. */
    @Transactional
    public void putBack(MeetingId meeting, UUID report) {
        of(meeting, report).card().ifPresent(card -> cards.putBack(meeting, card));
    }

    /** Excludes the reported person from the partner finding of the meeting. */
    @Transactional
    public void exclude(MeetingId meeting, UUID report) {
        exclusion.exclude(meeting, of(meeting, report).reported());
    }

    /** Lets her in again. */
    @Transactional
    public void readmit(MeetingId meeting, UUID report) {
        exclusion.readmit(meeting, of(meeting, report).reported());
    }

    private PartnerReport of(MeetingId meeting, UUID report) {
        return reports.findById(report)
                .filter(found -> found.meeting().equals(meeting))
                .orElseThrow(() -> Refusal.of("partner.report.gone"));
    }

    private static Line line(ResultSet row) throws SQLException {
        var settled = row.getTimestamp(6);
        var state = row.getString(8);
        return new Line(
                row.getObject(1, UUID.class),
                PersonNameColumns.at(row, FIRST_OF_REPORTER),
                PersonNameColumns.at(row, FIRST_OF_REPORTER + PersonNameColumns.COUNT),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getTimestamp(5).toInstant(),
                Optional.ofNullable(settled).map(java.sql.Timestamp::toInstant),
                Optional.ofNullable(state)
                        .map(s -> s.equals("TAKEN_DOWN") ? CardStanding.TAKEN_DOWN : CardStanding.STANDS),
                row.getInt(9) > 0);
    }
}
