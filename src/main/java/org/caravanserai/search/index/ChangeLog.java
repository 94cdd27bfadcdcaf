package org.caravanserai.search.index;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.caravanserai.agenda.Release;
import org.caravanserai.meeting.Meeting;
import org.caravanserai.meeting.MeetingChanged;
import org.caravanserai.people.Institution;
import org.caravanserai.people.InstitutionsWritten;
import org.caravanserai.people.Person;
import org.caravanserai.platform.Aggregate;
import org.caravanserai.platform.AggregateWatcher;
import org.caravanserai.platform.Ids;
import org.caravanserai.platform.LiveUpdates;
import org.caravanserai.proposal.Proposal;
import org.caravanserai.proposal.ProposalPart;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The numbered log of what has changed. A line is written in the transaction of its change, so that neither is ever without
 * the other, and after the commit this process is told that there is something to read.
 */
@Component
class ChangeLog implements AggregateWatcher {

    /** Where this process hears that there is something to read. */
    static final LiveUpdates.Channel CHANNEL = new LiveUpdates.Channel("search", new UUID(0, 0));

    private static final UUID ALL = new UUID(0, 0);
    private static final String COLUMNS = "select number, mark, kind, object from search_change ";

    private final JdbcClient jdbc;
    private final LiveUpdates updates;
    private final Clock clock;

    ChangeLog(JdbcClient jdbc, LiveUpdates updates, Clock clock) {
        this.jdbc = jdbc;
        this.updates = updates;
        this.clock = clock;
    }

    /**
     * A line of the log.
     *
     * @param mark of this line and of no other in any log
     */
    record Change(long number, UUID mark, Unit unit) {}

    @Override
    public void changed(Aggregate aggregate) {
        switch (aggregate) {
            case Proposal proposal -> note(new Unit(Unit.Kind.PROPOSAL, proposal.key()));
            case ProposalPart part ->
                note(new Unit(Unit.Kind.PROPOSAL, part.proposal().value()));
            case Person person -> note(new Unit(Unit.Kind.PERSON, person.key()));
            case Institution institution -> note(new Unit(Unit.Kind.INSTITUTION, institution.key()));
            case Meeting meeting -> note(new Unit(Unit.Kind.AGENDA, meeting.key()));
            case Release release ->
                note(new Unit(Unit.Kind.AGENDA, release.meeting().value()));
            default -> {}
        }
    }

    @EventListener
    void on(InstitutionsWritten event) {
        note(new Unit(Unit.Kind.INSTITUTIONS, ALL));
    }

    @EventListener
    void on(MeetingChanged event) {
        note(new Unit(Unit.Kind.AGENDA, event.meeting().value()));
    }

    /** Has every process make its index anew. */
    void noteEverything() {
        note(new Unit(Unit.Kind.EVERYTHING, ALL));
    }

    /** A new line that says nothing: where an index begins that is about to be made. */
    Change mark() {
        var mark = Ids.next();
        write(mark, new Unit(Unit.Kind.MARK, ALL));
        return jdbc.sql(COLUMNS + "where mark = ? and kind = 'MARK'")
                .param(mark)
                .query(ChangeLog::change)
                .single();
    }

    /** The line with a number; empty if there is none, or no more. */
    Optional<Change> line(long number) {
        return jdbc.sql(COLUMNS + "where number = ?")
                .param(number)
                .query(ChangeLog::change)
                .optional();
    }

    /** The lines after a number, and those before it that were missing when it was read. */
    List<Change> since(long number, Collection<Long> missing) {
        return missing.isEmpty()
                ? jdbc.sql(COLUMNS + "where number > ? order by number")
                        .param(number)
                        .query(ChangeLog::change)
                        .list()
                : jdbc.sql(COLUMNS + "where number > :number or number in (:missing) order by number")
                        .param("number", number)
                        .param("missing", missing)
                        .query(ChangeLog::change)
                        .list();
    }

    /** The numbers of the lines from one to another. */
    Set<Long> numbers(long from, long to) {
        return new HashSet<>(jdbc.sql("select number from search_change where number between ? and ?")
                .params(from, to)
                .query((row, number) -> row.getLong(1))
                .list());
    }

    /** Removes what every process has read long ago; the last line stays, which an index may stand at. */
    void forget(Duration olderThan) {
        jdbc.sql("delete from search_change where changed_at < ? and number < (select max(number) from search_change)")
                .param(clock.instant().minus(olderThan).atOffset(ZoneOffset.UTC))
                .update();
    }

    private void note(Unit unit) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            write(Ids.next(), unit);
            updates.tell(CHANNEL, unit);
        } else if (noted().add(unit)) {
            write(Ids.next(), unit);
        }
    }

    /** What this transaction has noted already: a form that is saved writes many parts of one proposal. */
    private Set<Unit> noted() {
        for (var one : TransactionSynchronizationManager.getSynchronizations()) {
            if (one instanceof Noted noted) {
                return noted.units;
            }
        }
        var noted = new Noted();
        TransactionSynchronizationManager.registerSynchronization(noted);
        return noted.units;
    }

    private void write(UUID mark, Unit unit) {
        jdbc.sql("insert into search_change (mark, kind, object, changed_at) values (?, ?, ?, ?)")
                .params(mark, unit.kind().name(), unit.object(), clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Change change(ResultSet row, int number) throws SQLException {
        return new Change(
                row.getLong(1),
                row.getObject(2, UUID.class),
                new Unit(Unit.Kind.valueOf(row.getString(3)), row.getObject(4, UUID.class)));
    }

    private final class Noted implements TransactionSynchronization {

        private final Set<Unit> units = new HashSet<>();

        @Override
        public void afterCommit() {
            updates.tell(CHANNEL, units.size());
        }
    }
}
