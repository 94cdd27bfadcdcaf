package org.caravanserai.mail;

import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.caravanserai.people.EmailAddress;
import org.caravanserai.people.PersonId;
import org.caravanserai.people.PersonNameColumns;
import org.caravanserai.people.Role;
import org.caravanserai.text.Language;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Those who hold a role in a meeting. */
@Component
@Order(100)
class RoleGroups implements RecipientGroups {

    private static final String ALL = "roles";
    private static final Map<String, Role> BY_KEY =
            Map.of("reviewers", Role.REVIEWER, "chairs", Role.CHAIR, "organisers", Role.ORGANISER, "desk", Role.DESK);

    private final JdbcClient jdbc;

    RoleGroups(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Group> offered() {
        return List.of(
                new Group("reviewers", "mailview.group.reviewers", Set.of()),
                new Group("chairs", "mailview.group.chairs", Set.of()),
                new Group("organisers", "mailview.group.organisers", Set.of()),
                new Group("desk", "mailview.group.desk", Set.of()),
                new Group(ALL, "mailview.group.roles", Set.of()));
    }

    @Override
    public Map<String, Integer> counts(UUID meeting) {
        var counts = new HashMap<String, Integer>();
        var from = " from role_grant g join account a on a.person = g.person"
                + " where g.meeting = :meeting and a.disabled = false and a.verified_at is not null";
        jdbc.sql("select g.role, count(*)" + from + " group by g.role union all select '', count(distinct g.person)"
                        + from)
                .param("meeting", meeting)
                .query((row, i) -> counts.put(key(row.getString(1)), row.getInt(2)))
                .list();
        return counts;
    }

    @Override
    public List<Recipient> of(UUID meeting, Collection<String> keys) {
        var roles = EnumSet.noneOf(Role.class);
        for (var key : keys) {
            if (key.equals(ALL)) {
                roles.addAll(BY_KEY.values());
            } else if (BY_KEY.containsKey(key)) {
                roles.add(BY_KEY.get(key));
            }
        }
        if (roles.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("select p.id, a.email, p.language, " + PersonNameColumns.of("p")
                        + " from person p join account a on a.person = p.id"
                        + " where a.disabled = false and a.verified_at is not null and p.id in"
                        + " (select g.person from role_grant g where g.meeting = :meeting and g.role in (:roles))"
                        + " order by p.search_key, p.id")
                .param("meeting", meeting)
                .param("roles", roles.stream().map(Enum::name).toList())
                .query((row, i) -> {
                    var language = Language.valueOf(row.getString(3));
                    return new Recipient(
                            new EmailAddress(row.getString(2)),
                            Optional.of(new PersonId(row.getObject(1, UUID.class))),
                            PersonNameColumns.at(row, 4).in(language),
                            language,
                            Map.of());
                })
                .list();
    }

    private static String key(String role) {
        return BY_KEY.entrySet().stream()
                .filter(e -> e.getValue().name().equals(role))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(ALL);
    }
}
