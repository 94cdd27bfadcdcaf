package org.caravanserai.programme;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.caravanserai.platform.MeetingSheet;
import org.caravanserai.platform.Spreadsheets;
import org.caravanserai.text.Language;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.Messages;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was said of sessions to take along: never by whom, and by the day, which the hour could tell. */
@Component
@Order(700)
class FeedbackSheet implements MeetingSheet {

    private final JdbcClient jdbc;
    private final Messages messages;

    FeedbackSheet(JdbcClient jdbc, Messages messages) {
        this.jdbc = jdbc;
        this.messages = messages;
    }

    @Override
    public String name() {
        return "feedback";
    }

    @Override
    public Spreadsheets.Table table(UUID meeting, Language in) {
        var rows = jdbc.sql("select s.code, s.title, f.rating, f.words, f.given_at from feedback f"
                        + " join session s on s.id = f.session where f.meeting = ? order by s.code, f.given_at")
                .param(meeting)
                .query((row, number) -> List.of(
                        row.getString(1),
                        LocalizedText.fromJson(row.getString(2)).text(in),
                        Integer.toString(row.getInt(3)),
                        row.getString(4),
                        row.getObject(5, OffsetDateTime.class).toLocalDate().toString()))
                .list();
        return new Spreadsheets.Table(
                List.of(
                        messages.get(in, "review.column.code"),
                        messages.get(in, "review.column.title"),
                        messages.get(in, "exchange.column.rating"),
                        messages.get(in, "exchange.column.words"),
                        messages.get(in, "agenda.board.day")),
                rows);
    }
}
