package org.caravanserai.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.caravanserai.mail.Placeholders;
import org.caravanserai.meeting.Meeting;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.people.EmailAddress;
import org.caravanserai.people.PersonId;
import org.caravanserai.proposal.Proposal;
import org.caravanserai.text.Language;
import org.caravanserai.text.Messages;
import org.caravanserai.text.Moments;
import org.caravanserai.text.PersonName;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes the mails that tell of decisions: one to each contributor who has not declined, in the language she reads. */
@Component
class DecisionWriter {

    private static final String RECIPIENTS = """
            select c.proposal, c.person, c.invited_name, c.invited_email, a.email, p.language,
                   p.published, p.family, p.given, p.name_order, p.native_script, p.kana, p.patronymic
            from contributor c left join person p on p.id = c.person left join account a on a.person = p.id
            where c.proposal in (:proposals) and c.answer <> 'DECLINED'
            order by c.proposal, c.contributor_position, c.id
            """;

    private final JdbcClient jdbc;
    private final DecisionTemplates templates;
    private final Messages messages;

    DecisionWriter(JdbcClient jdbc, DecisionTemplates templates, Messages messages) {
        this.jdbc = jdbc;
        this.templates = templates;
        this.messages = messages;
    }

    /** Whom mails about proposals go to, by proposal, in the order of the contributors; nobody gets two. */
    Map<UUID, List<DecisionMail.Recipient>> recipients(Collection<UUID> proposals) {
        var byProposal = new LinkedHashMap<UUID, List<DecisionMail.Recipient>>();
        var seen = new HashSet<String>();
        jdbc.sql(RECIPIENTS)
                .param("proposals", proposals)
                .query((row, number) -> {
                    var proposal = row.getObject(1, UUID.class);
                    recipient(row)
                            .filter(r -> seen.add(proposal + r.email().value()))
                            .ifPresent(r -> byProposal
                                    .computeIfAbsent(proposal, p -> new ArrayList<>())
                                    .add(r));
                    return proposal;
                })
                .list();
        return byProposal;
    }

    /** The templates of a meeting for a verdict: its own where it has some, else the defaults. */
    Map<Language, Template> templates(MeetingId meeting, Verdict verdict) {
        var own = templates.findByMeetingAndVerdict(meeting.value(), verdict);
        var byLanguage = new EnumMap<Language, Template>(Language.class);
        for (var language : Language.values()) {
            var standard = standard(verdict, language);
            byLanguage.put(
                    language,
                    new Template(
                            own.map(t -> t.subject().exactly(language))
                                    .filter(s -> !s.isEmpty())
                                    .orElse(standard.subject()),
                            own.map(t -> t.body().exactly(language))
                                    .filter(s -> !s.isEmpty())
                                    .orElse(standard.body())));
        }
        return byLanguage;
    }

    /**
     * What a mail is made from.
     *
     * @param subject one line with placeholders
     * @param body paragraphs with placeholders
     */
    record Template(String subject, String body) {}

    /** What the product itself offers for a verdict in a language. */
    Template standard(Verdict verdict, Language language) {
        return new Template(
                messages.get(language, "review.mail.subject." + verdict.name(), "{code}", "{title}", "{meeting}"),
                messages.get(
                        language,
                        "review.mail.body." + verdict.name(),
                        "{name}",
                        "{title}",
                        "{meeting}",
                        "{note}",
                        "{deadline}"));
    }

    /** One mail to one recipient. */
    DecisionMail write(
            Decision decision,
            int position,
            DecisionMail.Recipient recipient,
            Template template,
            Proposal proposal,
            Meeting meeting) {
        var values = Map.of(
                "name", recipient.name(),
                "title", proposal.title().text(recipient.language()),
                "meeting", meeting.name().text(recipient.language()),
                "code", proposal.code(),
                "note", decision.note(),
                "deadline",
                        decision.reviseUntil()
                                .map(until -> Moments.full(
                                        recipient.language(),
                                        until,
                                        meeting.zone(),
                                        meeting.city().text(recipient.language())))
                                .orElse(""));
        return new DecisionMail(
                decision,
                position,
                recipient,
                Placeholders.fill(template.subject(), values),
                Placeholders.fill(template.body(), values));
    }

    /** The words of a mail's button. */
    String actionLabel(Verdict verdict, Language language) {
        return messages.get(language, "review.mail.action." + verdict.name());
    }

    private static Optional<DecisionMail.Recipient> recipient(ResultSet row) throws SQLException {
        @Nullable UUID person = row.getObject(2, UUID.class);
        if (person == null) {
            return Optional.of(new DecisionMail.Recipient(
                    null, row.getString(3), new EmailAddress(row.getString(4)), Language.EN));
        }
        // A person without an account is written to where an import named her address; of others none is known.
        @Nullable String email = row.getString(5) == null ? row.getString(4) : row.getString(5);
        if (email == null || email.isEmpty()) {
            return Optional.empty();
        }
        var language = Language.valueOf(row.getString(6));
        var name = new PersonName(
                row.getString(7),
                row.getString(8),
                row.getString(9),
                PersonName.Order.valueOf(row.getString(10)),
                row.getString(11),
                row.getString(12),
                row.getString(13));
        return Optional.of(
                new DecisionMail.Recipient(new PersonId(person), name.in(language), new EmailAddress(email), language));
    }
}
