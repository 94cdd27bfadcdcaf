package org.caravanserai.review.reviewing;

import java.util.List;
import java.util.UUID;
import org.caravanserai.people.PersonId;
import org.caravanserai.proposal.ProposalId;
import org.caravanserai.text.PersonName;
import org.caravanserai.text.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Contributors name people who should not judge their proposal. Whether those review at all they do not learn: anybody can
 * be named, and nothing they see depends on it.
 */
@Service
public class AuthorConflicts {

    private static final int MOST = 20;

    private final Conflicts conflicts;
    private final ConflictRegister register;
    private final JdbcClient jdbc;

    AuthorConflicts(Conflicts conflicts, ConflictRegister register, JdbcClient jdbc) {
        this.conflicts = conflicts;
        this.register = register;
        this.jdbc = jdbc;
    }

    /** Someone whom the contributors have named. */
    public record Named(PersonId person, PersonName name, String reason) {}

    /** Whom the contributors of a proposal have named, dismissed or not, which they do not learn. */
    @PreAuthorize("@proposalAccess.mayEdit(#proposal)")
    @Transactional(readOnly = true)
    public List<Named> list(ProposalId proposal) {
        return jdbc.sql("select c.person, c.reason," + ReviewSql.NAME + "from review_conflict c join person pe"
                        + " on pe.id = c.person where c.proposal = ? and c.kind = 'BY_AUTHOR'"
                        + " order by lower(pe.published), c.id")
                .param(proposal.value())
                .query((row, number) ->
                        new Named(new PersonId(row.getObject(1, UUID.class)), SqlNames.name(row, 3), row.getString(2)))
                .list();
    }

    /**
     * Names a person.
     *
     * @throws Refusal if too many are named already
     */
    @PreAuthorize("@proposalAccess.mayEdit(#proposal)")
    @Transactional
    public void name(ProposalId proposal, PersonId person, String reason) {
        if (list(proposal).size() >= MOST) {
            throw Refusal.of("reviewing.conflict.many", MOST);
        }
        if (conflicts
                .findByProposalAndPersonAndKind(proposal.value(), person.value(), ConflictKind.BY_AUTHOR)
                .isEmpty()) {
            register.enter(proposal, person, ConflictKind.BY_AUTHOR, reason);
        }
    }

    /** Takes a name back. */
    @PreAuthorize("@proposalAccess.mayEdit(#proposal)")
    @Transactional
    public void takeBack(ProposalId proposal, PersonId person) {
        conflicts
                .findByProposalAndPersonAndKind(proposal.value(), person.value(), ConflictKind.BY_AUTHOR)
                .ifPresent(conflicts::delete);
    }
}
