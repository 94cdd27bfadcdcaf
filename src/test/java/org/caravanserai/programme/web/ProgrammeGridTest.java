package org.caravanserai.programme.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.caravanserai.programme.SampleProgramme.session;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.caravanserai.agenda.AgendaSnapshot.RoomPart;
import org.caravanserai.agenda.AgendaSnapshot.SessionPart;
import org.caravanserai.programme.ProgrammeFilter;
import org.caravanserai.programme.SampleProgramme;
import org.caravanserai.text.Language;
import org.caravanserai.text.LocalizedText;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProgrammeGridTest {

    private final RoomPart hall = SampleProgramme.room("Hall");
    private final RoomPart attic = SampleProgramme.room("Attic");

    @Test
    void aSessionCoversTheRowsOfItsTimeAndNothingElseStandsThere() {
        var grid = grid(session("LONG", hall, 0, 120), session("ONE", attic, 0, 60), session("TWO", attic, 90, 30));

        assertThat(said(grid))
                .as("rows begin when something starts or ends")
                .containsExactly("LONG/3 ONE/1", "-/1", "TWO/1");
    }

    @Test
    void everyRowHasEachRoomOnce() {
        var grid = grid(
                session("A", hall, 0, 30),
                session("B", attic, 15, 30),
                session("C", hall, 60, 15),
                session("D", attic, 45, 45));

        var total = grid.rows().stream()
                .flatMap(r -> r.cells().stream())
                .mapToInt(ProgrammeGrid.Cell::rows)
                .sum();
        assertThat(total).isEqualTo(grid.columns().size() * grid.rows().size());
    }

    @Test
    void whatOverlapsInOneRoomSharesAField() {
        assertThat(said(grid(session("A", hall, 0, 60), session("B", hall, 30, 60))))
                .containsExactly("A,B/1");
    }

    @Test
    void aRoomWithoutSessionsHasNoColumnAndAllRoomsComeFirst() {
        var grid = grid(session("A", hall, 0, 60), session("BREAK", null, 60, 30));

        assertThat(grid.columns())
                .extracting(c -> c.name() == null ? "all" : c.name().text())
                .containsExactly("all", "Hall");
        assertThat(said(grid)).containsExactly("-/1 A/1", "BREAK/1 -/1");
    }

    private static List<String> said(ProgrammeGrid grid) {
        return grid.rows().stream()
                .map(row -> row.cells().stream()
                        .map(cell -> (cell.cards().isEmpty()
                                        ? "-"
                                        : String.join(
                                                ",",
                                                cell.cards().stream()
                                                        .map(SessionCard::code)
                                                        .toList()))
                                + "/" + cell.rows())
                        .collect(java.util.stream.Collectors.joining(" ")))
                .toList();
    }

    private ProgrammeGrid grid(SessionPart... sessions) {
        var programme = SampleProgramme.of(List.of(hall, attic), List.of(sessions));
        var found = new ArrayList<>(programme.find(ProgrammeFilter.NONE));
        var times =
                new PageTimes(Language.EN, ZoneId.of("Asia/Tokyo"), LocalizedText.english("Tokyo"), Optional.empty());
        return ProgrammeGrid.of(programme, found, new ProgrammeGrid.Writer() {
            @Override
            public PageTimes.Moment at(Instant time) {
                return times.at(time, programme.dayOf(found.getFirst()));
            }

            @Override
            public ProgrammeGrid.Column column(@Nullable RoomPart room) {
                return new ProgrammeGrid.Column(room == null ? null : Said.of(room.name(), Language.EN), "");
            }

            @Override
            public SessionCard card(SessionPart session) {
                return SessionCard.of(programme, session, Language.EN, times, Links.of("grid", "", ""));
            }
        });
    }
}
