package org.caravanserai.people;

import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.caravanserai.text.PersonName;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells organisers, and administrators, who holds which role in a meeting, to whom roles are offered, and whom a role
 * could be given to. Each list costs the same number of statements whatever its length.
 */
@Service
public class RoleHolders {

    private static final int CANDIDATES = 20;

    private final JdbcClient jdbc;
    private final RoleOffers offers;
    private final MeetingNames meetings;
    private final Access access;

    RoleHolders(JdbcClient jdbc, RoleOffers offers, MeetingNames meetings, Access access) {
        this.jdbc = jdbc;
        this.offers = offers;
        this.meetings = meetings;
        this.access = access;
    }

    /** Whether an account can be used, for those who look at it from outside. */
    public enum Reach {
        USABLE,
        DISABLED,
        NO_ACCOUNT
    }

    /**
     * Someone with a role, or who could be given one.
     *
     * @param person who
     * @param name her name
     * @param affiliation where she works; may be empty
     * @param country ISO 3166-1 alpha-2; may be empty
     * @param email what she signs in with; empty without an account
     * @param reach whether she can sign in
     * @param roles what she holds in the meeting
     */
    public record Holder(
            PersonId person,
            PersonName name,
            String affiliation,
            String country,
            String email,
            Reach reach,
            Set<Role> roles) {}

    /** The meeting at an address, if the acting person may say who holds roles in it. */
    @SignedIn
    @Transactional(readOnly = true)
    public Optional<MeetingNames.Named> meeting(String slug) {
        return meetings.at(slug).filter(m -> access.organiser(m.key()) || access.administrator());
    }

    /**
     * Those who hold a role, by name.
     *
     * @param words words of a name in any spelling, or a part of an address; empty for all
     * @param role only holders of this role; empty for all
     */
    @PreAuthorize("@access.organiser(#meeting) or @access.administrator()")
    @Transactional(readOnly = true)
    public List<Holder> find(UUID meeting, String words, Optional<Role> role, int offset, int limit) {
        var parameters = new HashMap<String, Object>();
        var where = where(meeting, words, role, parameters);
        parameters.put("limit", limit);
        parameters.put("offset", offset);
        return withRoles(
                meeting,
                jdbc.sql(SELECT + where + " order by p.search_key, p.id limit :limit offset :offset")
                        .params(parameters)
                        .query((row, i) -> holder(row))
                        .list());
    }

    /** How many {@link #find} finds. */
    @PreAuthorize("@access.organiser(#meeting) or @access.administrator()")
    @Transactional(readOnly = true)
    public int count(UUID meeting, String words, Optional<Role> role) {
        var parameters = new HashMap<String, Object>();
        var where = where(meeting, words, role, parameters);
        return jdbc.sql("select count(*)" + FROM + where)
                .params(parameters)
                .query(Integer.class)
                .single();
    }

    /** How many hold each role. */
    @PreAuthorize("@access.organiser(#meeting) or @access.administrator()")
    @Transactional(readOnly = true)
    public Map<Role, Integer> counts(UUID meeting) {
        var counts = new EnumMap<Role, Integer>(Role.class);
        RoleAppointment.OF_A_MEETING.forEach(role -> counts.put(role, 0));
        jdbc.sql("select role, count(*) from role_grant where meeting = ? group by role")
                .param(meeting)
                .query((row, i) -> counts.put(Role.valueOf(row.getString(1)), row.getInt(2)))
                .list();
        return counts;
    }

    /**
     * People with an account whom the words may mean: words of a name in any spelling, or a whole e-mail address, which
     * alone tells that the address has an account.
     */
    @PreAuthorize("@access.organiser(#meeting) or @access.administrator()")
    @Transactional(readOnly = true)
    public List<Holder> candidates(UUID meeting, String words) {
        var parameters = new HashMap<String, Object>();
        var condition = words.contains("@")
                ? " and a.email = :whole"
                : WordMatch.condition(words, "p.search_key", "''", parameters);
        if (condition.isEmpty()) {
            return List.of();
        }
        if (words.contains("@")) {
            parameters.put("whole", words.strip().toLowerCase(java.util.Locale.ROOT));
        }
        parameters.put("limit", CANDIDATES);
        return withRoles(
                meeting,
                jdbc.sql(SELECT + " where a.disabled = false and a.verified_at is not null" + condition
                                + " order by p.search_key, p.id limit :limit")
                        .params(parameters)
                        .query((row, i) -> holder(row))
                        .list());
    }

    /** The offers that stand, newest first. */
    @PreAuthorize("@access.organiser(#meeting) or @access.administrator()")
    @Transactional(readOnly = true)
    public List<RoleOffer> offers(UUID meeting, int offset, int limit) {
        return offers.of(meeting, offset, limit);
    }

    /** How many offers stand. */
    @PreAuthorize("@access.organiser(#meeting) or @access.administrator()")
    @Transactional(readOnly = true)
    public int countOffers(UUID meeting) {
        return offers.count(meeting);
    }

    private static final String FROM = " from person p left join account a on a.person = p.id";
    private static final String SELECT = "select p.id, " + PersonNameColumns.of("p")
            + ", p.affiliation, p.country, a.email, a.disabled, a.verified_at" + FROM;

    private static String where(UUID meeting, String words, Optional<Role> role, Map<String, Object> parameters) {
        parameters.put("meeting", meeting);
        role.ifPresent(r -> parameters.put("role", r.name()));
        return " where p.id in (select g.person from role_grant g where g.meeting = :meeting"
                + (role.isPresent() ? " and g.role = :role" : "") + ")"
                + WordMatch.condition(words, "p.search_key", "a.email", parameters);
    }

    private List<Holder> withRoles(UUID meeting, List<Holder> holders) {
        if (holders.isEmpty()) {
            return holders;
        }
        var roles = new HashMap<PersonId, Set<Role>>();
        jdbc.sql("select person, role from role_grant where meeting = :meeting and person in (:persons)")
                .param("meeting", meeting)
                .param("persons", holders.stream().map(h -> h.person().value()).toList())
                .query((row, i) -> roles.computeIfAbsent(
                                new PersonId(row.getObject(1, UUID.class)), p -> EnumSet.noneOf(Role.class))
                        .add(Role.valueOf(row.getString(2))))
                .list();
        return holders.stream()
                .map(h -> new Holder(
                        h.person(),
                        h.name(),
                        h.affiliation(),
                        h.country(),
                        h.email(),
                        h.reach(),
                        roles.getOrDefault(h.person(), Set.of())))
                .toList();
    }

    private static Holder holder(java.sql.ResultSet row) throws java.sql.SQLException {
        var next = 2 + PersonNameColumns.COUNT;
        var email = Optional.ofNullable(row.getString(next + 2));
        var usable = !row.getBoolean(next + 3)
                && Optional.ofNullable(row.getObject(next + 4, OffsetDateTime.class))
                        .isPresent();
        return new Holder(
                new PersonId(row.getObject(1, UUID.class)),
                PersonNameColumns.at(row, 2),
                row.getString(next),
                row.getString(next + 1),
                email.orElse(""),
                email.isEmpty() ? Reach.NO_ACCOUNT : usable ? Reach.USABLE : Reach.DISABLED,
                Set.of());
    }
}
