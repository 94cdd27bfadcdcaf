package org.caravanserai.proposal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.caravanserai.mail.Recipient;
import org.caravanserai.mail.RecipientGroups;
import org.caravanserai.people.EmailAddress;
import org.caravanserai.people.PersonId;
import org.caravanserai.people.PersonNameColumns;
import org.caravanserai.text.Language;
import org.caravanserai.text.LocalizedText;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The contributors of a meeting's proposals, by the state of the proposal. Who has declined to take part is not written
 * to; who is invited and has not answered is, at the address she was invited by. A person with several proposals gets one
 * message that names them all.
 */
@Component
@Order(10)
class ContributorGroups implements RecipientGroups {

    private static final String PREFIX = "contributors-";

    /** Drafts are their authors' own. */
    private static final Set<ProposalState> STATES = EnumSet.complementOf(EnumSet.of(ProposalState.DRAFT));

    private static final Set<String> PLACEHOLDERS = Set.of("title", "code");

    private static final String FROM = """
             from proposal pr join contributor c on c.proposal = pr.id
             left join person p on p.id = c.person left join account a on a.person = p.id
             where pr.meeting = :meeting and pr.state <> 'DRAFT' and c.answer <> 'DECLINED'
               and (c.person is null or a.email is not null and a.disabled = false)
            """;

    private final JdbcClient jdbc;

    ContributorGroups(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Group> offered() {
        return STATES.stream()
                .map(state -> new Group(key(state), "mailview.group." + key(state), PLACEHOLDERS))
                .toList();
    }

    @Override
    public Map<String, Integer> counts(UUID meeting) {
        var counts = new HashMap<String, Integer>();
        jdbc.sql("select pr.state, count(distinct coalesce(a.email, c.invited_email))" + FROM + " group by pr.state")
                .param("meeting", meeting)
                .query((row, i) -> counts.put(key(ProposalState.valueOf(row.getString(1))), row.getInt(2)))
                .list();
        return counts;
    }

    @Override
    public List<Recipient> of(UUID meeting, Collection<String> keys) {
        var states = STATES.stream()
                .filter(state -> keys.contains(key(state)))
                .map(Enum::name)
                .toList();
        if (states.isEmpty()) {
            return List.of();
        }
        var found = new LinkedHashMap<String, Found>();
        jdbc.sql("select pr.code, pr.title, p.id, a.email, p.language, c.invited_name, c.invited_email, "
                        + PersonNameColumns.of("p") + FROM + " and pr.state in (:states)"
                        + " order by coalesce(p.search_key, c.invited_name), c.id, pr.code")
                .param("meeting", meeting)
                .param("states", states)
                .query((row, i) -> {
                    var email = Optional.ofNullable(row.getString(4)).orElse(row.getString(7));
                    var one = found.get(email);
                    if (one == null) {
                        one = found(email, row);
                        found.put(email, one);
                    }
                    one.proposals().putIfAbsent(row.getString(1), LocalizedText.fromJson(row.getString(2)));
                    return email;
                })
                .list();
        return new ArrayList<>(found.values()).stream().map(Found::recipient).toList();
    }

    private record Found(
            EmailAddress email,
            Optional<PersonId> person,
            String name,
            Language language,
            Map<String, LocalizedText> proposals) {

        Recipient recipient() {
            return new Recipient(
                    email,
                    person,
                    name,
                    language,
                    Map.of(
                            "title",
                            proposals.values().stream()
                                    .map(title -> title.text(language))
                                    .collect(Collectors.joining("; ")),
                            "code",
                            String.join(", ", proposals.keySet())));
        }
    }

    private static Found found(String email, ResultSet row) throws SQLException {
        @Nullable UUID person = row.getObject(3, UUID.class);
        if (person == null) {
            return new Found(
                    new EmailAddress(email), Optional.empty(), row.getString(6), Language.EN, new LinkedHashMap<>());
        }
        var language = Language.valueOf(row.getString(5));
        return new Found(
                new EmailAddress(email),
                Optional.of(new PersonId(person)),
                PersonNameColumns.at(row, 8).in(language),
                language,
                new LinkedHashMap<>());
    }

    private static String key(ProposalState state) {
        return PREFIX + state.name().toLowerCase(Locale.ROOT);
    }
}
