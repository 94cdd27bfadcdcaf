package org.caravanserai.proposal.sheet;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.caravanserai.proposal.ContributorRole;
import org.caravanserai.proposal.ProposalState;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.PersonName;

/**
 * A row that would become a proposal.
 *
 * @param row as a spreadsheet shows it
 * @param externalId what the other tool calls it; empty if not told
 * @param notes for organisers
 */
public record PlannedProposal(
        int row,
        String externalId,
        UUID type,
        LocalizedText title,
        LocalizedText abstractText,
        List<UUID> topics,
        int minutes,
        String talkLanguage,
        String slideLanguage,
        int audience,
        ProposalState state,
        Map<UUID, String> answers,
        String notes,
        List<PlannedPerson> people) {

    /**
     * A person on it.
     *
     * @param email in lower case; empty if not told
     * @param country ISO 3166-1 alpha-2; empty if not told
     */
    public record PlannedPerson(
            PersonName name, String email, String affiliation, String country, ContributorRole role) {}
}
