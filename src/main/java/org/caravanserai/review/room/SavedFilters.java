package org.caravanserai.review.room;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.people.Access;
import org.caravanserai.people.PersonId;
import org.caravanserai.people.SignedIn;
import org.caravanserai.review.reviewing.ReviewAccess;
import org.caravanserai.review.reviewing.ReviewSql;
import org.caravanserai.review.reviewing.SqlNames;
import org.caravanserai.text.PersonName;
import org.caravanserai.text.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps what members of a committee narrow their lists by, under names: each for herself, and what one who leads shares for
 * all who lead. Only who kept a filter changes it.
 */
@Service
public class SavedFilters {

    /** The most that one person may keep for one list. */
    public static final int MOST = 50;

    private static final String LIST = """
            select f.id, f.name, f.address, f.shared, f.person = :me,
            """ + ReviewSql.NAME + """
             from saved_filter f join person pe on pe.id = f.person
             where f.meeting = :meeting and f.page = :page and (f.person = :me or (f.shared and :leads))
             order by case when f.person = :me then 0 else 1 end, lower(f.name), f.id
            """;

    private final StoredFilters stored;
    private final ReviewAccess reviewAccess;
    private final Access access;
    private final JdbcClient jdbc;

    SavedFilters(StoredFilters stored, ReviewAccess reviewAccess, Access access, JdbcClient jdbc) {
        this.stored = stored;
        this.reviewAccess = reviewAccess;
        this.access = access;
        this.jdbc = jdbc;
    }

    /**
     * A filter under its name.
     *
     * @param address what the list's address carries after its question mark
     * @param shared whether all who lead see it
     * @param by who keeps it; empty for the acting person
     */
    public record Saved(UUID key, String name, String address, boolean shared, Optional<PersonName> by) {}

    /** Hers by name, and those that others who lead share with her; one statement. */
    @PreAuthorize("@access.in(#meeting.value, 'ORGANISER', 'CHAIR', 'REVIEWER')")
    @Transactional(readOnly = true)
    public List<Saved> list(MeetingId meeting, SavedFilter.Page page) {
        return jdbc.sql(LIST)
                .param("meeting", meeting.value())
                .param("page", page.name())
                .param("me", me().value())
                .param("leads", reviewAccess.leads(meeting.value()))
                .query((row, number) -> new Saved(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getString(3),
                        row.getBoolean(4),
                        row.getBoolean(5) ? Optional.empty() : Optional.of(SqlNames.name(row, 6))))
                .list();
    }

    /**
     * Keeps a filter.
     *
     * @param shared for all who lead; only one of them may say so
     * @throws Refusal if the name is empty, too long or hers already, or she keeps too many
     */
    @PreAuthorize("@access.in(#meeting.value, 'ORGANISER', 'CHAIR', 'REVIEWER')")
    @Transactional
    public UUID keep(MeetingId meeting, SavedFilter.Page page, String name, String address, boolean shared) {
        var filter = new SavedFilter(meeting, me(), page, name, address);
        if (stored.countByMeetingAndPersonAndPage(meeting.value(), me().value(), page) >= MOST) {
            throw Refusal.of("room.saved.many", MOST);
        }
        requireFree(filter);
        filter.share(shared && reviewAccess.leads(meeting.value()));
        return stored.save(filter).key();
    }

    /**
     * Calls one of hers otherwise.
     *
     * @throws Refusal if the name is empty, too long or another of hers has it
     */
    @SignedIn
    @Transactional
    public void rename(UUID key, String name) {
        var filter = mine(key);
        filter.rename(name);
        requireFree(filter);
        stored.save(filter);
    }

    /** Shares one of hers with all who lead, if she does, or keeps it to herself again. */
    @SignedIn
    @Transactional
    public void share(UUID key, boolean shared) {
        var filter = mine(key);
        filter.share(shared && reviewAccess.leads(filter.meeting().value()));
        stored.save(filter);
    }

    /** Forgets one of hers; {@link #keep} with what it was undoes it. */
    @SignedIn
    @Transactional
    public void remove(UUID key) {
        stored.findByIdAndPerson(key, me().value()).ifPresent(stored::delete);
    }

    private SavedFilter mine(UUID key) {
        return stored.findByIdAndPerson(key, me().value()).orElseThrow(() -> Refusal.of("room.saved.gone"));
    }

    private void requireFree(SavedFilter filter) {
        stored.findByMeetingAndPersonAndPageAndNameIgnoreCase(
                        filter.meeting().value(), filter.person().value(), filter.page(), filter.name())
                .filter(other -> !other.equals(filter))
                .ifPresent(other -> {
                    throw Refusal.at("name", "room.saved.name.taken");
                });
    }

    private PersonId me() {
        return access.me().orElseThrow(() -> Refusal.of("reviewing.person.required"));
    }
}
