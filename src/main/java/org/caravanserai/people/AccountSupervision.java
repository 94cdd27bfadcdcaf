package org.caravanserai.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.caravanserai.platform.AuditTrail;
import org.caravanserai.text.Refusal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Administrators see all accounts and the registrations that wait, switch accounts off and on, make administrators, and
 * have the mail that confirms an address sent again.
 */
@Service
@Administrators
public class AccountSupervision {

    private final Accounts accounts;
    private final RoleGrants grants;
    private final RememberedBrowsers browsers;
    private final Registration registration;
    private final LastHolder lastHolder;
    private final MeetingNames meetings;
    private final AuditTrail trail;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AccountSupervision(
            Accounts accounts,
            RoleGrants grants,
            RememberedBrowsers browsers,
            Registration registration,
            LastHolder lastHolder,
            MeetingNames meetings,
            AuditTrail trail,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            Clock clock) {
        this.accounts = accounts;
        this.grants = grants;
        this.browsers = browsers;
        this.registration = registration;
        this.lastHolder = lastHolder;
        this.meetings = meetings;
        this.trail = trail;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /**
     * What an account's detail shows.
     *
     * @param row as in the list
     * @param roles the roles held, by meeting; those of meetings that are gone are left out
     * @param browsers the browsers that stay signed in, the last used first
     */
    public record Detail(
            AccountRow row, Map<MeetingNames.Named, List<Role>> roles, List<OwnAccount.Browser> browsers) {}

    /**
     * Accounts and registrations that wait, the newest first.
     *
     * @param words words of a name in any spelling, or a part of an address; empty for all
     * @param state only those in this state; empty for all
     */
    @Transactional(readOnly = true)
    public List<AccountRow> find(String words, Optional<AccountRow.State> state, int offset, int limit) {
        var parameters = parameters(words, state);
        parameters.put("limit", limit);
        parameters.put("offset", offset);
        return jdbc.sql("select * from (" + union(words, parameters) + ") r" + where(state)
                        + " order by r.created_at desc, r.id desc limit :limit offset :offset")
                .params(parameters)
                .query((row, i) -> row(row))
                .list();
    }

    /** How many {@link #find} finds. */
    @Transactional(readOnly = true)
    public int count(String words, Optional<AccountRow.State> state) {
        var parameters = parameters(words, state);
        return jdbc.sql("select count(*) from (" + union(words, parameters) + ") r" + where(state))
                .params(parameters)
                .query(Integer.class)
                .single();
    }

    /** How many there are in each state. */
    @Transactional(readOnly = true)
    public Map<AccountRow.State, Integer> counts() {
        var counts = new EnumMap<AccountRow.State, Integer>(AccountRow.State.class);
        for (var state : AccountRow.State.values()) {
            counts.put(state, 0);
        }
        var parameters = parameters("", Optional.empty());
        jdbc.sql("select r.state, count(*) from (" + union("", parameters) + ") r group by r.state")
                .params(parameters)
                .query((row, i) -> counts.put(AccountRow.State.valueOf(row.getString(1)), row.getInt(2)))
                .list();
        return counts;
    }

    /** One of them; empty if it is gone, as a registration is once it is confirmed. */
    @Transactional(readOnly = true)
    public Optional<Detail> look(UUID account) {
        var parameters = parameters("", Optional.empty());
        parameters.put("key", account);
        return jdbc.sql("select * from (" + union("", parameters) + ") r where r.id = :key")
                .params(parameters)
                .query((row, i) -> row(row))
                .optional()
                .map(row -> new Detail(
                        row,
                        row.person().map(this::roles).orElse(Map.of()),
                        accounts.findById(account).map(browsers::of).orElse(List.of())));
    }

    /**
     * Switches an account off: its sessions end at once, in views already open too, and its browsers are forgotten.
     *
     * @throws Refusal if it is gone, or no other administrator could sign in
     */
    @Transactional
    public void disable(UUID account) {
        var found = account(account);
        if (isAdministrator(found.person())) {
            lastHolder.requireAnother(
                    Role.ADMINISTRATOR, RoleGrant.EVERYWHERE, found.person(), "roles.last.administrator");
        }
        if (!found.isDisabled()) {
            found.disable();
            browsers.forgetAll(found);
            accounts.save(found);
        }
    }

    /** Switches an account on again. */
    @Transactional
    public void enable(UUID account) {
        var found = account(account);
        if (found.isDisabled()) {
            found.enable();
            accounts.save(found);
        }
    }

    /**
     * Makes the person of an account an administrator.
     *
     * @throws Refusal if the account is gone or cannot be used
     */
    @Transactional
    public void appoint(UUID account) {
        var found = account(account);
        if (!found.isUsable()) {
            throw Refusal.of("roles.person.unreachable");
        }
        if (!isAdministrator(found.person())) {
            grants.saveAndFlush(new RoleGrant(found.person(), Role.ADMINISTRATOR, RoleGrant.EVERYWHERE));
            trail.record(
                    "gave role",
                    "Person",
                    found.person().value(),
                    RoleNote.of(Role.ADMINISTRATOR, RoleGrant.EVERYWHERE, ""));
            events.publishEvent(RolesChanged.gained(found.person()));
        }
    }

    /**
     * Makes the person of an account no longer an administrator.
     *
     * @throws Refusal if she is none, or no other administrator could sign in
     */
    @Transactional
    public void dismiss(UUID account) {
        var found = account(account);
        lastHolder.requireAnother(Role.ADMINISTRATOR, RoleGrant.EVERYWHERE, found.person(), "roles.last.administrator");
        var held = grants.findByPersonAndRoleAndMeeting(
                        found.person().value(), Role.ADMINISTRATOR, RoleGrant.EVERYWHERE)
                .orElseThrow(() -> Refusal.of("roles.gone"));
        grants.delete(held);
        trail.record(
                "took role",
                "Person",
                found.person().value(),
                RoleNote.of(Role.ADMINISTRATOR, RoleGrant.EVERYWHERE, ""));
        events.publishEvent(new RolesChanged(found.person()));
    }

    /**
     * Sends the mail that confirms an address again, with a new link; the one before stops working.
     *
     * @throws Refusal if the registration was confirmed or has run out meanwhile
     */
    @Transactional
    public void resendVerification(UUID waiting) {
        if (!registration.requestAgain(waiting)) {
            throw Refusal.of("roles.waiting.gone");
        }
        trail.record("sent verification again", "Registration", waiting, "");
    }

    private Account account(UUID key) {
        // Two administrators who switch each other off take turns here, before either looks who is left.
        jdbc.sql("select id from role_grant where role = 'ADMINISTRATOR' order by id for update")
                .query(UUID.class)
                .list();
        return accounts.findById(key).orElseThrow(() -> Refusal.of("roles.account.gone"));
    }

    private boolean isAdministrator(PersonId person) {
        return grants.findByPersonAndRoleAndMeeting(person.value(), Role.ADMINISTRATOR, RoleGrant.EVERYWHERE)
                .isPresent();
    }

    private Map<MeetingNames.Named, List<Role>> roles(PersonId person) {
        var held = grants.findByPerson(person.value());
        var names = meetings.of(held.stream().map(RoleGrant::meeting).collect(Collectors.toSet()));
        var roles = new LinkedHashMap<MeetingNames.Named, List<Role>>();
        names.values().stream()
                .sorted(java.util.Comparator.comparing(MeetingNames.Named::slug))
                .forEach(named -> roles.put(
                        named,
                        held.stream()
                                .filter(grant -> grant.meeting().equals(named.key()))
                                .map(RoleGrant::role)
                                .sorted()
                                .toList()));
        return roles;
    }

    private HashMap<String, Object> parameters(String words, Optional<AccountRow.State> state) {
        var parameters = new HashMap<String, Object>();
        parameters.put("now", clock.instant().atOffset(ZoneOffset.UTC));
        state.ifPresent(s -> parameters.put("state", s.name()));
        return parameters;
    }

    private static String where(Optional<AccountRow.State> state) {
        return state.isPresent() ? " where r.state = :state" : "";
    }

    private static String union(String words, Map<String, Object> parameters) {
        return "select a.id as id, a.person as person, " + PersonNameColumns.of("p") + ", a.email as email,"
                + " case when a.disabled = true then 'DISABLED' when a.verified_at is null then 'WAITING'"
                + " else 'USABLE' end as state,"
                + " (select count(*) from role_grant g where g.person = p.id and g.role = 'ADMINISTRATOR') as grants,"
                + " a.created_at as created_at, a.verified_at as verified_at"
                + " from account a join person p on p.id = a.person where 1 = 1"
                + WordMatch.condition(words, "p.search_key", "a.email", parameters)
                + " union all select t.id, cast(null as uuid), t.waiting_name, '', '', 'MONONYM', '', '', '', t.email,"
                + " 'WAITING', 0, t.created_at, cast(null as timestamp with time zone)"
                + " from account_token t where t.purpose = 'REGISTER' and t.used_at is null and t.expires_at > :now"
                + " and t.email <> '' and t.created_at is not null"
                + WordMatch.condition(words, "t.search_key", "t.email", parameters);
    }

    private static AccountRow row(ResultSet row) throws SQLException {
        return new AccountRow(
                row.getObject(1, UUID.class),
                Optional.ofNullable(row.getObject(2, UUID.class)).map(PersonId::new),
                PersonNameColumns.at(row, 3),
                row.getString(10),
                AccountRow.State.valueOf(row.getString(11)),
                row.getInt(12) > 0,
                row.getObject(13, OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject(14, OffsetDateTime.class)).map(OffsetDateTime::toInstant));
    }
}
