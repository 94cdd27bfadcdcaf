package org.caravanserai.partnering.directory;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.people.PersonId;
import org.caravanserai.platform.Internal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who is in the directory of a meeting, for other services that bring participants together. */
@Service
@Internal
public class DirectoryMembers {

    private final DirectoryEntries entries;
    private final JdbcClient jdbc;

    DirectoryMembers(DirectoryEntries entries, JdbcClient jdbc) {
        this.entries = entries;
        this.jdbc = jdbc;
    }

    /** Everybody in it; one statement. Who may see whom of them is told by {@link org.caravanserai.people.Concealment}. */
    @Transactional(readOnly = true)
    public Set<PersonId> in(MeetingId meeting) {
        var people = new LinkedHashSet<PersonId>();
        jdbc.sql("select person from directory_entry where meeting = ? order by person")
                .param(meeting.value())
                .query(row -> {
                    people.add(new PersonId(row.getObject(1, UUID.class)));
                });
        return people;
    }

    /** Whether a person is in it. */
    @Transactional(readOnly = true)
    public boolean has(MeetingId meeting, PersonId person) {
        return entries.existsByMeetingAndPerson(meeting.value(), person.value());
    }
}
