package org.caravanserai.agenda.optimiser.conference;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.caravanserai.agenda.optimiser.conference.Conference.Clock;
import org.caravanserai.agenda.optimiser.conference.Conference.Penalties;
import org.caravanserai.agenda.optimiser.conference.Conference.Session;
import org.caravanserai.agenda.optimiser.conference.Conference.Submission;
import org.caravanserai.agenda.optimiser.conference.Conference.Track;
import org.dhatim.fastexcel.reader.ReadableWorkbook;

/** Reads a conference from a workbook of the library CoSPLib. Rows and columns are found by name, not by position. */
public final class ConferenceFile {

    private static final int FIRST_PENALTY = 7;
    private static final int WEIGHTS = 4;

    private final ReadableWorkbook workbook;

    private ConferenceFile(ReadableWorkbook workbook) {
        this.workbook = workbook;
    }

    /**
     * Reads a workbook.
     *
     * @throws MalformedConferenceException if it is no such workbook; the message says where and what
     * @throws IOException if the file cannot be read
     */
    public static Conference read(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return read(in);
        }
    }

    /** The same for an open stream, which stays open. */
    public static Conference read(InputStream in) throws IOException {
        try (var workbook = new ReadableWorkbook(in)) {
            return new ConferenceFile(workbook).conference();
        } catch (MalformedConferenceException | IOException known) {
            throw known;
        } catch (RuntimeException broken) {
            var malformed = new MalformedConferenceException("the file is not a workbook: " + broken.getMessage());
            malformed.initCause(broken);
            throw malformed;
        }
    }

    private Conference conference() throws IOException {
        var sessions = sessions();
        var rooms = new Grid(workbook, "rooms").names();
        var tracks = tracks();
        var ofTracks = positions(tracks.stream().map(Track::name).toList());
        var ofSessions = positions(sessions.stream().map(Session::name).toList());
        var ofRooms = positions(rooms);
        var penalties = new Penalties(
                matrix("tracks_sessions|penalty", ofTracks, ofSessions),
                matrix("tracks_rooms|penalty", ofTracks, ofRooms),
                mirrored(matrix("similar tracks", ofTracks, ofTracks)),
                matrix("sessions_rooms|penalty", ofSessions, ofRooms));
        var parameters = new Grid(workbook, "parameters");
        return new Conference(
                submissions(ofTracks, ofSessions, ofRooms),
                tracks,
                sessions,
                rooms,
                penalties,
                clock(parameters),
                weights(parameters));
    }

    private List<Session> sessions() throws IOException {
        var grid = new Grid(workbook, "sessions");
        var sessions = new ArrayList<Session>();
        for (var row : grid.rows()) {
            var slots = grid.count(row, 1);
            if (slots == 0) {
                throw grid.wrong(row, 1, "a session needs at least one slot");
            }
            sessions.add(new Session(grid.text(row, 0), slots, grid.minutes(row, 3), grid.minutes(row, 4)));
        }
        return sessions;
    }

    private List<Track> tracks() throws IOException {
        var grid = new Grid(workbook, "tracks");
        return grid.rows().stream()
                .map(row -> new Track(grid.text(row, 0), grid.people(row, 1)))
                .toList();
    }

    private List<Submission> submissions(
            Map<String, Integer> tracks, Map<String, Integer> sessions, Map<String, Integer> rooms) throws IOException {
        var grid = new Grid(workbook, "submissions");
        var sessionColumns = columns(grid, FIRST_PENALTY, sessions);
        var roomColumns = columns(grid, FIRST_PENALTY + sessions.size(), rooms);
        var submissions = new ArrayList<Submission>();
        for (var row : grid.rows()) {
            var track = tracks.get(grid.text(row, 1));
            if (track == null) {
                throw grid.wrong(row, 1, "there is no track " + grid.text(row, 1));
            }
            var slots = grid.count(row, 2);
            if (slots == 0) {
                throw grid.wrong(row, 2, "a submission needs at least one slot");
            }
            submissions.add(new Submission(
                    grid.text(row, 0),
                    track,
                    slots,
                    grid.count(row, 3),
                    grid.offset(row, 4),
                    grid.people(row, 5),
                    grid.people(row, 6),
                    penalties(grid, row, sessionColumns),
                    penalties(grid, row, roomColumns)));
        }
        return submissions;
    }

    private static List<Long> penalties(Grid grid, int row, int[] columns) {
        var penalties = new ArrayList<Long>();
        for (var column : columns) {
            penalties.add(column < 0 ? 0 : grid.penalty(row, column));
        }
        return List.copyOf(penalties);
    }

    /** By position of each name, the column that has it as its head; -1 where there is none. */
    private static int[] columns(Grid grid, int first, Map<String, Integer> names) {
        var columns = new int[names.size()];
        Arrays.fill(columns, -1);
        for (var column = first; column < Math.min(grid.width(), first + names.size()); column++) {
            var head = grid.text(0, column);
            var position = names.get(head);
            if (position == null) {
                throw grid.wrong(0, column, "the name “" + head + "” is not known");
            }
            columns[position] = column;
        }
        return columns;
    }

    private List<List<Long>> matrix(String sheet, Map<String, Integer> rows, Map<String, Integer> columns)
            throws IOException {
        var grid = new Grid(workbook, sheet);
        var ofColumns = columns(grid, 1, columns);
        var matrix = new ArrayList<List<Long>>();
        for (var i = 0; i < rows.size(); i++) {
            matrix.add(Collections.nCopies(columns.size(), 0L));
        }
        for (var row : grid.rows()) {
            var position = rows.get(grid.text(row, 0));
            if (position == null) {
                throw grid.wrong(row, 0, "the name “" + grid.text(row, 0) + "” is not known");
            }
            matrix.set(position, penalties(grid, row, ofColumns));
        }
        return List.copyOf(matrix);
    }

    /** The workbooks fill one triangle, and the library reads it for both directions. */
    private static List<List<Long>> mirrored(List<List<Long>> matrix) {
        var mirrored = new ArrayList<List<Long>>();
        for (var row = 0; row < matrix.size(); row++) {
            var values = new ArrayList<Long>();
            for (var column = 0; column < matrix.size(); column++) {
                values.add(
                        Math.max(matrix.get(row).get(column), matrix.get(column).get(row)));
            }
            mirrored.add(List.copyOf(values));
        }
        return List.copyOf(mirrored);
    }

    private static Clock clock(Grid grid) {
        return new Clock(
                grid.offset(1, 1),
                grid.minutes(3, 1),
                grid.minutes(4, 1),
                grid.minutes(6, 1),
                grid.minutes(7, 1),
                grid.penalty(8, 1),
                grid.penalty(10, 1));
    }

    private static Map<Term, Long> weights(Grid grid) {
        var weights = new EnumMap<Term, Long>(Term.class);
        for (var term : Term.values()) {
            if (term != Term.TORN_SUBMISSIONS) {
                weights.put(term, grid.penalty(1 + term.ordinal(), WEIGHTS));
            }
        }
        return weights;
    }

    private static Map<String, Integer> positions(List<String> names) {
        var positions = new HashMap<String, Integer>();
        names.forEach(name -> positions.put(name, positions.size()));
        return positions;
    }
}
