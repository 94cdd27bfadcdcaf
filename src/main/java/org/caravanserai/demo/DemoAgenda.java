package org.caravanserai.demo;

import java.util.Map;
import java.util.Objects;
import org.caravanserai.agenda.AgendaPublication;
import org.caravanserai.agenda.Placement;
import org.caravanserai.agenda.Placements;
import org.caravanserai.agenda.Session;
import org.caravanserai.agenda.Sessions;
import org.caravanserai.demo.Content.AgendaEntry;
import org.caravanserai.meeting.Meeting;
import org.caravanserai.text.LocalizedText;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The agenda of the demonstration meeting, published twice. */
@Component
@Profile("demo")
class DemoAgenda {

    private final Sessions sessions;
    private final Placements placements;
    private final AgendaPublication publication;

    DemoAgenda(Sessions sessions, Placements placements, AgendaPublication publication) {
        this.sessions = sessions;
        this.placements = placements;
        this.publication = publication;
    }

    void load(Meeting meeting, Content content, Cast cast) {
        var rows = content.agenda();
        // The first release lacks the last day, so that the second has a difference to show.
        var lastDay = meeting.lastDay();
        rows.stream().filter(r -> r.start().toLocalDate().isBefore(lastDay)).forEach(r -> place(meeting, r, cast));
        publication.publish(
                meeting.id(),
                LocalizedText.ofTags(Map.of(
                        "en",
                        "The first three days.",
                        "ja",
                        "最初の3日間の日程です。",
                        "ru",
                        "Первые три дня.",
                        "kk",
                        "Алғашқы үш күн.")));
        rows.stream().filter(r -> !r.start().toLocalDate().isBefore(lastDay)).forEach(r -> place(meeting, r, cast));
        publication.publish(
                meeting.id(),
                LocalizedText.ofTags(Map.of(
                        "en",
                        "With the last day.",
                        "ja",
                        "最終日を加えました。",
                        "ru",
                        "Добавлен последний день.",
                        "kk",
                        "Соңғы күн қосылды.")));
    }

    private void place(Meeting meeting, AgendaEntry row, Cast cast) {
        var session = session(meeting, row, cast);
        session.resize(row.minutes());
        placements.save(new Placement(
                session.id(),
                meeting.id(),
                row.room() == null ? null : cast.room(row.room()),
                row.start().atZone(meeting.zone()).toInstant(),
                row.minutes()));
    }

    private Session session(Meeting meeting, AgendaEntry row, Cast cast) {
        var item = row.item();
        if (item != null) {
            var type = cast.type(item.type());
            return sessions.save(new Session(meeting.id(), type.key(), Content.text(item.title()), row.minutes()));
        }
        var proposal = cast.proposal(Objects.requireNonNull(row.proposal(), "an entry without an item is a proposal"));
        return sessions.findByProposal(proposal.key()).orElseThrow();
    }
}
